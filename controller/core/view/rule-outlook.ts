import type { RuleOutlookAnswer } from '#shared/schedule-answers.ts';
import type { Rule } from '#shared/schedule.ts';
import type { Compile } from '../compile.ts';
import { importedOf } from '../commands/importing.ts';
import { shown } from '../flaw.ts';
import type { ScheduleMemo } from '../resolve/memo.ts';
import { timetableOf } from '../resolve/rule-claims.ts';
import { flawsOfRule } from '../schedule/check-schedule.ts';
import { occurrencesOf, type Occurrence } from '../schedule/occurrences.ts';
import { dayMs, localText, parseLocal, toInstant, toLocal, zoneTable } from '../schedule/zone.ts';
import { hallOf, type HallState } from '../state.ts';
import { transitionsIn } from './transitions.ts';

/** When a rule comes; ms of shared time, and wall times. */
export interface Coming {
  readonly from: number;
  readonly until: number;
  /** The wall time that the rule asks for, before any exception. */
  readonly planned: string;
  readonly start: string;
  readonly moment: Occurrence['moment'];
}

export interface RuleOutlook {
  readonly flaws: RuleOutlookAnswer['flaws'];
  readonly next: readonly Coming[];
  readonly odd: readonly Coming[];
}

const wanted = 5;
/** As far as anybody looks: 29 February comes five times within it. */
const furthestMs = 21 * 366 * dayMs;
const oddWithinMs = 400 * dayMs;

/** Whether a rule, saved or not, can stand in this hall, and when it would come after `now`, ms, by itself. */
export function ruleOutlook(
  state: HallState,
  compile: Compile,
  rule: Rule,
  now: number,
  memo: ScheduleMemo,
): RuleOutlook {
  const hall = hallOf(state);
  const flaws = flawsOfRule(importedOf(state), hall, rule).map((flaw) => ({
    ...flaw,
    found: shown(flaw.found).en,
    expected: flaw.expected.en,
  }));
  if (flaws.length > 0 || 'always' in rule.when) return { flaws, next: [], odd: [] };
  const exceptions = Object.values(state.exception).filter((one) => one.rule === rule.id);
  const between = (from: number, until: number): readonly Coming[] => {
    const zone = zoneTable(hall.timeZone, from, until);
    const table = timetableOf({ state, compile, memo, zone, calendar: new Map() }, rule, exceptions);
    return occurrencesOf(table, from, until).map((occurrence) => ({
      from: occurrence.from,
      until: occurrence.until,
      planned: occurrence.run.slice(rule.id.length + 1),
      start: localText(toLocal(zone, occurrence.from)),
      moment: occurrence.moment,
    }));
  };
  const zone = zoneTable(hall.timeZone, now, now + oddWithinMs);
  const odd = transitionsIn(zone, now, now + oddWithinMs).flatMap(({ at }) =>
    between(at - dayMs, at + dayMs).filter((coming) => coming.moment !== 'usual' && coming.from >= now),
  );
  return { flaws, next: nextOf(rule, hall.timeZone, now, between), odd };
}

/** Looks near first, then ever further: most rules come within days. */
function nextOf(
  { when, from, to }: Rule,
  timeZone: string,
  now: number,
  between: (from: number, until: number) => readonly Coming[],
): readonly Coming[] {
  const first = 'at' in when ? when.at.slice(0, 10) : from;
  const zoneAt = (date: string): number => {
    const local = parseLocal(date);
    return toInstant(zoneTable(timeZone, local - dayMs, local + dayMs), local);
  };
  // A move may bring a date forward; a week covers what people do by hand.
  const begin = first === undefined ? now : Math.max(now, zoneAt(first) - 7 * dayMs);
  const end = to === undefined ? Infinity : zoneAt(to) + 8 * dayMs;
  const found: Coming[] = [];
  let spanMs = 14 * dayMs;
  for (let at = begin; at < Math.min(end, begin + furthestMs) && found.length < wanted; spanMs *= 2) {
    const until = at + spanMs;
    found.push(...between(at, until).filter((coming) => coming.from >= at));
    at = until;
  }
  return found.slice(0, wanted);
}
