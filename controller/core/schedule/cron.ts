import { calendarDay, type CalendarDay } from './calendar.ts';
import { fieldShapes, fieldValue, fieldValues, type FieldShape } from './cron-field.ts';
import { dayMs } from './zone.ts';

/** A day of the month that is not a plain number. */
type MonthDay =
  /** `L`, `L-n`: days before the last. */
  | { readonly is: 'last'; readonly before: number }
  /** `nW`, `LW`: the weekday nearest to it, inside the month; a month without that day has none. */
  | { readonly is: 'nearest-weekday'; readonly day: number | 'last' };

/** `n#k`: the k-th such weekday of the month; `nL`: the last. */
interface NthWeekday {
  readonly weekday: number;
  readonly nth: number | 'last';
}

/** A parsed expression. Days match when month, day of month and day of week all do. */
export interface Cron {
  readonly expression: string;
  /** Starts within a day, ms of the wall clock, ascending. */
  readonly timesMs: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly monthDays: ReadonlySet<number>;
  readonly specialDays: readonly MonthDay[];
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  readonly nthWeekdays: readonly NthWeekday[];
}

/** What is wrong with an expression: the field, what stands there, what may stand there, and a field that works. */
export interface CronFlaw {
  readonly ok: false;
  readonly field: FieldShape['name'] | 'expression';
  readonly found: string;
  readonly expected: string;
  readonly example: string;
}

const nicknames: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const maxLength = 200;

interface Draft {
  readonly values: readonly Set<number>[];
  readonly specialDays: MonthDay[];
  readonly nthWeekdays: NthWeekday[];
}

/**
 * Reads an expression in node-cron's dialect: five fields, or six with seconds first; names, lists, ranges that may
 * wrap, steps; `L`, `L-n`, `nW`, `LW`, `n#k`, `nL`, `?` and `@daily`-like words. An expression that never matches a
 * day (30 February) is refused too. Works in time linear to the text.
 */
export function parseCron(expression: string): { readonly ok: true; readonly cron: Cron } | CronFlaw {
  if (expression.length > maxLength) {
    const expected = `at most ${maxLength} characters`;
    return {
      ok: false,
      field: 'expression',
      found: `${expression.length} characters`,
      expected,
      example: '0 10 * * *',
    };
  }
  const trimmed = expression.trim();
  const texts = (nicknames[trimmed.toLowerCase()] ?? trimmed).split(/\s+/);
  if (texts.length === 5) texts.unshift('0');
  if (texts.length !== 6) {
    const expected = 'five fields (minute, hour, day of month, month, day of week), or six with seconds first';
    return { ok: false, field: 'expression', found: expression, expected, example: '30 10 * * tue-sun' };
  }
  const draft: Draft = { values: fieldShapes.map(() => new Set<number>()), specialDays: [], nthWeekdays: [] };
  for (const [index, field] of fieldShapes.entries()) {
    const text = texts[index] ?? '';
    const isOpenDay = text === '?' && (field.name === 'day of month' || field.name === 'day of week');
    for (const entry of (isOpenDay ? '*' : text).split(',')) {
      if (readEntry(draft, index, field, entry)) continue;
      const { name, expected, example } = field;
      return {
        ok: false,
        field: name,
        found: entry === text ? text : `${entry || 'nothing'} in ${text}`,
        expected,
        example,
      };
    }
  }
  const cron = finish(expression, draft);
  if (!matchesSomeDay(cron)) {
    const found = `${texts[3]} in month ${texts[4]}`;
    return { ok: false, field: 'day of month', found, expected: 'a day that exists in some year', example: '28' };
  }
  return { ok: true, cron };
}

/** Adds one list entry to the draft; false when it is not one. */
function readEntry(draft: Draft, index: number, field: FieldShape, entry: string): boolean {
  const special =
    field.name === 'day of month' ? readMonthDay(entry) : field.name === 'day of week' ? readNth(field, entry) : null;
  if (special !== null) {
    if ('weekday' in special) draft.nthWeekdays.push(special);
    else draft.specialDays.push(special);
    return true;
  }
  const values = fieldValues(field, entry);
  for (const value of values ?? []) draft.values[index]?.add(value);
  return values !== null;
}

function readMonthDay(entry: string): MonthDay | null {
  const text = entry.toUpperCase();
  if (text === 'L') return { is: 'last', before: 0 };
  if (text === 'LW') return { is: 'nearest-weekday', day: 'last' };
  const [, before, day] = /^(?:L-(\d{1,2})|(\d{1,2})W)$/.exec(text) ?? [];
  if (before !== undefined && Number(before) >= 1 && Number(before) <= 30)
    return { is: 'last', before: Number(before) };
  if (day !== undefined && Number(day) >= 1 && Number(day) <= 31) return { is: 'nearest-weekday', day: Number(day) };
  return null;
}

function readNth(field: FieldShape, entry: string): NthWeekday | null {
  const [, day = '', nth] = /^([a-z0-9]{1,9})(?:#([1-5])|l)$/i.exec(entry) ?? [];
  const value = fieldValue(field, day);
  return value === null ? null : { weekday: value % 7, nth: nth === undefined ? 'last' : Number(nth) };
}

function finish(expression: string, draft: Draft): Cron {
  const [seconds = [], minutes = [], hours = []] = draft.values.map((set) => [...set].toSorted((a, b) => a - b));
  const [, , , monthDays = new Set<number>(), months = new Set<number>(), weekdays = new Set<number>()] = draft.values;
  const timesMs = hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => ((hour * 60 + minute) * 60 + second) * 1000)),
  );
  const { specialDays, nthWeekdays } = draft;
  return { expression, timesMs, months, monthDays, specialDays, weekdays, nthWeekdays };
}

/** Whether the expression starts anything on the date. */
export function matchesDay(cron: Cron, { month, day, weekday, lastDay }: CalendarDay): boolean {
  if (!cron.months.has(month)) return false;
  const inWeek =
    cron.weekdays.has(weekday) ||
    cron.nthWeekdays.some(
      (entry) =>
        entry.weekday === weekday && (entry.nth === 'last' ? day + 7 > lastDay : Math.ceil(day / 7) === entry.nth),
    );
  if (!inWeek) return false;
  return cron.monthDays.has(day) || cron.specialDays.some((entry) => matchesSpecial(entry, day, weekday, lastDay));
}

function matchesSpecial(entry: MonthDay, day: number, weekday: number, lastDay: number): boolean {
  switch (entry.is) {
    case 'last':
      return day === lastDay - entry.before;
    case 'nearest-weekday': {
      const wanted = entry.day === 'last' ? lastDay : entry.day;
      if (wanted > lastDay || weekday === 0 || weekday === 6) return false;
      const away = day - wanted;
      // Friday stands in for Saturday and Monday for Sunday, two days away where the month ends in between.
      if (away === 0) return true;
      if (away === -1) return weekday === 5;
      if (away === 1) return weekday === 1;
      if (away === -2) return weekday === 5 && wanted === lastDay;
      return away === 2 && weekday === 1 && wanted === 1;
    }
  }
}

/** Twenty-eight years hold every pairing of date and weekday. */
function matchesSomeDay(cron: Cron): boolean {
  const first = Date.UTC(2000, 0, 1);
  for (let day = 0; day < 28 * 366; day++) if (matchesDay(cron, calendarDay(first + day * dayMs))) return true;
  return false;
}
