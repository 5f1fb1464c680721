import { localInstant } from '#shared/dates.ts';

/** The instant, ms, at which the hall's wall shows `local` (`YYYY-MM-DD`, with `THH:MM` or without); NaN: no such text. */
export function instantOfWall(local: string, timeZone: string): number {
  const wall = Date.parse(local.length === 10 ? `${local}T00:00Z` : `${local}Z`);
  if (Number.isNaN(wall)) return NaN;
  // Twice, for the offset may change between the first guess and the answer.
  const first = wall - offsetMs(wall, timeZone);
  return wall - offsetMs(first, timeZone);
}

/** The hall's wall time at an instant, `YYYY-MM-DDTHH:MM`. */
export function wallOf(instantMs: number, timeZone: string): string {
  return new Date(instantMs + offsetMs(instantMs, timeZone)).toISOString().slice(0, 16);
}

function offsetMs(instantMs: number, timeZone: string): number {
  const { date, hour, minute, second } = localInstant(instantMs, timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return Date.parse(`${date}T${two(hour)}:${two(minute)}:${two(second)}Z`) - Math.floor(instantMs / 1000) * 1000;
}
