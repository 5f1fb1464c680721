import { SpecialDay } from '#shared/schedule.ts';
import type { Text } from '#shared/text.ts';
import { nextDate } from './calendar-edits.ts';
import { timeOf } from './hours-draft.ts';

/** Hours of one date as a form holds them. */
export interface DayHoursDraft {
  readonly is: 'weekly' | 'closed' | 'other';
  readonly from: string;
  readonly to: string;
}

/** A special day as its form holds it. */
export interface DayDraft {
  /** Null: the day is new. */
  readonly version: number | null;
  /** `YYYY-MM-DD`; of a day of every year, the year says nothing. */
  readonly date: string;
  readonly everyYear: boolean;
  readonly name: Text;
  readonly hours: DayHoursDraft;
  readonly zones: readonly { readonly zone: string; readonly hours: DayHoursDraft }[];
  readonly tone: SpecialDay['tone'];
}

export type DayField = 'date' | 'name' | 'hours' | 'zones';
export type DraftedDay =
  | { readonly ok: true; readonly day: SpecialDay }
  | { readonly ok: false; readonly slips: readonly DayField[] };

const weekly: DayHoursDraft = { is: 'weekly', from: '10:00', to: '18:00' };

function hoursDraft(hours: SpecialDay['hours']): DayHoursDraft {
  if (hours === undefined) return weekly;
  return hours === 'none' ? { ...weekly, is: 'closed' } : { is: 'other', from: hours.from, to: hours.to };
}

export function newDay(date: string): DayDraft {
  return { version: null, date, everyYear: false, name: {}, hours: weekly, zones: [], tone: 'usual' };
}

export function dayDraft(day: SpecialDay, today: string): DayDraft {
  const everyYear = day.date.startsWith('--');
  return {
    version: day.version,
    date: nextDate(day.date, today),
    everyYear,
    name: day.name,
    hours: hoursDraft(day.hours),
    zones: day.zones.map(({ zone, hours }) => ({ zone, hours: hoursDraft(hours) })),
    tone: day.tone,
  };
}

/** The date under which the day is kept: `2026-12-16`, or `--12-16` of every year. */
export function dateOf({ everyYear, date }: DayDraft): string {
  return everyYear ? `-${date.slice(4)}` : date;
}

/** The day that the draft says, or the fields that say nothing possible. */
export function dayOf(draft: DayDraft): DraftedDay {
  const hours = hoursOf(draft.hours);
  const parsed = SpecialDay.safeParse({
    date: dateOf(draft),
    version: draft.version ?? 1,
    name: draft.name,
    ...(hours === undefined ? {} : { hours }),
    // A zone that keeps its week is not named.
    zones: draft.zones.flatMap(({ zone, hours: given }) => {
      const own = hoursOf(given);
      return own === undefined ? [] : [{ zone, hours: own }];
    }),
    tone: draft.tone,
  });
  if (parsed.success) return { ok: true, day: parsed.data };
  const slips = parsed.error.issues.map(({ path: [head] }): DayField => {
    return head === 'name' || head === 'hours' || head === 'zones' ? head : 'date';
  });
  return { ok: false, slips: [...new Set(slips)] };
}

function hoursOf({ is, from, to }: DayHoursDraft): SpecialDay['hours'] {
  if (is === 'weekly') return undefined;
  return is === 'closed' ? 'none' : { from: timeOf(from), to: timeOf(to) };
}
