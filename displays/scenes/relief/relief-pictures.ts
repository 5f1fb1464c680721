import type { SceneContext } from '#shared/scene-context.ts';
import { groupFrame } from '#shared/scenes/relief-light.ts';
import type { ReliefMoment, ReliefStage } from '#shared/scenes/relief-times.ts';
import type { ReliefGroup } from '#shared/scenes/relief-wall.ts';
import { picture } from '#shared/scenes/relief.ts';
import { setOpacity } from '../../look/style.ts';

/** Pictures that carry the light by their opacity alone, in a container that is as large as the wall. */
export interface ReliefPictures {
  /** Resolves when all can be painted; rejects, naming the first that cannot. */
  readonly ready: Promise<void>;
  show(moment: ReliefMoment): void;
}

interface Lit {
  readonly arriving: HTMLElement;
  readonly leaving: HTMLElement | undefined;
}

/**
 * Puts the pictures that this screen needs into the container: the dim wall, the wall lit from either side, and each
 * group as the light arrives and as it leaves. On a carved wall: the groups' masks over black, and nothing else.
 */
export function reliefPictures(container: HTMLElement, stage: ReliefStage, context: SceneContext): ReliefPictures {
  const { wall, params } = stage;
  const decoding: Promise<void>[] = [];
  const add = (name: string, x = 0, width = wall.widthPx): HTMLElement => {
    const image = new Image();
    image.alt = '';
    image.src = context.mediaUrl(picture(params, name));
    image.style.left = `${(100 * x) / wall.widthPx}%`;
    image.style.width = `${(100 * width) / wall.widthPx}%`;
    container.append(image);
    decoding.push(decoded(image));
    return image;
  };
  const light = context.quality === 'light';
  const carved = params.ground === 'carved';
  container.replaceChildren();
  if (!carved) show(add('wall-dim'), 1);
  const wallLeft = carved ? undefined : add('wall-left');
  const wallRight = carved || light ? undefined : add('wall-right');
  const lit = new Map<ReliefGroup, Lit>();
  for (const group of stage.groups.filter((candidate) => isSeen(candidate, stage, context))) {
    const { x, width } = groupFrame(wall, group);
    lit.set(group, {
      arriving: add(carved ? `${group.id}-mask` : `${group.id}-arriving`, x, width),
      leaving: carved || light ? undefined : add(`${group.id}-leaving`, x, width),
    });
  }
  return {
    ready: Promise.all(decoding).then(() => undefined),
    show(moment) {
      show(wallLeft, moment.wall.opacity);
      show(wallRight, moment.wall.opacity * moment.wall.swing);
      for (const [group, { arriving, leaving }] of lit) {
        const now = moment.groups.find((candidate) => candidate.group === group);
        show(arriving, now?.opacity ?? 0);
        show(leaving, (now?.opacity ?? 0) * (now?.swing ?? 0));
      }
    },
  };
}

/** What carries no light is not there for the compositor either. */
function show(element: HTMLElement | undefined, opacity: number): void {
  if (element === undefined) return;
  const visibility = opacity > 0.001 ? 'visible' : 'hidden';
  if (element.style.visibility !== visibility) element.style.visibility = visibility;
  setOpacity(element, opacity);
}

async function decoded(image: HTMLImageElement): Promise<void> {
  try {
    await image.decode();
  } catch (cause) {
    throw new Error(`the picture ${image.src} of the relief cannot be shown`, { cause });
  }
}

/** Whether any of a group's light falls on this screen's part of the wall. */
function isSeen(group: ReliefGroup, { wall }: ReliefStage, { canvas, viewport }: SceneContext): boolean {
  const { x, width } = groupFrame(wall, group);
  const scale = canvas.width / wall.widthPx;
  return x * scale < viewport.x + viewport.width && (x + width) * scale > viewport.x;
}
