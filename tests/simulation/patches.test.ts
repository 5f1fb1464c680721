import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompile } from '#core/compile.ts';
import { plansFor } from '#core/resolve/plan.ts';
import { hallOf } from '#core/state.ts';
import { applyPatch, diffPlans, PlanPatch } from '#shared/plan-patch.ts';
import { aRandomState, anInstant } from '../support/random-state.ts';

/** A patch as it comes over the wire. */
const sent = (patch: PlanPatch): PlanPatch => PlanPatch.parse(JSON.parse(JSON.stringify(patch)));

describe('a patch between any two plans', () => {
  it('makes the second of the first, and fits no other', () => {
    fc.assert(
      fc.property(aRandomState, aRandomState, anInstant, anInstant, (one, other, first, second) => {
        const [from, to] = first <= second ? [first, second] : [second, first];
        const screens = hallOf(one).screens.map(({ id }) => id);
        const before = plansFor(one, createCompile(), screens, from);
        const after = plansFor({ ...other, revision: one.revision + 1 }, createCompile(), screens, to);
        for (const [index, plan] of before.entries()) {
          const next = after[index];
          if (next === undefined) throw new Error('as many plans as screens');
          const patch = sent(diffPlans(plan, next));
          expect(applyPatch(plan, patch)).toEqual(next);
          expect(applyPatch({ ...plan, revision: plan.revision + 7 }, patch)).toBeNull();
          expect(applyPatch({ ...plan, sequence: plan.sequence + 1 }, patch)).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });
});
