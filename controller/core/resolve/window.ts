import type { RuleException } from '#shared/schedule.ts';
import type { Compile } from '../compile.ts';
import type { Calendar } from '../schedule/calendar.ts';
import {
  closedStretches,
  dayOn,
  hoursGroups,
  type Days,
  type HoursGroup,
  type Stretch,
} from '../schedule/opening-hours.ts';
import { withDoors } from '../schedule/doors.ts';
import { dayMs, localDate, toInstant, toLocal, zoneTable, type ZoneTable } from '../schedule/zone.ts';
import { hallOf, type HallState } from '../state.ts';
import { remember, type ScheduleMemo } from './memo.ts';

/** When a group of screens is closed. */
export interface GroupClosed {
  readonly group: HoursGroup;
  readonly stretches: readonly Stretch[];
}

/** What every claim of a window is made with. The window is in whole UTC days, so that asking again finds it made. */
export interface Window {
  readonly state: HallState;
  readonly compile: Compile;
  readonly memo: ScheduleMemo;
  readonly from: number;
  readonly until: number;
  readonly zone: ZoneTable;
  readonly calendar: Calendar;
  /** The fixed instant from which everything without a beginning counts: local midnight of 1 January 2020. */
  readonly anchor: number;
  readonly closed: readonly GroupClosed[];
  /** By rule. */
  readonly exceptions: ReadonlyMap<string, readonly RuleException[]>;
  readonly days: Days;
  readonly hasMourning: boolean;
  /** What results for windows of this length are remembered under. */
  readonly name: string;
}

/** The smallest window of whole days around [from, until). */
export function windowAround(
  state: HallState,
  compile: Compile,
  from: number,
  until: number,
  memo: ScheduleMemo,
): Window {
  const hall = hallOf(state);
  const first = Math.floor(from / dayMs) * dayMs;
  const last = Math.ceil(until / dayMs) * dayMs;
  const name = `over ${(last - first) / dayMs} days`;
  const zone = remember(memo, hall, `zone ${name}`, [first, last], () => zoneTable(hall.timeZone, first, last));
  const anchor = remember(memo, hall, 'anchor', [], () => toInstant(zone, Date.UTC(2020, 0, 1)));
  const calendar = remember(memo, hall, `calendar ${name}`, [first, last], (): Calendar => new Map());
  const days = daysByDate(state, memo);
  const doors = state.doors['doors'];
  const closed = remember(memo, hall, `closed ${name}`, [first, last, days, doors], () =>
    hoursGroups(hall, days).map((group) => ({
      group,
      stretches: withDoors(closedStretches({ group, days, zone }, first, last), doors),
    })),
  );
  const exceptions = remember(memo, state.exception, 'by rule', [], () =>
    Map.groupBy(Object.values(state.exception), (exception) => exception.rule),
  );
  return {
    state,
    compile,
    memo,
    from: first,
    until: last,
    zone,
    calendar,
    anchor,
    closed,
    exceptions,
    days,
    hasMourning: remember(memo, days, 'mourning', [], () => [...days.values()].some((day) => day.tone === 'mourning')),
    name,
  };
}

/** The day of mourning at the instant, or undefined. */
export function mourningAt({ hasMourning, days, zone }: Window, instant: number) {
  if (!hasMourning) return undefined;
  const day = dayOn(days, localDate(toLocal(zone, instant)));
  return day?.tone === 'mourning' ? day : undefined;
}

/** Special days by their date. */
export function daysByDate(state: HallState, memo: ScheduleMemo): Days {
  return remember(
    memo,
    state.day,
    'by date',
    [],
    () => new Map(Object.values(state.day).map((day) => [day.date, day])),
  );
}
