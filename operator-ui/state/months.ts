/** A calendar month in the hall's zone, as instants in ms. */
export interface Month {
  /** `2026-11`. */
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

/** The month that holds `now`, or the one so many before it, in the hall's zone. */
export function monthOf(timeZone: string, now: number, back = 0): Month {
  const { year, month } = localDate(timeZone, now);
  const first = (offset: number): number => startOf(timeZone, year, month - back + offset);
  const name = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
  return { name, from: first(0), until: first(1) };
}

function localDate(timeZone: string, at: number): { readonly year: number; readonly month: number } {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: 'numeric' }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return { year: part('year'), month: part('month') };
}

/** Midnight of the month's first day there: the instant whose wall clock says so. */
function startOf(timeZone: string, year: number, month: number): number {
  const wanted = Date.UTC(year, month - 1, 1);
  // Twice, for the offset may have changed between the guess and the answer.
  const once = wanted - offsetMs(timeZone, wanted);
  return wanted - offsetMs(timeZone, once);
}

function offsetMs(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(at / 1000) * 1000;
}
