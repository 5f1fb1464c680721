import { z } from 'zod';
import type { Hall } from '#shared/hall.ts';
import { Said } from '#shared/said.ts';
import type { LastActView } from '#shared/facts.ts';
import { commandsOf, type JournalKind } from '#shared/journal-kinds.ts';
import { actorName } from './schedule-names.ts';
import type { Speech } from './speech.ts';
import { instantOfWall } from './wall-time.ts';

export const Entry = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  command: z.string(),
  commandId: z.string(),
  actor: z.string(),
  reason: z.string().nullable(),
  summary: z.string(),
  said: Said.optional(),
  changed: z.array(z.object({ kind: z.string(), id: z.string() })),
});
export type Entry = z.infer<typeof Entry>;

/** What is looked for; empty: all of it. Dates are the hall's, `2026-12-16`, and both are included. */
export interface JournalFilter {
  readonly actor: string;
  readonly kind: JournalKind | '';
  readonly from: string;
  readonly to: string;
}

export const everything: JournalFilter = { actor: '', kind: '', from: '', to: '' };

/** How long the hall remembers what takes an edit of the schedule back, ms. */
const editsKeptMs = 7 * 24 * 3_600_000;

/** What can still be taken back from the journal's own line. */
export type Offer =
  /** As the hall was before the newest act on what runs. */
  | { readonly is: 'take-back'; readonly act: string }
  | { readonly is: 'edit'; readonly act: string }
  | { readonly is: 'overlay'; readonly overlay: string }
  | { readonly is: 'standby'; readonly standby: string }
  | { readonly is: 'draft'; readonly discarded: string };

export interface Undoable {
  readonly lastAct: LastActView | null;
  /** Ids of what is over scenes now, and of what is armed now. */
  readonly overlays: ReadonlySet<string>;
  readonly standbys: ReadonlySet<string>;
  /** Of drafts that were thrown away and are kept. */
  readonly discarded: ReadonlySet<string>;
  /** Shared time, ms. */
  readonly now: number;
}

/**
 * What the line of an entry offers: only what is as the entry left it, as far as is known here, and null for everything
 * else. `newer` are the entries after it. The hall itself refuses what has been changed since.
 */
export function offerOf(
  { command, commandId, changed, at }: Entry,
  newer: readonly Entry[],
  hall: Undoable,
): Offer | null {
  const { lastAct, overlays, standbys, discarded: aside, now } = hall;
  if (lastAct !== null && lastAct.id === commandId && lastAct.until > now) return { is: 'take-back', act: commandId };
  const made = (kind: string): readonly string[] => changed.filter((one) => one.kind === kind).map(({ id }) => id);
  switch (command) {
    case 'schedule.edit': {
      const isChanged = newer.some((entry) =>
        entry.changed.some(({ kind, id }) => changed.some((one) => one.kind === kind && one.id === id)),
      );
      return isChanged || Date.parse(at) <= now - editsKeptMs ? null : { is: 'edit', act: commandId };
    }
    case 'overlay.show': {
      const overlay = made('overlay').find((id) => overlays.has(id));
      return overlay === undefined ? null : { is: 'overlay', overlay };
    }
    case 'standby.arm': {
      const standby = made('standby').find((id) => standbys.has(id));
      return standby === undefined ? null : { is: 'standby', standby };
    }
    case 'draft.discard': {
      const discarded = made('discarded').find((id) => aside.has(id));
      return discarded === undefined ? null : { is: 'draft', discarded };
    }
    default:
      return null;
  }
}

/** The filter as the journal's route wants it. */
export function journalQuery({ actor, kind, from, to }: JournalFilter, timeZone: string): URLSearchParams {
  const query = new URLSearchParams();
  if (actor !== '') query.set('actor', actor);
  if (kind !== '') query.set('command', commandsOf(kind).join(','));
  if (from !== '') query.set('from', new Date(instantOfWall(`${from}T00:00`, timeZone)).toISOString());
  if (to !== '') query.set('to', new Date(instantOfWall(`${dayAfter(to)}T00:00`, timeZone)).toISOString());
  return query;
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** The entries for a spreadsheet, with a mark by which it knows the Cyrillic. No text of people becomes a formula. */
export function journalCsv(entries: readonly Entry[], hall: Hall, speech: Speech): string {
  const { journal } = speech.words;
  const head = ['#', journal.when, 'UTC', journal.who, journal.what, journal.why, 'command'];
  const rows = entries.map(({ seq, at, actor, summary, said, reason, command }) => [
    String(seq),
    `${speech.day(Date.parse(at))} ${speech.time(Date.parse(at), true)}`,
    at,
    actorName(actor, hall, speech),
    speech.said({ said, reason: summary }),
    reason ?? '',
    command,
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
