import type { Hall } from '#shared/hall.ts';

/** Whether the weekly hours have the hall open, and the wall time (HH:MM, in the hall) at which that ends. */
export type Opening =
  | { readonly is: 'open'; readonly until: string }
  | { readonly is: 'closed'; readonly opens: string | null };

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** A wall time past midnight (`26:00`) as the clock shows it. */
const onClock = (time: string): string => {
  const minutes = minutesOf(time) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** The opening state at an instant (ms); `opens` only where the hall still opens on the same date. */
export function openingAt({ openingHours, timeZone }: Hall, at: number): Opening {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1;
  const now = Number(part('hour')) * 60 + Number(part('minute'));
  let opens: string | null = null;
  for (const [day, minutes] of [
    [weekday, now],
    [weekday === 1 ? 7 : weekday - 1, now + 1440],
  ] as const) {
    for (const { weekdays, from, to } of openingHours.weekly) {
      if (!weekdays.includes(day)) continue;
      const end = minutesOf(to) <= minutesOf(from) ? minutesOf(to) + 1440 : minutesOf(to);
      if (minutes >= minutesOf(from) && minutes < end) return { is: 'open', until: onClock(to) };
      if (day === weekday && minutes < minutesOf(from) && (opens === null || from < opens)) opens = from;
    }
  }
  return { is: 'closed', opens };
}
