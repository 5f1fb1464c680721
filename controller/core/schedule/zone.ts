/**
 * Wall-clock time as a number: the ms since 1970 of a clock that shows it in UTC. Arithmetic on it is wall-clock
 * arithmetic, and days are 86,400,000 of it whatever the zone does.
 */
export type LocalMs = number;

export const dayMs = 86_400_000;
/** How far beyond the asked window a table is exact without asking Temporal again: a year's longest event, and a day. */
const marginMs = 367 * dayMs;

/** A stretch of one offset: in force from `fromInstant`, and for wall times from `fromLocal`. */
interface Offset {
  readonly fromInstant: number;
  readonly fromLocal: LocalMs;
  readonly offsetMs: number;
}

/** A zone's offsets over a window, as data: thousands of conversions without asking the zone again. */
export interface ZoneTable {
  readonly timeZone: string;
  readonly from: number;
  readonly until: number;
  readonly offsets: readonly Offset[];
}

/** How a wall time meets the zone: as usual, in a gap that the clocks jump over, or in an hour that comes twice. */
export type Moment = 'usual' | 'gap' | 'overlap';

/** The offsets of an IANA zone around the instants [from, until) in ms. Throws RangeError on an unknown zone. */
export function zoneTable(timeZone: string, from: number, until: number): ZoneTable {
  const start = from - marginMs;
  const end = until + marginMs;
  const first = Temporal.Instant.fromEpochMilliseconds(Math.floor(start)).toZonedDateTimeISO(timeZone);
  const offsets: Offset[] = [
    { fromInstant: -Infinity, fromLocal: -Infinity, offsetMs: first.offsetNanoseconds / 1_000_000 },
  ];
  for (let next = first.getTimeZoneTransition('next'); next !== null; next = next.getTimeZoneTransition('next')) {
    const instant = next.epochMilliseconds;
    if (instant >= end) break;
    const offsetMs = next.offsetNanoseconds / 1_000_000;
    const beforeMs = offsets.at(-1)?.offsetMs ?? offsetMs;
    // `compatible`: a wall time in the gap or in the overlap is read with the offset before the change.
    offsets.push({ fromInstant: instant, fromLocal: instant + Math.max(beforeMs, offsetMs), offsetMs });
  }
  return { timeZone, from: start, until: end, offsets };
}

function tableAround(zone: ZoneTable, instant: number): ZoneTable {
  return instant >= zone.from + dayMs && instant < zone.until - dayMs
    ? zone
    : zoneTable(zone.timeZone, instant - dayMs, instant + dayMs);
}

function lastNotAfter(zone: ZoneTable, key: 'fromInstant' | 'fromLocal', value: number): number {
  let found = 0;
  for (let index = 1; index < zone.offsets.length; index++) {
    const offset = zone.offsets[index];
    if (offset !== undefined && offset[key] <= value) found = index;
  }
  return found;
}

/**
 * The instant of a wall time, by Temporal's `compatible`: in a gap, later by the gap's length; in an overlap, the first
 * of the two.
 */
export function toInstant(zone: ZoneTable, local: LocalMs): number {
  const table = tableAround(zone, local);
  return local - (table.offsets[lastNotAfter(table, 'fromLocal', local)]?.offsetMs ?? 0);
}

/** The wall time of an instant. */
export function toLocal(zone: ZoneTable, instant: number): LocalMs {
  const table = tableAround(zone, instant);
  return instant + (table.offsets[lastNotAfter(table, 'fromInstant', instant)]?.offsetMs ?? 0);
}

/** Whether a wall time exists once, never or twice. */
export function momentOf(zone: ZoneTable, local: LocalMs): Moment {
  const table = tableAround(zone, local);
  for (let index = 1; index < table.offsets.length; index++) {
    const before = table.offsets[index - 1]?.offsetMs ?? 0;
    const { fromInstant, offsetMs } = table.offsets[index] ?? { fromInstant: Infinity, offsetMs: 0 };
    const low = fromInstant + Math.min(before, offsetMs);
    const high = fromInstant + Math.max(before, offsetMs);
    if (low <= local && local < high) return offsetMs > before ? 'gap' : 'overlap';
  }
  return 'usual';
}

/** `YYYY-MM-DD`, or with a time `YYYY-MM-DDTHH:MM[:SS]`, as wall time. The text was parsed at the edge. */
export function parseLocal(text: string): LocalMs {
  const value = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text}Z`);
  if (Number.isNaN(value)) throw new Error(`"${text}" is not a local date or time`);
  return value;
}

/** `HH:MM` as ms of the day; hours beyond 24 pass midnight. */
export function parseTimeOfDay(text: string): number {
  const [hours = NaN, minutes = NaN] = text.split(':').map(Number);
  const value = hours * 3_600_000 + minutes * 60_000;
  if (Number.isNaN(value)) throw new Error(`"${text}" is not a local time`);
  return value;
}

/** The wall time's date, `YYYY-MM-DD`. */
export function localDate(local: LocalMs): string {
  return new Date(local).toISOString().slice(0, 10);
}

/** The wall time as `YYYY-MM-DDTHH:MM`, with seconds where they are not zero. */
export function localText(local: LocalMs): string {
  return new Date(local).toISOString().slice(0, local % 60_000 === 0 ? 16 : 19);
}

/** Midnight at the start of the wall time's date. */
export function midnight(local: LocalMs): LocalMs {
  return Math.floor(local / dayMs) * dayMs;
}
