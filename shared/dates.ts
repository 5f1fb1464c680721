import { z } from 'zod';

/** A date as precise as its source: `1992`, `1992-03` or `1992-03-02`; a day that does not exist is refused. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date such as "1992", "1992-03" or "1992-03-02"')
  .refine(isOnCalendar, 'a day that exists');

export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** Years, months and days of a partial date; what it does not say is absent. */
export function dateParts(date: string): DateParts {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) throw new Error(`"${date}" is not a date`);
  if (month === undefined) return { year };
  return day === undefined ? { year, month } : { year, month, day };
}

function isOnCalendar(date: string): boolean {
  const { year, month, day } = dateParts(date);
  if (month === undefined || day === undefined) return true;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The year as a fraction, for placing a date on an axis; an unknown month or day stands in the middle. */
export function yearFraction(date: string): number {
  const { year, month, day } = dateParts(date);
  if (month === undefined) return year + 0.5;
  return year + (month - 1) / 12 + ((day ?? 15) - 0.5) / 372;
}

interface Calendar {
  /** January first, as said after a day: "2 марта". */
  readonly monthsOfDay: readonly string[];
  /** January first, standing alone: "март". */
  readonly months: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  dayMonth(day: number, month: string): string;
  dayMonthYear(day: number, month: string, year: number): string;
  monthYear(month: string, year: number): string;
  year(year: number): string;
}

const kkMonths = words('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан');
const enMonths = words('January February March April May June July August September October November December');

// Written out: a browser's own data for Kazakh is not complete on every player.
const calendars: Readonly<Record<string, Calendar>> = {
  kk: {
    monthsOfDay: kkMonths,
    months: kkMonths,
    weekdays: words('дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі'),
    dayMonth: (day, month) => `${day} ${month}`,
    dayMonthYear: (day, month, year) => `${year} жылғы ${day} ${month}`,
    monthYear: (month, year) => `${year} жылғы ${month}`,
    year: (year) => `${year} жыл`,
  },
  ru: {
    monthsOfDay: words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    months: words('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    weekdays: words('понедельник вторник среда четверг пятница суббота воскресенье'),
    dayMonth: (day, month) => `${day} ${month}`,
    dayMonthYear: (day, month, year) => `${day} ${month} ${year} года`,
    monthYear: (month, year) => `${month} ${year} года`,
    year: (year) => `${year} год`,
  },
  en: {
    monthsOfDay: enMonths,
    months: enMonths,
    weekdays: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
    dayMonth: (day, month) => `${day} ${month}`,
    dayMonthYear: (day, month, year) => `${day} ${month} ${year}`,
    monthYear: (month, year) => `${month} ${year}`,
    year: (year) => String(year),
  },
};

function words(list: string): readonly string[] {
  return list.split(' ');
}

function calendarOf(language: string): Calendar | undefined {
  return calendars[language] ?? calendars[language.split('-')[0] ?? language];
}

/** Day and month without the year, `16 желтоқсан`; the month alone, or nothing, where the source says no more. */
export function dayAndMonth(date: string, language: string): string {
  const { month, day, year } = dateParts(date);
  if (month === undefined) return '';
  const calendar = calendarOf(language);
  if (calendar === undefined) return byIntl(language, { year, month, ...(day === undefined ? {} : { day }) }, false);
  if (day === undefined) return calendar.months[month - 1] ?? '';
  return calendar.dayMonth(day, calendar.monthsOfDay[month - 1] ?? '');
}

/** The date with its year, as precise as its source: `1992 жылғы 2 наурыз`, `март 1992 года`, `1992`. */
export function fullDate(date: string, language: string): string {
  const parts = dateParts(date);
  const calendar = calendarOf(language);
  if (calendar === undefined) return byIntl(language, parts, true);
  const { year, month, day } = parts;
  if (month === undefined) return calendar.year(year);
  if (day === undefined) return calendar.monthYear(calendar.months[month - 1] ?? '', year);
  return calendar.dayMonthYear(day, calendar.monthsOfDay[month - 1] ?? '', year);
}

function byIntl(language: string, { year, month, day }: DateParts, withYear: boolean): string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {}),
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  });
  return format.format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** An instant on the wall of the hall. */
export interface LocalInstant {
  readonly date: string;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** `instantMs` (Unix epoch) as the hall's own wall time. */
export function localInstant(instantMs: number, timeZone: string): LocalInstant {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part = new Map(format.formatToParts(instantMs).map(({ type, value }) => [type, value]));
  const read = (type: Intl.DateTimeFormatPartTypes): string => part.get(type) ?? '00';
  const date = `${read('year')}-${read('month')}-${read('day')}`;
  const weekday = ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  return { date, weekday, hour: Number(read('hour')), minute: Number(read('minute')), second: Number(read('second')) };
}

/** `14:05` in the hall's zone. */
export function timeOfDay(instantMs: number, timeZone: string): string {
  const { hour, minute } = localInstant(instantMs, timeZone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The weekday's name, `weekday` 1 (Monday) to 7. */
export function weekdayName(weekday: number, language: string): string {
  const calendar = calendarOf(language);
  if (calendar !== undefined) return calendar.weekdays[weekday - 1] ?? '';
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' }).format(Date.UTC(2024, 0, weekday));
}
