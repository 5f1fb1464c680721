import type { Rect, Screen } from '#shared/hall.ts';
import type { Setup } from '#shared/plan.ts';
import type { TimelinePart } from '#shared/scene.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a scene's canvas lies on its screen. */
export interface Canvas {
  readonly canvas: Size;
  /** The part of the canvas that this screen shows. */
  readonly viewport: Rect;
  readonly members: readonly (Rect & { readonly screen: string })[];
  /** CSS transform, origin 0 0, of an element of the canvas's size inside the screen's box. */
  readonly transform: string;
}

/** The canvas of a part on a screen: the surface's where one picture spans it, otherwise the screen's own. */
export function canvasOf({ screen, surfaces }: Setup, part: Pick<TimelinePart, 'surface'>): Canvas {
  const size = { width: screen.widthPx, height: screen.heightPx };
  const surface = surfaces.find(({ id }) => id === part.surface);
  if (surface === undefined) return { canvas: size, viewport: { x: 0, y: 0, ...size }, members: [], transform: 'none' };
  const { rect, members } = surface;
  const scale = size.width / rect.width;
  return {
    canvas: { width: surface.widthPx, height: surface.heightPx },
    viewport: rect,
    members: members.map((member) => ({ screen: member.screen, ...member.rect })),
    transform: `${scale === 1 ? '' : `scale(${scale}) `}translate(${-rect.x}px, ${-rect.y}px)`,
  };
}

type QuarterTurn = Screen['rotation'];

/**
 * How far the page must turn the picture, degrees clockwise, for it to stand upright on a panel mounted turned by
 * `rotation`. A window that already has the picture's shape was turned by the machine (`machineDeg`) and is left alone.
 */
export function pictureTurn(
  screen: Pick<Screen, 'rotation' | 'widthPx' | 'heightPx'>,
  window: Size,
  machineDeg: number,
): QuarterTurn {
  const { rotation, widthPx, heightPx } = screen;
  if (rotation === 0) return 0;
  if (rotation === 180) return machineDeg === 180 ? 0 : 180;
  const isSameShape = window.width > window.height === widthPx > heightPx;
  return isSameShape ? 0 : rotation === 90 ? 270 : 90;
}

/** The CSS transform, origin 0 0, that fits a picture into a box, whole, upright after `turn`, in the middle. */
export function fitTransform(picture: Size, box: Size, turn: QuarterTurn): string {
  const lies = turn === 90 || turn === 270;
  const turned = lies ? { width: picture.height, height: picture.width } : picture;
  const scale = Math.min(box.width / turned.width, box.height / turned.height);
  const left = (box.width - turned.width * scale) / 2;
  const top = (box.height - turned.height * scale) / 2;
  // Where the picture's own top left corner comes to lie.
  const x = left + (turn === 90 || turn === 180 ? turned.width * scale : 0);
  const y = top + (turn === 180 || turn === 270 ? turned.height * scale : 0);
  return `translate(${x}px, ${y}px) rotate(${turn}deg) scale(${scale})`;
}
