import { severityOf, type Incident } from '#shared/incidents.ts';
import { asIs, said, type Said } from '#shared/said.ts';
import { saidList } from '#shared/words/name-list.ts';
import type { Names } from '#shared/words/names.ts';
import { letterWords as words } from '../words/letter-words.ts';
import type { Notice, NoticeEvent } from './outbox.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

export interface LetterSettings {
  readonly hall: string;
  readonly timeZone: string;
  /** What the letter is written in. */
  readonly language: keyof Said;
  /** Where people reach the console, without a slash at the end, or null. */
  readonly link: string | null;
  /** What people call things by. */
  readonly names: Names;
}

const mostSubject = 150;
const locales: Readonly<Record<keyof Said, string>> = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' };

/** A notice in words, for a mailbox. Instants in the hall's own time. */
export function letterOf({ events }: Notice, { hall, timeZone, language, link, names }: LetterSettings): Letter {
  const format = new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'medium', timeStyle: 'medium' });
  const told = events.map((event) => sentences(event, (at) => format.format(at), names).map((one) => one[language]));
  const [only] = events;
  const subject = events.length === 1 && only !== undefined ? headline(only)[language] : summary(events, language);
  const where = link === null ? [] : ['', words.console(`${link}/#health`)[language]];
  return {
    subject: `[${oneLine(hall)}] ${subject}`.slice(0, mostSubject),
    text: [...told.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])), ...where, ''].join('\n'),
  };
}

/** What an incident is called; those that an older controller left have their English name alone. */
export function titleOf({ title, said: of }: Pick<Incident, 'title' | 'said'>): Said {
  return of === undefined
    ? asIs(oneLine(title))
    : said(oneLine(of['en'] ?? title), oneLine(of['ru'] ?? title), oneLine(of['kk'] ?? title));
}

function headline({ is, incident }: NoticeEvent): Said {
  return is === 'opened' ? titleOf(incident) : words.over(titleOf(incident));
}

function summary(events: readonly NoticeEvent[], language: keyof Said): string {
  const opened = events.filter(({ is }) => is === 'opened').length;
  const closed = events.length - opened;
  const parts = [opened > 0 ? [words.opened(opened)] : [], closed > 0 ? [words.closed(closed)] : []].flat();
  return parts.map((part) => part[language]).join(', ');
}

function sentences(
  { is, because, incident, at }: NoticeEvent,
  time: (at: number) => string,
  names: Names,
): readonly Said[] {
  const title = titleOf(incident);
  if (is === 'opened') {
    const screens = saidList(incident.screens.map(names.screen));
    return [words.severity(severityOf(incident.trouble), title), words.since(time(at), screens)];
  }
  return [words.ended(title), words.ending(because, time(at), lasted(incident, at))];
}

function lasted({ openedAt }: Incident, until: number): Said {
  const minutes = Math.max(0, Math.round((until - openedAt) / 60_000));
  return minutes < 60 ? words.minutes(minutes) : words.hours(Math.floor(minutes / 60), minutes % 60);
}

/** Titles carry what players have said. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
