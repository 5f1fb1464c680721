import type { ConsoleLanguage } from '../words/words.ts';

interface CronSpeech {
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly everyDay: string;
  readonly at: (times: string) => string;
  readonly every: (minutes: number, from: string, to: string) => string;
  readonly onDates: (dates: string) => string;
  readonly lastDay: string;
  readonly inMonths: (months: string) => string;
  readonly and: string;
}

const list = (text: string): readonly string[] => text.split(' ');

const speeches: Readonly<Record<ConsoleLanguage, CronSpeech>> = {
  en: {
    weekdays: list('Mon Tue Wed Thu Fri Sat Sun'),
    months: list('January February March April May June July August September October November December'),
    everyDay: 'every day',
    at: (times) => `at ${times}`,
    every: (minutes, from, to) => `every ${minutes} min from ${from} to ${to}`,
    onDates: (dates) => `on day ${dates} of the month`,
    lastDay: 'last',
    inMonths: (months) => `in ${months}`,
    and: ' and ',
  },
  ru: {
    weekdays: list('пн вт ср чт пт сб вс'),
    months: list('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    everyDay: 'каждый день',
    at: (times) => `в ${times}`,
    every: (minutes, from, to) => `каждые ${minutes} мин с ${from} до ${to}`,
    onDates: (dates) => `${dates} числа месяца`,
    lastDay: 'последнего',
    inMonths: (months) => `месяцы: ${months}`,
    and: ' и ',
  },
  kk: {
    weekdays: list('дс сс ср бс жм сб жс'),
    months: list('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'),
    everyDay: 'күн сайын',
    at: (times) => `сағат ${times}`,
    every: (minutes, from, to) => `${from}–${to} аралығында әр ${minutes} минут сайын`,
    onDates: (dates) => `айдың ${dates} күні`,
    lastDay: 'соңғы',
    inMonths: (months) => `айлар: ${months}`,
    and: ' және ',
  },
};

/** Monday first, as short as a key. */
export function weekdayNames(language: ConsoleLanguage): readonly string[] {
  return speeches[language].weekdays;
}

const monthNames = list('jan feb mar apr may jun jul aug sep oct nov dec');
const dayNames = list('sun mon tue wed thu fri sat');

/**
 * An expression in words, for people who do not read cron; null where it says more than these words can. Five fields, or
 * six that start at second 0.
 */
export function cronWords(expression: string, language: ConsoleLanguage): string | null {
  const fields = expression.trim().split(/\s+/);
  if (fields.length === 6 && fields[0] === '0') fields.shift();
  const [minutes = '', hours = '', dates = '', months = '', weekdays = ''] = fields;
  if (fields.length !== 5) return null;
  const speech = speeches[language];
  const time = timeWords(minutes, hours, speech);
  const day = dayWords(dates, weekdays, speech);
  const month = months === '*' ? '' : monthWords(months, speech);
  if (time === null || day === null || month === null) return null;
  return [day, time, month].filter((part) => part !== '').join(', ');
}

function timeWords(minutes: string, hours: string, speech: CronSpeech): string | null {
  const [ms, hs] = [values(minutes, 0, 59, []), values(hours, 0, 23, [])];
  if (ms === null || hs === null) return null;
  const times = hs.flatMap((hour) => ms.map((minute) => hour * 60 + minute)).toSorted((a, b) => a - b);
  const text = (time: number): string =>
    `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
  const [first = 0, second] = times;
  const last = times.at(-1) ?? first;
  const step = (second ?? 0) - first;
  const isRegular = times.length > 3 && times.every((time, index) => time === first + index * step);
  if (isRegular) return speech.every(step, text(first), text(last));
  if (times.length > 8) return null;
  return speech.at(joined(times.map(text), speech));
}

function dayWords(dates: string, weekdays: string, speech: CronSpeech): string | null {
  const onWeekdays = weekdays === '*' || weekdays === '?' ? '' : weekdayWords(weekdays, speech);
  if (onWeekdays === null) return null;
  if (dates === '*' || dates === '?') return onWeekdays === '' ? speech.everyDay : onWeekdays;
  const days = dates === 'L' ? [speech.lastDay] : values(dates, 1, 31, [])?.map(String);
  if (days === undefined) return null;
  const onDates = speech.onDates(joined(days, speech));
  return onWeekdays === '' ? onDates : `${onDates}, ${onWeekdays}`;
}

function weekdayWords(text: string, speech: CronSpeech): string | null {
  const days = values(text, 0, 7, dayNames);
  if (days === null) return null;
  const ordered = [...new Set(days.map((day) => (day + 6) % 7))].toSorted((a, b) => a - b);
  if (ordered.length === 7) return '';
  const [first = 0] = ordered;
  const last = ordered.at(-1) ?? first;
  const name = (day: number): string => speech.weekdays[day] ?? '';
  if (ordered.length > 2 && last - first === ordered.length - 1) return `${name(first)}–${name(last)}`;
  return joined(ordered.map(name), speech);
}

function monthWords(text: string, speech: CronSpeech): string | null {
  const months = values(text, 1, 12, monthNames);
  return months === null
    ? null
    : speech.inMonths(
        joined(
          months.map((month) => speech.months[month - 1] ?? ''),
          speech,
        ),
      );
}

function joined(words: readonly string[], { and }: CronSpeech): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')}${and}${words.at(-1) ?? ''}`;
}

/** The numbers of a field in order (Sunday is 0, or 7 at the end of a range), or null where it is more than a list. */
export function cronNumbers(field: string, kind: 'minute' | 'hour' | 'weekday'): readonly number[] | null {
  if (kind === 'weekday') return values(field, 0, 7, dayNames);
  return values(field, 0, kind === 'minute' ? 59 : 23, []);
}

/** The values of a field in order, or null where it is more than numbers, names, ranges, steps and lists. */
function values(field: string, min: number, max: number, names: readonly string[]): readonly number[] | null {
  const found = new Set<number>();
  for (const entry of field.toLowerCase().split(',')) {
    const [, span = '', step] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
    const [first = '', last, more] = span === '*' ? [String(min), String(max)] : span.split('-');
    const [from, end] = [valueOf(first, min, names), valueOf(last ?? first, min, names)];
    if (more !== undefined || from === null || end === null) return null;
    // A week may end with its Sunday, which is 0 and 7.
    const to = max === 7 && end === 0 && from > 0 ? 7 : end;
    if (from < min || to > max || to < from) return null;
    for (let value = from; value <= to; value += step === undefined ? 1 : Math.max(1, Number(step))) found.add(value);
  }
  return found.size === 0 ? null : [...found].toSorted((a, b) => a - b);
}

function valueOf(text: string, min: number, names: readonly string[]): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const index = names.indexOf(text.slice(0, 3));
  return index < 0 ? null : index + min;
}
