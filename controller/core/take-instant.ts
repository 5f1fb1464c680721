/** Everything the instant of a take depends on; ms. */
export interface TakeTiming {
  readonly now: number;
  /** 99th percentile of what a commit takes here. */
  readonly commitMs: number;
  /** 99th percentile of the one-way delay, of each screen that has to change. */
  readonly delaysMs: readonly number[];
}

const frameMs = 1000 / 60;
const leastLeadMs = 20;
/** A screen whose link is slower than this comes late by itself and does not hold up the others. */
const mostDelayMs = 250;

/** The instant at which screens change: when the decision is on disk and its patch has reached the slowest of them. */
export function takeInstant({ now, commitMs, delaysMs }: TakeTiming): number {
  const worstMs = Math.min(mostDelayMs, Math.max(0, ...delaysMs));
  return now + commitMs + Math.max(leastLeadMs, worstMs + frameMs);
}
