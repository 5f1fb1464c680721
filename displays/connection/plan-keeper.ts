import type { ScreenId } from '#shared/ids.ts';
import { identityOf, isSamePlan, type Plan, type PlanIdentity } from '#shared/plan.ts';
import { applyPatch, type PlanPatch } from '#shared/plan-patch.ts';

/** The plans this page holds, by screen. */
export interface PlanKeeper {
  get(screen: ScreenId): Plan | null;
  identity(screen: ScreenId): PlanIdentity | null;
  put(plan: Plan): void;
  /** Whether the patch fitted; one that was applied already has. */
  patch(screen: ScreenId, patch: PlanPatch): boolean;
  subscribe(screen: ScreenId, listener: () => void): () => void;
}

export function createPlanKeeper(onChange: (plan: Plan) => void): PlanKeeper {
  const plans = new Map<ScreenId, Plan>();
  const listeners = new Map<ScreenId, Set<() => void>>();

  function put(plan: Plan): void {
    plans.set(plan.screen, plan);
    onChange(plan);
    for (const listener of listeners.get(plan.screen) ?? []) listener();
  }
  return {
    get: (screen) => plans.get(screen) ?? null,
    identity(screen) {
      const plan = plans.get(screen);
      return plan === undefined ? null : identityOf(plan);
    },
    put,
    patch(screen, patch) {
      const before = plans.get(screen);
      if (before === undefined) return false;
      if (isSamePlan(patch.next, before)) return true;
      const after = applyPatch(before, patch);
      if (after === null) return false;
      put(after);
      return true;
    },
    subscribe(screen, listener) {
      const mine = listeners.get(screen) ?? new Set();
      listeners.set(screen, mine.add(listener));
      return () => mine.delete(listener);
    },
  };
}
