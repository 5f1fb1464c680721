import { OpeningHours } from '#shared/hall.ts';

/** One line of a week: these days, from then to then. */
export interface HoursRow {
  /** ISO: 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** A week as its form holds it; `zone` is null for the hall itself. */
export interface WeekDraft {
  readonly zone: string | null;
  readonly rows: readonly HoursRow[];
  /** Minutes; empty for a zone: as the hall. */
  readonly warmUp: string;
}

export interface HoursDraft {
  readonly version: number;
  /** The hall's own week first. */
  readonly weeks: readonly WeekDraft[];
}

/** Where something is wrong: which week, which of its rows (null: its warm-up), and what. */
export interface HoursSlip {
  readonly week: number;
  readonly row: number | null;
  readonly what: 'weekdays' | 'time' | 'warmUp';
}

export type DraftedHours =
  | { readonly ok: true; readonly hours: OpeningHours }
  | { readonly ok: false; readonly slips: readonly HoursSlip[] };

const minuteMs = 60_000;

export function hoursDraft({ version, weekly, warmUpMs, zones }: OpeningHours): HoursDraft {
  return {
    version,
    weeks: [
      { zone: null, rows: weekly, warmUp: String(warmUpMs / minuteMs) },
      ...zones.map((own) => ({
        zone: own.zone,
        rows: own.weekly,
        warmUp: own.warmUpMs === undefined ? '' : String(own.warmUpMs / minuteMs),
      })),
    ],
  };
}

/** The hours that the draft says, or everything that is wrong with it. */
export function hoursOf({ version, weeks }: HoursDraft): DraftedHours {
  const [hall, ...zones] = weeks.map((week) => ({
    zone: week.zone ?? '',
    weekly: week.rows.map(({ weekdays, from, to }) => ({
      weekdays: weekdays.toSorted((a, b) => a - b),
      from: timeOf(from),
      to: timeOf(to),
    })),
    ...(week.warmUp.trim() === '' ? {} : { warmUpMs: Math.round(Number(week.warmUp.replace(',', '.')) * minuteMs) }),
  }));
  const { zone: _, ...own } = hall ?? { zone: '', weekly: [] };
  const parsed = OpeningHours.safeParse({ version, ...own, zones });
  if (parsed.success) return { ok: true, hours: parsed.data };
  return { ok: false, slips: parsed.error.issues.map(({ path }) => slipAt(path)) };
}

function slipAt(path: readonly PropertyKey[]): HoursSlip {
  const inZone = path[0] === 'zones';
  const week = inZone ? Number(path[1]) + 1 : 0;
  const [part, row, field] = inZone ? path.slice(2) : path;
  if (part !== 'weekly') return { week, row: null, what: 'warmUp' };
  return { week, row: Number(row), what: field === 'weekdays' ? 'weekdays' : 'time' };
}

/** `9:00`, `9.00` and `09:00` are the same time; anything else is left for the schema to refuse. */
export function timeOf(text: string): string {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(text) ?? [];
  return hour === '' ? text : `${hour.padStart(2, '0')}:${minute}`;
}

/** Whether hours run into the next date, and until when there, `HH:MM`; null: they do not, or are no times. */
export function pastMidnight(from: string, to: string): string | null {
  const [opens, closes] = [timeOf(from), timeOf(to)].map((time) => {
    const [hour = NaN, minute = NaN] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  if (opens === undefined || closes === undefined || Number.isNaN(opens) || Number.isNaN(closes)) return null;
  const end = closes <= opens ? closes + 24 * 60 : closes;
  if (end <= 24 * 60) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(end / 60) - 24)}:${two(end % 60)}`;
}
