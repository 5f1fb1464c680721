import { yearFraction } from '#shared/dates.ts';
import type { Category, ChronicleEvent } from '#shared/content.ts';

export const categories: readonly Category[] = ['political', 'economic', 'socio-cultural'];

/** A year with its events in the order of their dates; a year may have none. */
export interface ChronicleYear {
  readonly year: number;
  readonly events: readonly ChronicleEvent[];
}

/** Every year from `first` to `last`, with what happened in it. */
export function chronicleYears(
  events: readonly ChronicleEvent[],
  { first, last }: { first: number; last: number },
): readonly ChronicleYear[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const own = events.filter((event) => event.year === year);
    return { year, events: own.toSorted((a, b) => yearFraction(a.date) - yearFraction(b.date)) };
  });
}

/** What a panel of `category` tells of a year by itself: its own field, or whatever there is. */
export function ownEvents({ events }: ChronicleYear, category: Category): readonly ChronicleEvent[] {
  const own = events.filter((event) => event.category === category);
  return own.length > 0 ? own : events;
}

/** The open event: the one a visitor chose, or the first of the panel's own field. */
export function openEvent(
  year: ChronicleYear,
  category: Category,
  chosen: string | undefined,
): ChronicleEvent | undefined {
  return year.events.find(({ id }) => id === chosen) ?? ownEvents(year, category)[0];
}
