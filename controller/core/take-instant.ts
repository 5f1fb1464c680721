/** When a screen's refreshes reach the glass: an instant of one, in shared time, and the period; ms. */
export interface RefreshPhase {
  readonly at: number;
  readonly periodMs: number;
}

/** Everything the instant of a take depends on; ms. */
export interface TakeTiming {
  readonly now: number;
  /** 99th percentile of what a commit takes here. */
  readonly commitMs: number;
  /** 99th percentile of the one-way delay, of each screen that has to change. */
  readonly delaysMs: readonly number[];
  /** Of those screens that have told theirs. */
  readonly phases: readonly RefreshPhase[];
}

const frameMs = 1000 / 60;
const leastLeadMs = 20;
/** A screen whose link is slower than this comes late by itself and does not hold up the others. */
const mostDelayMs = 250;
/** A display that claims to be slower than this is not one. */
const longestPeriodMs = 50;

/**
 * The instant at which screens change: in the refresh that begins when the decision is on disk and its patch has reached
 * the slowest of them, and there as far as can be from any screen's refresh. A screen changes at its first refresh at or
 * after the instant, so one that refreshes close to it may take the next one by the error of its clock.
 */
export function takeInstant({ now, commitMs, delaysMs, phases }: TakeTiming): number {
  const worstMs = Math.min(mostDelayMs, Math.max(0, ...delaysMs));
  return farthestFromRefreshes(now + commitMs + Math.max(leastLeadMs, worstMs + frameMs), phases);
}

/** The middle of the widest gap between refreshes within the longest period from `from` on. */
function farthestFromRefreshes(from: number, phases: readonly RefreshPhase[]): number {
  const sound = phases.filter(({ at, periodMs }) => Number.isFinite(at) && periodMs > 1 && periodMs <= longestPeriodMs);
  if (sound.length === 0) return from;
  const spanMs = Math.max(...sound.map(({ periodMs }) => periodMs));
  const refreshes = sound
    .flatMap((phase) => refreshesIn(phase, from - spanMs, from + 2 * spanMs))
    .toSorted((a, b) => a - b);
  let best = { at: from, gapMs: -1 };
  for (const [index, before] of refreshes.entries()) {
    const gapMs = (refreshes[index + 1] ?? before) - before;
    const at = before + gapMs / 2;
    if (at >= from && at < from + spanMs && gapMs > best.gapMs + 1e-6) best = { at, gapMs };
  }
  return best.at;
}

function refreshesIn({ at, periodMs }: RefreshPhase, from: number, to: number): readonly number[] {
  const first = at + Math.ceil((from - at) / periodMs) * periodMs;
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / periodMs) + 1) },
    (_, turn) => first + turn * periodMs,
  );
}
