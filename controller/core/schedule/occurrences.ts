import type { RunId } from '#shared/ids.ts';
import type { Rule, RuleException } from '#shared/schedule.ts';
import { dayIn, timeText, type Calendar, type CalendarDay } from './calendar.ts';
import { matchesDay, type Cron } from './cron.ts';
import {
  dayMs,
  midnight,
  momentOf,
  parseLocal,
  parseTimeOfDay,
  toInstant,
  toLocal,
  type LocalMs,
  type Moment,
  type ZoneTable,
} from './zone.ts';

/** What a rule shows instead on a date. */
export type Replacement = Extract<RuleException['change'], { is: 'replace' }>;

/** One time a rule runs. Instants are ms of shared time. */
export interface Occurrence {
  /** From the rule, its local date and its local start as the rule has it: moving an occurrence keeps its id. */
  readonly run: RunId;
  readonly date: string;
  readonly from: number;
  readonly until: number;
  /** How the start meets the zone's clock changes. */
  readonly moment: Moment;
  readonly replacement: Replacement | null;
}

/** A rule with all that decides when it runs. */
export interface Timetable {
  readonly rule: Rule;
  /** The parsed expression of a rule that has one. */
  readonly cron: Cron | null;
  /** By local date. */
  readonly exceptions: ReadonlyMap<string, RuleException>;
  readonly zone: ZoneTable;
  readonly calendar: Calendar;
  /** How long it runs when neither the rule nor an exception says so. */
  readonly ownDurationMs: (replacement: Replacement | null) => number;
}

interface Start {
  readonly planned: LocalMs;
  readonly date: string;
  readonly instant: number;
  readonly moment: Moment;
  readonly endsAt: number;
  readonly replacement: Replacement | null;
}

/** The wall times at which the rule itself starts on a date, before exceptions. */
function plannedOn({ rule, cron }: Timetable, day: CalendarDay): readonly LocalMs[] {
  if ((rule.from !== undefined && day.date < rule.from) || (rule.to !== undefined && day.date > rule.to)) return [];
  if ('at' in rule.when) {
    const at = parseLocal(rule.when.at);
    return midnight(at) === day.local ? [at] : [];
  }
  if (cron === null || !matchesDay(cron, day)) return [];
  return cron.timesMs.map((timeMs) => day.local + timeMs);
}

/** The starts of a date after its exception. A move shifts the whole date: its first start goes where the move says. */
function startsOn(table: Timetable, local: LocalMs): readonly Start[] {
  const day = dayIn(table.calendar, local);
  const planned = plannedOn(table, day);
  const first = planned[0];
  if (first === undefined) return [];
  const change = table.exceptions.get(day.date)?.change;
  if (change?.is === 'skip') return [];
  const shiftMs = change?.is === 'move' ? parseLocal(change.to) - first : 0;
  const replacement = change?.is === 'replace' ? change : null;
  const movedMs = change?.is === 'move' ? change.durationMs : undefined;
  const durationMs = movedMs ?? table.rule.durationMs ?? table.ownDurationMs(replacement);
  return planned.map((start) => {
    const instant = toInstant(table.zone, start + shiftMs);
    const end = movedMs === undefined ? endOf(table.rule, start) : null;
    return {
      planned: start,
      date: day.date,
      instant,
      moment: momentOf(table.zone, start + shiftMs),
      endsAt: end === null ? instant + durationMs : toInstant(table.zone, end + shiftMs),
      replacement,
    };
  });
}

/** The wall time at which a start ends, where the rule names one. */
function endOf({ end }: Rule, start: LocalMs): LocalMs | null {
  if (end === undefined) return null;
  if (end.includes('T')) return parseLocal(end);
  const sameDay = midnight(start) + parseTimeOfDay(end);
  return sameDay <= start ? sameDay + dayMs : sameDay;
}

function movedDays(table: Timetable): readonly LocalMs[] {
  return [...table.exceptions.values()]
    .filter((exception) => exception.change.is === 'move')
    .map((exception) => parseLocal(exception.date));
}

/** The date of a rule that has only one, or null. */
function onlyDay(rule: Rule): LocalMs | null {
  return 'at' in rule.when ? midnight(parseLocal(rule.when.at)) : null;
}

/** The longest an unmoved start of the rule can last, at least a day. */
function longestDurationMs(table: Timetable): number {
  // An end by the clock is 36 hours into the start's date at most, and a clock change away.
  if (table.rule.end !== undefined) return 2 * dayMs;
  if (table.rule.durationMs !== undefined) return Math.max(table.rule.durationMs, dayMs);
  const replacements = [...table.exceptions.values()].map(({ change }) => (change.is === 'replace' ? change : null));
  return Math.max(dayMs, table.ownDurationMs(null), ...replacements.map((change) => table.ownDurationMs(change)));
}

/** Every start that can matter to [from, until): those inside, the ones that reach into it, and those that cut them. */
function startsAround(table: Timetable, from: number, until: number): readonly Start[] {
  const only = onlyDay(table.rule);
  if (only !== null) return startsOn(table, only);
  const moved = movedDays(table);
  const starts = moved.flatMap((day) => startsOn(table, day));
  const isMoved = new Set(moved);
  const visit = (day: LocalMs): readonly Start[] => {
    const found = isMoved.has(day) ? [] : startsOn(table, day);
    starts.push(...found);
    return found;
  };
  const longestMs = longestDurationMs(table);
  const firstDay = midnight(toLocal(table.zone, from));
  const lastDay = midnight(toLocal(table.zone, until));
  for (let day = firstDay; day <= lastDay; day += dayMs) visit(day);
  // A rule's next start ends the one before, so the nearest on each side says all about those beyond it.
  for (let day = firstDay - dayMs; day > firstDay - longestMs - 2 * dayMs; day -= dayMs) {
    if (visit(day).some((start) => start.instant <= from)) break;
  }
  for (let day = lastDay + dayMs; day < lastDay + longestMs + 2 * dayMs; day += dayMs) {
    if (visit(day).some((start) => start.instant >= until)) break;
  }
  return starts;
}

/**
 * The occurrences of a rule that touch [from, until), in order. A rule never overlaps itself: its next start ends the
 * one before. A start that falls into a gap of the clocks comes later by the gap, and yields where the rule starts at
 * that time anyway; a start in a doubled hour comes once, the first time. Rules that are `always` have none.
 */
export function occurrencesOf(table: Timetable, from: number, until: number): readonly Occurrence[] {
  const starts = startsAround(table, from, until).toSorted(
    (a, b) => a.instant - b.instant || Number(a.moment !== 'gap') - Number(b.moment !== 'gap') || a.planned - b.planned,
  );
  return starts.flatMap((start, index) => {
    const next = starts[index + 1]?.instant ?? Infinity;
    const end = Math.min(start.endsAt, next);
    if (end <= start.instant || start.instant >= until || end <= from) return [];
    return [
      {
        run: `${table.rule.id}@${start.date}T${timeText(start.planned - midnight(start.planned))}` as RunId,
        date: start.date,
        from: start.instant,
        until: end,
        moment: start.moment,
        replacement: start.replacement,
      },
    ];
  });
}
