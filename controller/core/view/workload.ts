import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { ScheduleMemo } from '../resolve/memo.ts';
import { cronOf, screensOfRule } from '../resolve/rule-claims.ts';
import { dayIn, type Calendar } from '../schedule/calendar.ts';
import { matchesDay } from '../schedule/cron.ts';
import { dayMs, midnight, parseLocal } from '../schedule/zone.ts';
import type { HallState } from '../state.ts';

/** Occurrences, each as often as it has screens, that are looked through at once: about a second of work. */
const most = 300_000;

/** Why the schedule over [from, until), ms, is not looked through, or null: it would keep the hall from its screens. */
export function tooMuch(state: HallState, from: number, until: number, memo: ScheduleMemo): Problem | null {
  // Whole UTC days and one on either side hold every local date of the span, in any zone.
  const [first, last] = [midnight(from) - dayMs, midnight(until) + dayMs];
  const calendar: Calendar = new Map();
  let work = 0;
  for (const rule of Object.values(state.rule)) {
    if (!rule.enabled || work > most) continue;
    const screens = screensOfRule(state, rule, memo).size;
    if ('at' in rule.when) {
      const at = parseLocal(rule.when.at);
      if (at >= first && at < last) work += screens;
      continue;
    }
    const cron = cronOf(memo, rule);
    if (cron === null) continue;
    for (let day = first; day < last; day += dayMs)
      if (matchesDay(cron, dayIn(calendar, day))) work += screens * cron.timesMs.length;
  }
  return work <= most ? null : problem('too-large', no.tooMuchAhead(), [{ path: 'to', message: 'nearer to from' }]);
}
