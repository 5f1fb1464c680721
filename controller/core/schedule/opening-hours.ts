import type { Hall } from '#shared/hall.ts';
import type { SpecialDay } from '#shared/schedule.ts';
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

/** The hall's week and the days that differ, by local date. */
export interface Hours {
  readonly hall: Hall;
  readonly days: ReadonlyMap<string, SpecialDay>;
  readonly zone: ZoneTable;
}

/** How far back a closing is looked for; a hall closed for longer counts as closed since for ever. */
const longestClosureMs = 400 * dayMs;

/** Wall times of one date's opening and closing; a closing at or before the opening is on the next day. */
function hoursOn({ hall, days }: Hours, day: LocalMs): readonly { readonly from: string; readonly to: string }[] {
  const special = days.get(localDate(day))?.hours;
  if (special === 'none') return [];
  if (special !== undefined) return [special];
  const weekday = new Date(day).getUTCDay() || 7;
  return hall.openingHours.weekly.filter((entry) => entry.weekdays.includes(weekday));
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
