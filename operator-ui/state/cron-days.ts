import { cronNumbers } from './cron-words.ts';

/** An expression as most people mean it: on these weekdays, at these times. */
export interface DaysAndTimes {
  /** ISO: 1 is Monday. */
  readonly weekdays: readonly number[];
  /** `HH:MM`, in order. */
  readonly times: readonly string[];
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const mostTimes = 48;
const two = (value: number): string => String(value).padStart(2, '0');

/** The days and times of an expression, or null where it says more than these. */
export function daysOf(expression: string): DaysAndTimes | null {
  const fields = expression.trim().split(/\s+/);
  if (fields.length === 6 && fields[0] === '0') fields.shift();
  const [minute = '', hour = '', date = '', month = '', weekday = ''] = fields;
  if (fields.length !== 5 || !/^[*?]$/.test(date) || month !== '*') return null;
  const [minutes, hours] = [cronNumbers(minute, 'minute'), cronNumbers(hour, 'hour')];
  const days = weekday === '?' ? cronNumbers('*', 'weekday') : cronNumbers(weekday, 'weekday');
  if (minutes === null || hours === null || days === null || minutes.length * hours.length > mostTimes) return null;
  return {
    weekdays: [...new Set(days.map((day) => day || 7))].toSorted((a, b) => a - b),
    times: hours.flatMap((h) => minutes.map((m) => `${two(h)}:${two(m)}`)),
  };
}

/** Times as people type them, `10:00, 14.30 9:15`; null where one is no time of the day. */
export function timesOf(text: string): readonly string[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const times = parts.map((part) => {
    const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(part) ?? [];
    return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${two(Number(hour))}:${minute}` : null;
  });
  return times.length > 0 && times.every((time) => time !== null) ? [...new Set(times)].toSorted() : null;
}

/** The expression that starts at these times on these days, or null where no single one does. */
export function expressionOf({ weekdays, times }: DaysAndTimes): string | null {
  const hours = [...new Set(times.map((time) => Number(time.slice(0, 2))))].toSorted((a, b) => a - b);
  const minutes = [...new Set(times.map((time) => Number(time.slice(3))))].toSorted((a, b) => a - b);
  if (weekdays.length === 0 || times.length === 0 || hours.length * minutes.length !== times.length) return null;
  const days = [...weekdays].toSorted((a, b) => a - b);
  const day = days.length === 7 ? '*' : listed(days, (one) => names[one - 1] ?? '');
  return `${listed(minutes, String)} ${listed(hours, String)} * * ${day}`;
}

/** A list, as a range where it is one of three and more. */
function listed(values: readonly number[], say: (value: number) => string): string {
  const [first = 0] = values;
  const last = values.at(-1) ?? first;
  return values.length > 2 && last - first === values.length - 1
    ? `${say(first)}-${say(last)}`
    : values.map(say).join(',');
}
