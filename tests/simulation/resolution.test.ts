import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createCompile } from '#core/compile.ts';
import { claimsIn } from '#core/resolve/claims.ts';
import { holdsOn } from '#core/resolve/holds.ts';
import { createScheduleMemo } from '#core/resolve/memo.ts';
import { planFor, plansFor } from '#core/resolve/plan.ts';
import { resolve } from '#core/resolve/resolve.ts';
import { sweep } from '#core/resolve/sweep.ts';
import type { Plan } from '#shared/plan.ts';
import { runPosition, sceneAt, shownByRun } from '#shared/scene-at.ts';
import { hallOf } from '#core/state.ts';
import { anInstant, aRandomState, zero } from '../support/random-state.ts';

// Many random halls: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const day = 86_400_000;
const compile = createCompile();

/** What can be seen of a plan at an instant. An entrance is over after a minute, whenever exactly it was. */
function visible(plan: Plan, t: number): unknown {
  const { item: _, shown, ...rest } = sceneAt(plan, t);
  if (shown === null) return rest;
  const { enteredAt, transition, ...appearance } = shown;
  return { ...rest, appearance, ...(t - enteredAt < 60_000 ? { enteredAt, transition } : {}) };
}

describe('resolution', () => {
  it('does not depend on the order of the claims', () => {
    fc.assert(
      fc.property(aRandomState, anInstant, fc.array(fc.nat(), { minLength: 40 }), (state, t, noise) => {
        const claims = claimsIn(state, compile, t, t + 1);
        const shuffled = claims
          .map((claim, index) => ({ claim, key: noise[index] ?? index }))
          .toSorted((a, b) => a.key - b.key);
        for (const { id } of hallOf(state).screens) {
          const one = resolve(claims, id, t);
          const other = resolve(
            shuffled.map(({ claim }) => claim),
            id,
            t,
          );
          expect(other.winner).toBe(one.winner);
          expect(other.losers).toEqual(one.losers);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has exactly one winner for each screen at every instant, the same in a sweep', () => {
    fc.assert(
      fc.property(aRandomState, anInstant, (state, t) => {
        const screens = hallOf(state).screens.map(({ id }) => id);
        const from = t - 2 * day;
        const until = t + 2 * day;
        const claims = claimsIn(state, compile, from, until);
        const won = sweep(claims, screens, from, until);
        // One by one no screen shares anything with another.
        for (const id of screens) expect(won.get(id)).toEqual(sweep(claims, [id], from, until).get(id));
        for (const id of screens) {
          const list = won.get(id) ?? [];
          expect(list[0]?.from).toBe(from);
          expect(list.at(-1)?.until).toBe(until);
          list.slice(1).forEach((one, index) => {
            expect(one.from).toBe(list[index]?.until);
            expect(one.claim).not.toBe(list[index]?.claim);
          });
          list.forEach((one) => {
            expect(one.until).toBeGreaterThan(one.from);
            for (const instant of [one.from, (one.from + one.until) / 2, one.until - 1]) {
              expect(one.claim).toBe(resolve(claims, id, instant).winner);
            }
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('holds screens exactly when the run shows something there and has not ended', () => {
    fc.assert(
      fc.property(
        aRandomState,
        anInstant,
        fc.array(fc.integer({ min: -6 * 3_600_000, max: 6 * 3_600_000 }), { minLength: 20, maxLength: 20 }),
        (state, t, offsets) => {
          for (const claim of claimsIn(state, compile, t - 6 * 3_600_000, t + 6 * 3_600_000)) {
            if (claim.layer === 'emergency' || claim.layer === 'maintenance' || claim.layer === 'closed') continue;
            for (const id of claim.screens.keys()) {
              const holds = holdsOn(claim, id);
              const edges = holds
                .flatMap((hold) => [hold.from, hold.from - 1, hold.until, hold.until - 1])
                .filter(Number.isFinite);
              for (const instant of [...offsets.map((offset) => t + offset), ...edges]) {
                if (instant < claim.from || (claim.until !== null && instant >= claim.until)) continue;
                const shown = shownByRun(claim.run, claim.timeline, claim.segments, id, instant);
                const { ended } = runPosition(claim.timeline, claim.segments, instant);
                expect(holds.some((hold) => hold.from <= instant && instant < hold.until)).toBe(
                  shown !== null && !ended,
                );
              }
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a plan', () => {
  it('says at every instant what resolution says, and changes exactly when it does', () => {
    fc.assert(
      fc.property(aRandomState, anInstant, (state, now) => {
        const screens = hallOf(state).screens.map(({ id }) => id);
        for (const plan of plansFor(state, compile, screens, now)) {
          const answer = (t: number): string => {
            const { run, power } = resolve(claimsIn(state, compile, t, t + 1), plan.screen, t).winner;
            return `${run} ${power}`;
          };
          plan.items.forEach((item, index) => {
            if (item.from >= plan.until) return;
            const next = plan.items[index + 1];
            expect(next === undefined ? item.until : next.from).toBe(item.until);
            const ends = Math.min(item.until ?? Infinity, plan.until);
            for (const t of [Math.max(item.from, now), (Math.max(item.from, now) + ends) / 2, ends - 0.5]) {
              expect(`${item.run} ${item.power}`).toBe(answer(t));
              expect(sceneAt(plan, t).why.run).toBe(item.run);
            }
          });
          for (const item of plan.items.slice(1).filter(({ from }) => from < plan.until)) {
            expect(answer(item.from - 0.5)).not.toBe(answer(item.from));
          }
          expect(plan.items.at(-1)?.until).toBeNull();
          expect(plan.items.at(-1)?.layer).toBe('ambient');
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is the same with a memo that has seen other states and times, and for one screen or all', () => {
    const memo = createScheduleMemo();
    fc.assert(
      fc.property(aRandomState, fc.array(anInstant, { minLength: 1, maxLength: 3 }), (state, instants) => {
        const screens = hallOf(state).screens.map(({ id }) => id);
        for (const now of instants) {
          const fresh = plansFor(state, createCompile(), screens, now);
          expect(plansFor(state, compile, screens, now, memo)).toEqual(fresh);
          expect(screens.map((id) => planFor(state, compile, id, now))).toEqual(fresh);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('asked later says the same of the time they share: stopping the controller changes nothing', () => {
    fc.assert(
      fc.property(aRandomState, fc.integer({ min: 1, max: 47 * 3_600_000 }), (state, laterMs) => {
        const screens = hallOf(state).screens.map(({ id }) => id);
        const before = plansFor(state, compile, screens, zero);
        const after = plansFor(structuredClone(state), createCompile(), screens, zero + laterMs);
        before.forEach((plan, index) => {
          const other = after[index];
          if (other === undefined) throw new Error('a plan is missing');
          for (let t = zero + laterMs; t < plan.until; t += 1_800_000 + 1) {
            expect(visible(other, t)).toEqual(visible(plan, t));
          }
        });
      }),
      { numRuns: 25 },
    );
  });
});
