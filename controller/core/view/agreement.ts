import type { Desired } from '#shared/facts.ts';
import type { Plan } from '#shared/plan.ts';
import type { Report } from '#shared/report.ts';

/** A report may be this much behind what the plan has just begun to want. */
const graceMs = 3_000;

/**
 * Whether a screen shows what its plan wants at `now`. `null` while that cannot be said: nothing was heard, or the
 * wish is so young that the next report has to come first. `wanted` is what the plan wants now, `plannedAt` when the plan
 * itself last changed.
 */
export function agreement(
  plan: Plan,
  report: Report | null,
  wanted: Desired,
  plannedAt: number,
  now: number,
): boolean | null {
  if (report === null) return null;
  if (shows(report, wanted)) return true;
  const isYoung = now - plannedAt < graceMs || now - wanted.since < graceMs || now - reachedBy(plan, now) < graceMs;
  return isYoung ? null : false;
}

function shows({ shown, power }: Report, wanted: Desired): boolean {
  if (power !== wanted.power) return false;
  if (wanted.power === 'standby') return true;
  if (wanted.scene === null) return shown === null;
  return shown?.run === wanted.run && shown.scene === wanted.scene && shown.cue <= wanted.cue;
}

/** When the item in force at `now` began. */
function reachedBy(plan: Plan, now: number): number {
  return plan.items.findLast((item) => item.from <= now)?.from ?? plan.from;
}
