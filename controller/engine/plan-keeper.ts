import type { ScreenId } from '#shared/ids.ts';
import { isSamePlan, type Plan } from '#shared/plan.ts';
import { diffPlans } from '#shared/plan-patch.ts';
import type { Compile } from '../core/compile.ts';
import type { PlanNews } from '../core/ports.ts';
import type { ScheduleMemo } from '../core/resolve/memo.ts';
import { plansFor } from '../core/resolve/plan.ts';
import { hallOf, type HallState } from '../core/state.ts';

/** The present plan of every screen. */
export interface PlanKeeper {
  get(screen: string): Plan | undefined;
  /** When the screen's plan last changed, ms. */
  changedAt(screen: string): number;
  /** Makes all plans anew, and tells what is different for whom: equal differences once. */
  refresh(state: HallState, sequence: number, now: number): readonly PlanNews[];
}

export function createPlanKeeper(compile: Compile, memo: ScheduleMemo): PlanKeeper {
  let plans = new Map<string, { readonly plan: Plan; readonly changedAt: number }>();
  return {
    get: (screen) => plans.get(screen)?.plan,
    changedAt: (screen) => plans.get(screen)?.changedAt ?? 0,
    refresh(state, sequence, now) {
      const screens = hallOf(state).screens.map((screen) => screen.id);
      const news = new Map<string, { readonly screens: ScreenId[]; readonly patch: PlanNews['patch'] }>();
      const next: typeof plans = new Map();
      for (const made of plansFor(state, compile, screens, now, memo)) {
        const plan = { ...made, sequence };
        const known = plans.get(plan.screen);
        if (known !== undefined && isSamePlan(known.plan, plan)) {
          next.set(plan.screen, known);
          continue;
        }
        next.set(plan.screen, { plan, changedAt: now });
        if (known === undefined) continue;
        const patch = diffPlans(known.plan, plan);
        const key = JSON.stringify(patch);
        const alike = news.get(key);
        if (alike === undefined) news.set(key, { screens: [plan.screen], patch });
        else alike.screens.push(plan.screen);
      }
      plans = next;
      return [...news.values()];
    },
  };
}
