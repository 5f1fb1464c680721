import { z } from 'zod';
import { Armed, identityOf, isSamePlan, PlanIdentity, PlanItem, ProgrammeItem, Setup, type Plan } from './plan.ts';
import { Overlay, Timeline } from './scene.ts';

/**
 * The difference between two plans of a screen. Screens whose futures change alike get the same patch, so that it is
 * encoded once. Applies only to the plan it was made from; anything else is answered by the full plan.
 */
export const PlanPatch = z.strictObject({
  base: PlanIdentity,
  next: PlanIdentity,
  /** Replaces `remove` items from index `at`. Absent: the items stay. */
  items: z.strictObject({ at: z.int().min(0), remove: z.int().min(0), insert: z.array(PlanItem) }).optional(),
  /** New timelines; those no item or armed entry refers to are dropped. */
  timelines: z.record(z.string(), Timeline).optional(),
  overlays: z.array(Overlay).optional(),
  armed: z.array(Armed).optional(),
  programme: z.array(ProgrammeItem).optional(),
  setup: Setup.optional(),
});
export type PlanPatch = z.infer<typeof PlanPatch>;

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The smallest contiguous patch that turns `before` into `after`. */
export function diffPlans(before: Plan, after: Plan): PlanPatch {
  const shorter = Math.min(before.items.length, after.items.length);
  let head = 0;
  while (head < shorter && same(before.items[head], after.items[head])) head++;
  let tail = 0;
  while (tail < shorter - head && same(before.items.at(-1 - tail), after.items.at(-1 - tail))) tail++;
  const remove = before.items.length - head - tail;
  const insert = after.items.slice(head, after.items.length - tail);
  const timelines = Object.fromEntries(
    Object.entries(after.timelines).filter(([hash]) => before.timelines[hash] === undefined),
  );
  return {
    base: identityOf(before),
    next: identityOf(after),
    ...(remove > 0 || insert.length > 0 ? { items: { at: head, remove, insert } } : {}),
    ...(Object.keys(timelines).length > 0 ? { timelines } : {}),
    ...(same(before.overlays, after.overlays) ? {} : { overlays: after.overlays }),
    ...(same(before.armed, after.armed) ? {} : { armed: after.armed }),
    ...(same(before.programme, after.programme) ? {} : { programme: after.programme }),
    ...(same(before.setup, after.setup) ? {} : { setup: after.setup }),
  };
}

/** The plan after the patch, or null when the patch is for another plan and the full plan must be asked for. */
export function applyPatch(plan: Plan, patch: PlanPatch): Plan | null {
  if (!isSamePlan(patch.base, plan)) return null;
  const items = [...plan.items];
  if (patch.items !== undefined) items.splice(patch.items.at, patch.items.remove, ...patch.items.insert);
  const first = items[0];
  if (first === undefined) return null;
  const armed = patch.armed ?? plan.armed;
  const wanted = new Set<string>([...items, ...armed].map((entry) => entry.timeline));
  const timelines = Object.fromEntries(
    Object.entries({ ...plan.timelines, ...patch.timelines }).filter(([hash]) => wanted.has(hash)),
  );
  for (const hash of wanted) if (timelines[hash] === undefined) return null;
  return {
    ...plan,
    ...patch.next,
    from: first.from,
    items,
    timelines,
    overlays: patch.overlays ?? plan.overlays,
    armed,
    programme: patch.programme ?? plan.programme,
    setup: patch.setup ?? plan.setup,
  };
}
