import type { Placed } from './floor.ts';
import { edgeOf, type Edge, type PlanView, type Size } from './plan-view.ts';
import type { ScreenRead } from './screen-read.ts';

/** Screens that need help and are out of sight, by the edge of the plan behind which they lie. */
export function troubledBehind(
  placed: readonly Placed[],
  read: ReadonlyMap<string, ScreenRead>,
  view: PlanView,
  frame: Size,
): ReadonlyMap<Edge, readonly ScreenRead[]> {
  const behind = new Map<Edge, readonly ScreenRead[]>();
  for (const { unit, picture } of placed) {
    const edge = edgeOf(view, picture, frame);
    if (edge === null) continue;
    const members = unit.members.flatMap(({ screen }) => read.get(screen.id) ?? []);
    const troubled = members.filter(({ mark }) => mark.urgency > 1);
    if (troubled.length > 0) behind.set(edge, [...(behind.get(edge) ?? []), ...troubled]);
  }
  return behind;
}
