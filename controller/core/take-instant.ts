/** When a screen's refreshes reach the glass: an instant of one, in shared time, and the period; ms. */
export interface RefreshPhase {
  readonly at: number;
  readonly periodMs: number;
}

/** Everything the instant of a take depends on; ms. */
export interface TakeTiming {
  readonly now: number;
  /** What it usually takes here until a decision is on disk and its patches are under way. */
  readonly decisionMs: number;
  /**
   * Of each screen that has to change: what it takes until it has taken in what it is told, and how long before the light
   * its picture has to be drawn.
   */
  readonly delaysMs: readonly number[];
  /** Of those screens that have told theirs. */
  readonly phases: readonly RefreshPhase[];
  /** The worst bound that is proven of their clocks. */
  readonly boundMs: number;
}

/** What 99 of 100 messages do not exceed says nothing of the hundredth: a page that collects its garbage holds one up so long. */
const leastLeadMs = 32;
/** A screen that takes longer than this to hear comes late by itself and does not hold up the others. */
const mostDelayMs = 250;
/** A display that claims to be slower than this is not one. */
const longestPeriodMs = 50;
/** A refresh that is told of is seconds old at most; what lies farther off cannot be counted on from, and is a mistake. */
const mostAgeMs = 60_000;
/** So far from every refresh no clock's error reaches: measured errors stay within half of what is proven of them. */
const leastMarginMs = 0.4;

/**
 * The instant at which screens change: when the decision is on disk and its patch has reached the slowest of them, and
 * where none of them refreshes. A screen changes at its first refresh at or after the instant, so one that refreshes
 * close to it may take the next one by the error of its clock.
 */
export function takeInstant({ now, decisionMs, delaysMs, phases, boundMs }: TakeTiming): number {
  const from = now + decisionMs + Math.max(leastLeadMs, ...delaysMs);
  return betweenRefreshes(from, phases, Math.max(leastMarginMs, boundMs / 2));
}

/** How long before the light a screen has to be told: what it takes to hear, within reason, and what its display takes. */
export function tellAheadMs(delayMs: number, outputDelayMs: number): number {
  return Math.min(mostDelayMs, delayMs) + outputDelayMs;
}

/**
 * In the first gap between refreshes that is wide enough, within the longest period from `from` on: in its middle, or at
 * `from` where that is later and still far enough from the end. Where none is, the middle of the widest.
 */
function betweenRefreshes(from: number, phases: readonly RefreshPhase[], marginMs: number): number {
  const sound = phases.filter(
    ({ at, periodMs }) => Math.abs(at - from) <= mostAgeMs && periodMs > 1 && periodMs <= longestPeriodMs,
  );
  if (sound.length === 0) return from;
  const spanMs = Math.max(...sound.map(({ periodMs }) => periodMs));
  const refreshes = sound
    .flatMap((phase) => refreshesIn(phase, from - spanMs, from + 2 * spanMs))
    .toSorted((a, b) => a - b);
  let widest = { at: from, gapMs: -1 };
  for (const [index, before] of refreshes.entries()) {
    const after = refreshes[index + 1] ?? before;
    const gapMs = after - before;
    const middle = before + gapMs / 2;
    const at = Math.max(from, middle);
    if (at >= from + spanMs) break;
    if (after - at >= marginMs && gapMs >= 2 * marginMs) return at;
    if (middle >= from && gapMs > widest.gapMs + 1e-6) widest = { at, gapMs };
  }
  return widest.at;
}

function refreshesIn({ at, periodMs }: RefreshPhase, from: number, to: number): readonly number[] {
  const first = at + Math.ceil((from - at) / periodMs) * periodMs;
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / periodMs) + 1) },
    (_, turn) => first + turn * periodMs,
  );
}
