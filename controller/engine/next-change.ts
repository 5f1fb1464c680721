import type { Plan } from '#shared/plan.ts';

/** The first instant after `now` at which one of the plans says something else, ms; null: none does. */
export function nextChange(plans: readonly Plan[], now: number): number | null {
  let next = Infinity;
  for (const { items, overlays } of plans) {
    const edges = [
      ...items.map(({ from }) => from),
      ...overlays.flatMap(({ from, until }) => [from, until ?? Infinity]),
    ];
    for (const edge of edges) if (edge > now && edge < next) next = edge;
  }
  return next === Infinity ? null : next;
}
