import type { ProgrammeEntry } from '#shared/scene-context.ts';
import { localInstant } from '#shared/dates.ts';

/** Today's programme as a visitor reads it now. */
export interface ProgrammeNow {
  /** On now first, then what comes, in order. */
  readonly entries: readonly (ProgrammeEntry & { readonly isOn: boolean })[];
  /** The first thing of a later day, where nothing is left today. */
  readonly later: ProgrammeEntry | null;
}

/** An entry without an end is on from its start until the day is over. */
export function programmeNow(all: readonly ProgrammeEntry[], nowMs: number, timeZone: string): ProgrammeNow {
  const dayOf = (atMs: number): string => localInstant(atMs, timeZone).date;
  const today = dayOf(nowMs);
  const sorted = all.toSorted((a, b) => a.from - b.from);
  const entries = sorted
    .filter(({ from, until }) => dayOf(from) <= today && (until === null ? dayOf(from) === today : until > nowMs))
    .map((entry) => ({ ...entry, isOn: entry.from <= nowMs }));
  const later = entries.length > 0 ? null : (sorted.find(({ from }) => from > nowMs && dayOf(from) > today) ?? null);
  return { entries, later };
}
