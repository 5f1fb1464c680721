/**
 * A local date, `YYYY-MM-DD`, or a date and time, `YYYY-MM-DDTHH:MM`, as people type it: day, month and year, in the order
 * of all the console's languages, with any sign between them or none; or as this is written. Null: it is none yet.
 */
export function typedDate(text: string, withTime: boolean): string | null {
  const found = (withTime ? dateTimes : dates).map((form) => form.exec(text.trim())?.groups).find((one) => one);
  if (found === undefined) return null;
  const [year, month, day, hour, minute] = units.map((unit) => Number(found[unit] ?? '0'));
  return localOf([year ?? 0, month ?? 0, day ?? 0, hour ?? 0, minute ?? 0], withTime);
}

/**
 * Whether nobody has to wait for more of a date: all its digits stand there with nothing between them, or with two for the
 * day and the month, and the caret is behind them. Whoever changes `28.11.2026` to the 29th passes through the 2nd, and
 * does not mean it.
 */
export function isWhole(text: string, caret: number, withTime: boolean): boolean {
  if (typedDate(text, withTime) === null) return false;
  const isAllFigures = /^\d+$/.test(text);
  const isInFull = /^(?:\d{2}\D\d{2}\D\d{4}|\d{4}\D\d{2}\D\d{2})(?:\D*\d{2}\D?\d{2})?$/.test(text);
  return isAllFigures || (isInFull && caret === text.length);
}

/** As the console writes it: `28.11.2026 09:30`, in English `28/11/2026 09:30`. */
export function shownDate(local: string, between: string): string {
  const [date = '', time] = local.split('T');
  const text = date.split('-').toReversed().join(between);
  return time === undefined ? text : `${text} ${time.slice(0, 5)}`;
}

/** One more or fewer of what the caret is at: of the day, the month, the year, the hour or the minute. */
export function stepped(local: string, text: string, caret: number, by: number): string {
  const at = (text.slice(0, caret).match(/\D+/g) ?? []).length;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = local.split(/\D/).map(Number);
  const parts: [number, number, number, number, number] = [year, month, day, hour, minute];
  const place = [2, 1, 0, 3, 4][at] ?? 2;
  parts[place] = (parts[place] ?? 0) + by;
  // The 31st of a month before one of 30 days is its last day, not the first of the next.
  if (at === 1 || at === 2) parts[2] = Math.min(day, new Date(Date.UTC(parts[0], parts[1], 0)).getUTCDate());
  return new Date(instant(parts)).toISOString().slice(0, local.length > 10 ? 16 : 10);
}

type Parts = readonly [year: number, month: number, day: number, hour: number, minute: number];

const units = ['year', 'month', 'day', 'hour', 'minute'] as const;
const forms = [
  String.raw`(?<day>\d{1,2})\D(?<month>\d{1,2})\D(?<year>\d{4})`,
  String.raw`(?<year>\d{4})\D(?<month>\d{2})\D(?<day>\d{2})`,
];
const together = String.raw`(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})`;
const dates = [...forms, together].map((form) => new RegExp(`^${form}$`));
const times = [String.raw`\D+(?<hour>\d{1,2})\D(?<minute>\d{2})`, String.raw`\D*(?<hour>\d{2})(?<minute>\d{2})`];
const dateTimes = [...forms, together].flatMap((form) => times.map((time) => new RegExp(`^${form}${time}$`)));

const instant = ([year, month, day, hour, minute]: Parts): number => Date.UTC(year, month - 1, day, hour, minute);

/** Null: no calendar has it, as the 31st of February. */
function localOf(parts: Parts, withTime: boolean): string | null {
  const [year, month, day, hour, minute] = parts;
  const date = new Date(instant(parts));
  const isReal =
    year >= 2000 &&
    month >= 1 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute;
  return isReal ? date.toISOString().slice(0, withTime ? 16 : 10) : null;
}
