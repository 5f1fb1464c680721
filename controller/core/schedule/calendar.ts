import { dayMs, type LocalMs } from './zone.ts';

/** A date of the wall calendar, with what rules ask of it. */
export interface CalendarDay {
  /** Its midnight. */
  readonly local: LocalMs;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** The month's last day. */
  readonly lastDay: number;
}

/** Dates already looked at, by midnight: every rule asks for the same ones. Belongs to the caller. */
export type Calendar = Map<LocalMs, CalendarDay>;

/** The date that a wall time is on. */
export function calendarDay(local: LocalMs): CalendarDay {
  const midnight = Math.floor(local / dayMs) * dayMs;
  const date = new Date(midnight);
  return {
    local: midnight,
    date: date.toISOString().slice(0, 10),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    lastDay: new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate(),
  };
}

/** The date that starts at `midnight`, remembered. */
export function dayIn(calendar: Calendar, midnight: LocalMs): CalendarDay {
  let day = calendar.get(midnight);
  if (day === undefined) calendar.set(midnight, (day = calendarDay(midnight)));
  return day;
}

/** ms of a day as `HH:MM`, with seconds where they are not zero. */
export function timeText(timeMs: number): string {
  const seconds = Math.floor(timeMs / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const text = `${hours < 10 ? '0' : ''}${hours}:${minutes < 10 ? '0' : ''}${minutes}`;
  return seconds % 60 === 0 ? text : `${text}:${seconds % 60 < 10 ? '0' : ''}${seconds % 60}`;
}
