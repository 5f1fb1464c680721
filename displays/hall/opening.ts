import type { Plan } from '#shared/plan.ts';

/** When the closed hall opens, ms; null while it is open or nobody knows. */
export function opensAt(plans: readonly Plan[], now: number): number | null {
  const opening = plans.map(({ items }) => {
    const index = items.findLastIndex(({ from }) => from <= now);
    if (items[index]?.layer !== 'closed') return null;
    return items.slice(index).find(({ layer }) => layer !== 'closed')?.from ?? null;
  });
  if (opening.length === 0 || opening.includes(null)) return null;
  return Math.min(...opening.map(Number));
}
