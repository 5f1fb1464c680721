import type { Plan } from '#shared/plan.ts';

/** The first instant after `now` at which one of the plans says something else, ms; null: none does. */
export function nextChange(plans: readonly Plan[], now: number): number | null {
  let next = Infinity;
  const meet = (edge: number): void => {
    if (edge > now && edge < next) next = edge;
  };
  // Screens with the same future share these lists; each is read once.
  for (const items of new Set(plans.map((plan) => plan.items))) for (const { from } of items) meet(from);
  for (const overlays of new Set(plans.map((plan) => plan.overlays)))
    for (const { from, until } of overlays) {
      meet(from);
      meet(until ?? Infinity);
    }
  return next === Infinity ? null : next;
}
