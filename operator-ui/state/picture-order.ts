import type { MirrorsWanted } from '#shared/mirrors.ts';
import { mirrorLimits } from '#shared/mirrors.ts';
import type { Placed } from './floor.ts';

export interface Picturable {
  readonly screen: string;
  /** Chosen by the person: they want to see it. */
  readonly isChosen: boolean;
  /** Something about it needs a person. */
  readonly isTroubled: boolean;
}

/**
 * Whose pictures come first where not all can be live: chosen screens, then troubled ones, then the others in turns of
 * as many as there is room for, so that each is seen now and then and keeps a picture with an age.
 */
export function pictureOrder<T extends Picturable>(screens: readonly T[], turn: number): readonly T[] {
  if (screens.length <= mirrorLimits.live) return screens;
  const chosen = screens.filter(({ isChosen }) => isChosen);
  const troubled = screens.filter(({ isChosen, isTroubled }) => isTroubled && !isChosen);
  const others = screens.filter(({ isChosen, isTroubled }) => !isChosen && !isTroubled);
  const room = Math.max(1, mirrorLimits.live - chosen.length - troubled.length);
  // Those shown last come next after the live ones: it is their pictures that are kept.
  const start = others.length === 0 ? 0 : (turn * room) % others.length;
  const now = [...others.slice(start, start + room), ...others.slice(0, Math.max(0, start + room - others.length))];
  const before = [...others.slice(0, start).toReversed(), ...others.slice(start).toReversed()];
  return [...chosen, ...troubled, ...now, ...before.filter((one) => !now.includes(one))];
}

type Picture = Picturable & MirrorsWanted['mirrors'][number];

/** Where the pictures of a unit lie in the window, px; `corner` is the plan's. */
export function picturesAt(
  { unit, picture }: Placed,
  corner: { readonly left: number; readonly top: number },
  rankOf: (screen: string) => Omit<Picturable, 'screen'>,
): readonly Picture[] {
  const scale = picture.width / unit.widthPx;
  return unit.members.map(({ screen, rect }) => {
    const [x, y] = [corner.left + picture.x + rect.x * scale, corner.top + picture.y + rect.y * scale];
    const placed = { x, y, width: rect.width * scale, height: rect.height * scale };
    return { screen: screen.id, rect: placed, ...rankOf(screen.id) };
  });
}
