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
  readonly expected: string;
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
    flaws.push({ path: 'to', code: 'dates-reversed', found: rule.to, expected: `a date not before ${rule.from}` });
  }
  if (targetScreens(hall, rule.targets, rule.except).size === 0) {
    const found = { targets: rule.targets, except: rule.except };
    flaws.push({ path: 'targets', code: 'no-screen', found, expected: 'at least one screen that is not excepted' });
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
        expected: 'a time within the dates from and to',
      });
    }
  }
  return flaws;
}

function endFlaws({ when, end, durationMs }: Rule): readonly RuleFlaw[] {
  if (end === undefined) return [];
  if ('always' in when)
    return [{ path: 'end', code: 'end-of-always', found: end, expected: 'no end, because the rule is always on' }];
  const flaws: RuleFlaw[] = [];
  if (durationMs !== undefined)
    flaws.push({
      path: 'end',
      code: 'end-and-duration',
      found: end,
      expected: 'either an end or a duration, not both',
    });
  if (!end.includes('T')) return flaws;
  if (!('at' in when))
    flaws.push({ path: 'end', code: 'end-dated', found: end, expected: 'a time of day such as "18:00"' });
  else if (parseLocal(end) <= parseLocal(when.at))
    flaws.push({ path: 'end', code: 'end-before-start', found: end, expected: `a time after ${when.at}` });
  else if (parseLocal(end) - parseLocal(when.at) > longestMs)
    flaws.push({
      path: 'end',
      code: 'end-too-far',
      found: end,
      expected: `a time within ${longestMs / dayMs} days of ${when.at}`,
    });
  return flaws;
}

function cronFlaws(rule: Rule, expression: string): readonly RuleFlaw[] {
  const parsed = parseCron(expression);
  if (!parsed.ok) {
    const { field, found, expected, example } = parsed;
    const words = { found: `${field} ${found}`, expected: `${expected}, for example ${example}` };
    return [{ path: 'when.cron', code: 'expression', ...words, field: { field, found, example } }];
  }
  const { cron } = parsed;
  if (cron.timesMs.length > maxStartsADay) {
    return [
      {
        path: 'when.cron',
        code: 'too-often',
        found: `${cron.timesMs.length} starts a day`,
        expected: `at most ${maxStartsADay}`,
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
        expected: `a day from ${rule.from} to ${rule.to}`,
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
