import { pickText, type Text } from '#shared/text.ts';
import { listOf } from '#shared/words/name-list.ts';
import type { Refusal } from '../controllers/rest.ts';
import { dictionaries, type ConsoleLanguage, type Words } from '../words/words.ts';
import { weekdayNames } from './cron-words.ts';

/** How the console speaks: its words, and the hall's texts, times and numbers in the person's language. */
export interface Speech {
  readonly words: Words;
  readonly language: ConsoleLanguage;
  /** The hall's text in this language, or in the next one the hall has. */
  readonly text: (text: Text | null | undefined) => string;
  /** The order of titles in this language; those that are called the same by their ids. */
  readonly byTitle: (a: Titled, b: Titled) => number;
  /** What the hall says of itself in this language; in English where it has no other words. Empty: it says nothing. */
  readonly said: (of: { readonly said?: Text | null | undefined; readonly reason: string | null }) => string;
  /** Why something was not done, in one line. */
  readonly refused: (refusal: Refusal) => string;
  /** Wall time in the hall, `15:05` or `15:05:23`; `at` in ms. */
  readonly time: (at: number, seconds?: boolean) => string;
  /** The local date in the hall, `2026-12-16`. */
  readonly day: (at: number) => string;
  /** Weekday and wall time in the hall, `Thu 10:00`. */
  readonly dayTime: (at: number) => string;
  /** Wall time in the hall, with the weekday where it is of another day than `now`. */
  readonly timeFrom: (now: number, at: number) => string;
  /** Day and wall time in the hall, for the journal. */
  readonly dateTime: (at: number) => string;
  /** Date, weekday and wall time in the hall, for what may be far away: `Wed 16 December 2026, 10:00`. */
  readonly dayDate: (at: number) => string;
  /** What somebody wrote, in the quotation marks of the language. */
  readonly quoted: (words: string) => string;
  /** Names in a row of a sentence; several are quoted, as one may hold a comma. */
  readonly names: (all: readonly string[]) => string;
  /** A length of time, ms, as `0:07`, `4:57` or `1:02:03`. */
  readonly duration: (ms: number) => string;
  /** A number with the language's decimal mark. */
  readonly number: (value: number, digits?: number) => string;
  /** A measured number with three digits that count, `8,61` or `1 234`. */
  readonly measured: (value: number) => string;
  /** As short as an axis needs it, `1,2 тыс.` */
  readonly short: (value: number) => string;
}

interface Titled {
  readonly id: string;
  readonly title: Text;
}

export interface HallManners {
  readonly timeZone: string;
  readonly order: readonly string[];
}

/** Before the hall is known, times are in UTC and say so nowhere: nothing with a time is shown yet. */
export const unknownManners: HallManners = { timeZone: 'UTC', order: [] };

const locales: Readonly<Record<ConsoleLanguage, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };

export function createSpeech(language: ConsoleLanguage, { timeZone, order }: HallManners): Speech {
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const locale = locales[language];
  // Nor do browsers know Kazakh numbers: they would write a point. They are written as in Russian.
  const numerals = language === 'kk' ? locales.ru : locale;
  const minutes = new Intl.DateTimeFormat(locale, clock);
  const seconds = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit' });
  const days = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const weekdays = new Intl.DateTimeFormat(locale, { ...clock, weekday: 'short' });
  // Browsers know no Kazakh names of months: `M11 27`. Digits read the same there as in Russian.
  const dates =
    language === 'kk'
      ? new Intl.DateTimeFormat(locales.ru, { ...clock, day: '2-digit', month: '2-digit', second: '2-digit' })
      : new Intl.DateTimeFormat(locale, { ...clock, day: 'numeric', month: 'short', second: '2-digit' });
  const far = new Intl.DateTimeFormat(locale, {
    ...clock,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const textOf: Speech['text'] = (text) =>
    text === null || text === undefined ? '' : pickText(text, language, order).text;
  const quoted = (words: string): string => (language === 'en' ? `“${words}”` : `«${words}»`);
  const dayTime = (at: number): string =>
    language === 'kk' ? `${weekdayOf(days.format(at))} ${minutes.format(at)}` : weekdays.format(at);
  return {
    words: dictionaries[language],
    language,
    text: textOf,
    byTitle: (a, b) => compare(textOf(a.title), textOf(b.title)) || (a.id < b.id ? -1 : 1),
    said: ({ said, reason }) =>
      said === null || said === undefined ? (reason ?? '') : pickText(said, language, ['en']).text,
    refused: (refusal) => {
      const { head, why } = refusalWords(refusal, language);
      return head === '' ? why : `${head}: ${why}`;
    },
    time: (at, withSeconds = false) => (withSeconds ? seconds : minutes).format(at),
    day: (at) => days.format(at),
    dayTime,
    timeFrom: (now, at) => (days.format(now) === days.format(at) ? minutes.format(at) : dayTime(at)),
    dateTime: (at) => dates.format(at),
    dayDate: (at) =>
      language === 'kk'
        ? `${weekdayOf(days.format(at))}, ${days.format(at).split('-').toReversed().join('.')}, ${minutes.format(at)}`
        : far.format(at),
    quoted,
    names: (all) => (all.length === 1 ? (all[0] ?? '') : listOf(all.map(quoted), language)),
    duration,
    number: (value, digits = 0) =>
      value.toLocaleString(numerals, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    measured: (value) =>
      value.toLocaleString(
        numerals,
        Math.abs(value) < 1000 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 },
      ),
    short: (value) =>
      value.toLocaleString(numerals, { notation: 'compact' }).replace('тыс.', language === 'kk' ? 'мың' : 'тыс.'),
  };
}

/**
 * A refusal in the person's language. `head` is empty where the hall's own sentence says it all; what a browser or another
 * version of the hall says stands behind it as it is.
 */
export function refusalWords(
  { code, title, detail, said }: Refusal,
  language: ConsoleLanguage,
): { readonly head: string; readonly why: string } {
  if (said !== undefined) return { head: '', why: said[language] };
  const { notice } = dictionaries[language];
  if (code === 'unreachable') return { head: notice.unreachable, why: detail };
  if (code === 'unreadable') return { head: notice.unreadable, why: `${title} ${detail}` };
  return language === 'en' ? { head: '', why: detail } : { head: notice.refused[code], why: detail };
}

/** In Kazakh, of a date as `2026-11-25`: browsers know no Kazakh names of days either, and say `Wed`. */
function weekdayOf(date: string): string {
  return weekdayNames('kk')[(new Date(date).getUTCDay() + 6) % 7] ?? '';
}

function duration(ms: number): string {
  const total = Math.max(0, Math.round(ms / 1000));
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
