import type { Doors } from '#shared/desk.ts';
import { closedStretches, hoursGroups, type Days, type Stretch } from './opening-hours.ts';
import { dayMs, zoneTable } from './zone.ts';
import type { Hall } from '#shared/hall.ts';

/** The closures that the hours give, as somebody at the doors has changed them. */
export function withDoors(closed: readonly Stretch[], doors: Doors | undefined): readonly Stretch[] {
  if (doors === undefined) return closed;
  const { from } = doors;
  const until = doors.until ?? Infinity;
  const outside = closed.flatMap((stretch): Stretch[] => [
    { from: stretch.from, until: Math.min(stretch.until, from) },
    { from: Math.max(stretch.from, until), until: stretch.until },
  ]);
  const left = outside.filter((stretch) => stretch.until > stretch.from);
  if (doors.is === 'open') return left;
  // A closure by hand that meets one by the hours is the same night.
  return [...left, { from, until }]
    .toSorted((a, b) => a.from - b.from)
    .reduce<Stretch[]>((merged, stretch) => {
      const last = merged.at(-1);
      if (last === undefined || stretch.from > last.until) merged.push(stretch);
      else merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, stretch.until) };
      return merged;
    }, []);
}

export interface DoorsState {
  readonly is: 'open' | 'closed';
  /** When that ends, ms; null: not within what the hours tell. */
  readonly until: number | null;
}

/** Whether these closures have the hall open at `now`, and until when. */
export function doorsAt(closed: readonly Stretch[], now: number): DoorsState {
  const here = closed.find((stretch) => stretch.from <= now && now < stretch.until);
  if (here !== undefined) return { is: 'closed', until: finite(here.until) };
  const next = closed.map(({ from }) => from).filter((from) => from > now);
  return { is: 'open', until: finite(Math.min(Infinity, ...next)) };
}

function finite(at: number): number | null {
  return Number.isFinite(at) ? at : null;
}

/** What the hall's own hours alone say at `now`, ms. */
export function hoursAt(hall: Hall, days: Days, now: number): DoorsState {
  const [from, until] = [now - 2 * dayMs, now + 15 * dayMs];
  const [group] = hoursGroups(hall, days);
  if (group === undefined) return { is: 'open', until: null };
  return doorsAt(closedStretches({ group, days, zone: zoneTable(hall.timeZone, from, until) }, from, until), now);
}
