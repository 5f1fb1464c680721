import { severityOf, type Incident } from '#shared/incidents.ts';
import type { Notice, NoticeEvent } from './outbox.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

export interface LetterSettings {
  readonly hall: string;
  readonly timeZone: string;
  /** Where people reach the console, without a slash at the end, or null. */
  readonly link: string | null;
}

const mostSubject = 150;

/** A notice in words, for a mailbox. Instants in the hall's own time. */
export function letterOf({ events }: Notice, { hall, timeZone, link }: LetterSettings): Letter {
  const said = events.map((event) => sentence(event, timeZone));
  const [only] = events;
  const subject = events.length === 1 && only !== undefined ? headline(only) : summary(events);
  const where = link === null ? [] : ['', `The console: ${link}/#health`];
  return {
    subject: `[${oneLine(hall)}] ${subject}`.slice(0, mostSubject),
    text: [...said.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])), ...where, ''].join('\n'),
  };
}

function headline({ is, incident }: NoticeEvent): string {
  return is === 'opened' ? oneLine(incident.title) : `Over: ${oneLine(incident.title)}`;
}

function summary(events: readonly NoticeEvent[]): string {
  const opened = events.filter(({ is }) => is === 'opened').length;
  const closed = events.length - opened;
  return [opened > 0 ? `${opened} opened` : '', closed > 0 ? `${closed} over` : ''].filter(Boolean).join(', ');
}

function sentence(event: NoticeEvent, timeZone: string): readonly string[] {
  const { is, incident, at } = event;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'medium' });
  if (is === 'opened')
    return [
      `${severityOf(incident.trouble) === 'fault' ? 'FAULT' : 'WARNING'}: ${oneLine(incident.title)}`,
      `since ${format.format(at)}, screens: ${incident.screens.join(', ')}`,
    ];
  return [`OVER: ${oneLine(incident.title)}`, `${ending(event)} ${format.format(at)}, after ${lasted(incident, at)}`];
}

function ending({ because }: NoticeEvent): string {
  switch (because) {
    case 'maintenance':
      return 'somebody works on it since';
    case 'merged':
      return 'part of another incident since';
    case 'over':
    case null:
      return 'well again since';
  }
}

function lasted({ openedAt }: Incident, until: number): string {
  const minutes = Math.max(0, Math.round((until - openedAt) / 60_000));
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Titles carry what players have said. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
