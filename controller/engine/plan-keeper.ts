import type { ScreenId } from '#shared/ids.ts';
import { isSamePlan, type Plan, type Setup } from '#shared/plan.ts';
import { diffPlans, type PlanPatch } from '#shared/plan-patch.ts';
import type { Compile } from '../core/compile.ts';
import type { PlanNews } from '../core/ports.ts';
import { remember, type ScheduleMemo } from '../core/resolve/memo.ts';
import { plansFor } from '../core/resolve/plan.ts';
import type { Trial, Volatile } from '../core/volatile.ts';
import { hallOf, type HallState } from '../core/state.ts';

/** The present plan of every screen. */
export interface PlanKeeper {
  get(screen: string): Plan | undefined;
  /** When the screen's plan last changed, ms. */
  changedAt(screen: string): number;
  /** Makes all plans anew, and tells what is different for whom: equal differences once. */
  refresh(state: HallState, volatile: Volatile, now: number): readonly PlanNews[];
}

export function createPlanKeeper(compile: Compile, memo: ScheduleMemo): PlanKeeper {
  let plans = new Map<string, { readonly plan: Plan; readonly changedAt: number }>();
  /** The screen's setup, with the corners that somebody tries on it. */
  const setupOn = (setup: Setup, trial: Trial | undefined): Setup =>
    trial === undefined
      ? setup
      : remember(memo, trial, 'setup', [setup], () => ({ ...setup, cornerPin: trial.cornerPin, trial: true }));
  return {
    get: (screen) => plans.get(screen)?.plan,
    changedAt: (screen) => plans.get(screen)?.changedAt ?? 0,
    refresh(state, { sequence, trials }, now) {
      const hall = hallOf(state);
      const screens = remember(memo, hall, 'screen ids', [], () => hall.screens.map((screen) => screen.id));
      const news = new Map<PlanPatch, { readonly screens: ScreenId[]; readonly patch: PlanPatch }>();
      const patchOf = createPatches();
      const next: typeof plans = new Map();
      for (const made of plansFor(state, compile, screens, now, memo)) {
        const plan = { ...made, sequence, setup: setupOn(made.setup, trials[made.screen]) };
        const known = plans.get(plan.screen);
        if (known !== undefined && isSamePlan(known.plan, plan)) {
          next.set(plan.screen, known);
          continue;
        }
        next.set(plan.screen, { plan, changedAt: now });
        if (known === undefined) continue;
        const patch = patchOf(known.plan, plan);
        let alike = news.get(patch);
        if (alike === undefined) news.set(patch, (alike = { screens: [], patch }));
        alike.screens.push(plan.screen);
      }
      plans = next;
      return [...news.values()];
    },
  };
}

/**
 * Differences of plans, each made once: screens with the same future share its parts, so that two pairs of plans that
 * are made of the same parts differ alike, and what is equal all the same is found by its text.
 */
function createPatches(): (before: Plan, after: Plan) => PlanPatch {
  const byParts = new Map<Plan['items'], Map<Plan['items'], PlanPatch>>();
  const byText = new Map<string, PlanPatch>();
  return (before, after) => {
    const isSameSetup = before.setup === after.setup;
    const known = isSameSetup ? byParts.get(before.items)?.get(after.items) : undefined;
    if (known !== undefined) return known;
    const made = diffPlans(before, after);
    const text = JSON.stringify(made);
    const patch = byText.get(text) ?? made;
    byText.set(text, patch);
    if (isSameSetup) {
      const from = byParts.get(before.items) ?? new Map<Plan['items'], PlanPatch>();
      byParts.set(before.items, from.set(after.items, patch));
    }
    return patch;
  };
}
