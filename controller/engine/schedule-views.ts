import { hallOf, type HallState } from '../core/state.ts';
import type { Claim } from '../core/claim.ts';
import { applyEdits } from '../core/commands/schedule.ts';
import type { Compile } from '../core/compile.ts';
import type { ScheduleViews } from '../core/ports.ts';
import { createScheduleMemo } from '../core/resolve/memo.ts';
import { calendarIn } from '../core/view/calendar.ts';
import { dayReport } from '../core/view/day-report.ts';
import { impact } from '../core/view/impact.ts';
import { tooMuch } from '../core/view/workload.ts';
import { missedIn, type Absence } from '../core/view/missed.ts';
import { ruleOutlook } from '../core/view/rule-outlook.ts';
import type { ScreenState } from '#shared/facts.ts';

export interface ScheduleViewOptions {
  readonly state: () => HallState;
  readonly compile: Compile;
  readonly now: () => number;
  readonly claimsAt: (t: number) => readonly Claim[];
  readonly screen: (id: string) => ScreenState | null;
  /** Times in which the controller did not run. */
  readonly absences: readonly Absence[];
}

/** Questions about the schedule; none changes anything. */
export function createScheduleViews(options: ScheduleViewOptions): ScheduleViews {
  const { state, compile, now, claimsAt, screen, absences } = options;
  // Apart from the plans' memo, whose results every take needs again.
  const memo = createScheduleMemo();
  return {
    calendar(from, until) {
      const problem = tooMuch(state(), from, until, memo);
      return problem === null
        ? { ok: true, calendar: calendarIn(state(), compile, from, until, memo) }
        : { ok: false, problem };
    },
    preview(edits, from, until) {
      const before = state();
      const edited = applyEdits(before, claimsAt(now()), edits, now());
      if (!edited.ok) return edited;
      const problem = tooMuch(before, from, until, memo) ?? tooMuch(edited.state, from, until, memo);
      if (problem !== null) return { ok: false, problem };
      return { ok: true, impact: impact(before, edited.state, compile, from, until, memo) };
    },
    ruleOutlook: (rule) => ruleOutlook(state(), compile, rule, now(), memo),
    dayReport(date) {
      const midday = Date.parse(`${date}T12:00Z`);
      const problem = tooMuch(state(), midday, midday, memo);
      if (problem !== null) return { ok: false, problem };
      const troubles = hallOf(state()).screens.map(({ id }) => {
        const seen = screen(id);
        const isDown = seen !== null && (seen.health.state === 'offline' || seen.health.state === 'maintenance');
        return {
          screen: id,
          missing: seen?.reported?.media.missing ?? [],
          down: isDown ? { why: seen.health.reason ?? seen.health.state, said: seen.health.said ?? null } : null,
        };
      });
      return { ok: true, report: dayReport(state(), compile, date, troubles, memo) };
    },
    missed: () => missedIn(state(), compile, absences, now(), memo),
  };
}
