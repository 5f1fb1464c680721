import type { Said } from '#shared/said.ts';
import { expected } from '#shared/words/flaw-words.ts';
import type { Hall } from '#shared/hall.ts';
import type { RuleFlawCode } from '#shared/schedule-answers.ts';
import type { Rule } from '#shared/schedule.ts';
import { targetScreens } from '../targets.ts';
import { calendarDay } from './calendar.ts';
import { matchesDay, parseCron, type Cron, type CronFlaw } from './cron.ts';
import { dayMs, parseLocal } from './zone.ts';

/** Something wrong in a rule: where, what was found, what was expected. */
export interface RuleFlaw {
  readonly path: string;
  /** What kind of slip it is, for those who say it in another language. */
  readonly code: RuleFlawCode;
  readonly found: unknown;
  readonly expected: Said;
  /** Of an expression: which field, and one that works. */
  readonly field?: Pick<CronFlaw, 'field' | 'found' | 'example'>;
}

/** More than one start a minute is a slip of the pen, and would be a hundred thousand occurrences a day. */
const maxStartsADay = 1440;

/** As long as a duration may be. */
const longestMs = 366 * dayMs;

/** What cannot be meant by a rule whose shape is right: times that never come, an end before its start, no screens. */
export function ruleFlaws(rule: Rule, hall: Hall): readonly RuleFlaw[] {
  const flaws: RuleFlaw[] = [];
  if (rule.from !== undefined && rule.to !== undefined && rule.to < rule.from) {
    flaws.push({ path: 'to', code: 'dates-reversed', found: rule.to, expected: expected.notBefore(rule.from) });
  }
  if (targetScreens(hall, rule.targets, rule.except).size === 0) {
    const found = { targets: rule.targets, except: rule.except };
    flaws.push({ path: 'targets', code: 'no-screen', found, expected: expected.someScreen() });
  }
  flaws.push(...endFlaws(rule));
  if ('cron' in rule.when) flaws.push(...cronFlaws(rule, rule.when.cron));
  if ('at' in rule.when) {
    const date = rule.when.at.slice(0, 10);
    if ((rule.from !== undefined && date < rule.from) || (rule.to !== undefined && date > rule.to)) {
      flaws.push({
        path: 'when.at',
        code: 'start-outside-dates',
        found: rule.when.at,
        expected: expected.withinDates(),
      });
    }
  }
  return flaws;
}

function endFlaws({ when, end, durationMs }: Rule): readonly RuleFlaw[] {
  if (end === undefined) return [];
  if ('always' in when) return [{ path: 'end', code: 'end-of-always', found: end, expected: expected.noEnd() }];
  const flaws: RuleFlaw[] = [];
  if (durationMs !== undefined)
    flaws.push({
      path: 'end',
      code: 'end-and-duration',
      found: end,
      expected: expected.endOrDuration(),
    });
  if (!end.includes('T')) return flaws;
  if (!('at' in when)) flaws.push({ path: 'end', code: 'end-dated', found: end, expected: expected.timeOfDay() });
  else if (parseLocal(end) <= parseLocal(when.at))
    flaws.push({ path: 'end', code: 'end-before-start', found: end, expected: expected.timeAfter(when.at) });
  else if (parseLocal(end) - parseLocal(when.at) > longestMs)
    flaws.push({
      path: 'end',
      code: 'end-too-far',
      found: end,
      expected: expected.timeWithin(longestMs / dayMs, when.at),
    });
  return flaws;
}

function cronFlaws(rule: Rule, expression: string): readonly RuleFlaw[] {
  const parsed = parseCron(expression);
  if (!parsed.ok) {
    const { field, found, example } = parsed;
    const wanted = expected.cronField(field, parsed.expected, example);
    return [{ path: 'when.cron', code: 'expression', found, expected: wanted, field: { field, found, example } }];
  }
  const { cron } = parsed;
  if (cron.timesMs.length > maxStartsADay) {
    return [
      {
        path: 'when.cron',
        code: 'too-often',
        found: cron.timesMs.length,
        expected: expected.atMost(maxStartsADay),
      },
    ];
  }
  if (
    rule.from !== undefined &&
    rule.to !== undefined &&
    rule.from <= rule.to &&
    !startsBetween(cron, rule.from, rule.to)
  ) {
    return [
      {
        path: 'when.cron',
        code: 'never-in-dates',
        found: expression,
        expected: expected.dayBetween(rule.from, rule.to),
      },
    ];
  }
  return [];
}

function startsBetween(cron: Cron, from: string, to: string): boolean {
  // After 28 years the pairing of dates and weekdays repeats, and an expression that never comes was refused before.
  const last = Math.min(parseLocal(to), parseLocal(from) + 28 * 366 * dayMs);
  for (let day = parseLocal(from); day <= last; day += dayMs) if (matchesDay(cron, calendarDay(day))) return true;
  return false;
}
