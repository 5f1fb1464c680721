import type { Hall, OpeningHours } from '#shared/hall.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { SpecialDay } from '#shared/schedule.ts';
import { targetScreens } from '../targets.ts';
import {
  dayMs,
  localDate,
  midnight,
  parseTimeOfDay,
  toInstant,
  toLocal,
  type LocalMs,
  type ZoneTable,
} from './zone.ts';

/** A stretch of shared time, ms; `until` is not in it. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** Special days by their date, `YYYY-MM-DD` or `--MM-DD`. */
export type Days = ReadonlyMap<string, SpecialDay>;

/** Screens that open and close together: those of a zone with hours of its own, or all others. */
export interface HoursGroup {
  /** Null: all screens that no such zone holds. */
  readonly zone: string | null;
  readonly screens: readonly ScreenId[];
  readonly weekly: OpeningHours['weekly'];
  readonly warmUpMs: number;
}

/** A group's week and the days that differ. */
export interface Hours {
  readonly group: Pick<HoursGroup, 'zone' | 'weekly'>;
  readonly days: Days;
  readonly zone: ZoneTable;
}

/** What is special about a date: a day of that date, or one of every year. */
export function dayOn(days: Days, date: string): SpecialDay | undefined {
  return days.get(date) ?? days.get(`-${date.slice(4)}`);
}

/** The hall's screens in groups with the same hours, the hall's own group first; groups without screens are left out. */
export function hoursGroups(hall: Hall, days: Days): readonly HoursGroup[] {
  const { weekly, warmUpMs, zones } = hall.openingHours;
  const named = [...days.values()].flatMap((day) => day.zones.map(({ zone }) => zone));
  const ids = [...new Set([...zones.map(({ zone }) => zone), ...named])];
  const taken = new Set<ScreenId>();
  const groups = ids.map((id): HoursGroup => {
    const own = zones.find(({ zone }) => zone === id);
    const screens = [...targetScreens(hall, [id], []).keys()].filter((screen) => !taken.has(screen));
    for (const screen of screens) taken.add(screen);
    return { zone: id, screens, weekly: own?.weekly ?? weekly, warmUpMs: own?.warmUpMs ?? warmUpMs };
  });
  const rest = hall.screens.map(({ id }) => id).filter((screen) => !taken.has(screen));
  return [{ zone: null, screens: rest, weekly, warmUpMs }, ...groups].filter(({ screens }) => screens.length > 0);
}

/** How far back a closing is looked for; a hall closed for longer counts as closed since for ever. */
const longestClosureMs = 400 * dayMs;

/** Wall times of one date's opening and closing; a closing at or before the opening is on the next day. */
export function hoursOn(
  { group, days }: Hours,
  day: LocalMs,
): readonly { readonly from: string; readonly to: string }[] {
  const date = localDate(day);
  const special = dayOn(days, date);
  const hours = special?.zones.find(({ zone }) => zone === group.zone)?.hours ?? special?.hours;
  if (hours === 'none') return [];
  if (hours !== undefined) return [hours];
  const weekday = new Date(day).getUTCDay() || 7;
  return group.weekly.filter((entry) => entry.weekdays.includes(weekday));
}

/** When the hall is open, over the local dates that touch [from, until) and the one before; in order, merged. */
export function openStretches(hours: Hours, from: number, until: number): readonly Stretch[] {
  const { zone } = hours;
  const found: Stretch[] = [];
  const last = midnight(toLocal(zone, until));
  // Hours reach 36 hours into a date at most, so the day before the first can still be open in it.
  for (let day = midnight(toLocal(zone, from)) - dayMs; day <= last; day += dayMs) {
    for (const { from: opening, to: closing } of hoursOn(hours, day)) {
      const opensAt = parseTimeOfDay(opening);
      const closesAt = parseTimeOfDay(closing);
      const end = closesAt <= opensAt ? closesAt + dayMs : closesAt;
      found.push({ from: toInstant(zone, day + opensAt), until: toInstant(zone, day + end) });
    }
  }
  return merged(found);
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && stretch.from <= last.until) {
      result[result.length - 1] = { from: last.from, until: Math.max(last.until, stretch.until) };
    } else if (stretch.until > stretch.from) result.push(stretch);
  }
  return result;
}

/**
 * When the hall is closed, each closure whole though only part of it may touch [from, until). A closure that has lasted
 * longer than anybody looks back begins at -Infinity; one whose end is not within `until` and a year ends at Infinity.
 */
export function closedStretches(hours: Hours, from: number, until: number): readonly Stretch[] {
  const near = openStretches(hours, from - dayMs, until + dayMs);
  const before = near.some((open) => open.from <= from)
    ? []
    : openStretches(hours, from - longestClosureMs, from).filter((open) => open.from <= from);
  const after = near.some((open) => open.until > until)
    ? []
    : openStretches(hours, until, until + longestClosureMs).filter((open) => open.until > until);
  const open = merged([...before.slice(-1), ...near, ...after.slice(0, 1)]);
  const edges = [-Infinity, ...open.flatMap((stretch) => [stretch.from, stretch.until]), Infinity];
  const closed: Stretch[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    const stretch = { from: edges[index] ?? -Infinity, until: edges[index + 1] ?? Infinity };
    if (stretch.from < until && stretch.until > from && stretch.until > stretch.from) closed.push(stretch);
  }
  return closed;
}
