import { instantOfWall, wallOf } from './wall-time.ts';

const dayMs = 24 * 3_600_000;
/** A time that is as good as now is not meant: a command needs longer to be under way. */
const soonestMs = 2_000;

/**
 * The instant, ms, that a time of day means, typed as `15:00`, `9.05` or `1500`: the next one in the hall after `now`.
 * Null: nothing is typed. NaN: it is no time.
 */
export function typedTime(text: string, now: number, timeZone: string): number | null {
  if (text.trim() === '') return null;
  const [, hour = '', minute = ''] = /^(\d{1,2})\D?(\d{2})$/.exec(text.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return NaN;
  const on = (day: number): number =>
    instantOfWall(`${wallOf(day, timeZone).slice(0, 10)}T${hour.padStart(2, '0')}:${minute}`, timeZone);
  const today = on(now);
  return today > now + soonestMs ? today : on(now + dayMs);
}
