/** When a screen's refreshes reach the glass: an instant of one, in shared time, the period, and how well it is known; ms. */
export interface RefreshPhase {
  readonly at: number;
  readonly periodMs: number;
  /** What is proven of the clock that told it. */
  readonly boundMs: number;
}

/** What the screens that have to change make of the instant; ms. */
export interface ScreensTiming {
  /**
   * Of each: what it takes until it has taken in what it is told, and how long before the light its picture has to be
   * drawn.
   */
  readonly delaysMs: readonly number[];
  /** Of those that have told theirs. */
  readonly phases: readonly RefreshPhase[];
}

/** Everything the instant of a take depends on; ms. */
export interface TakeTiming extends ScreensTiming {
  readonly now: number;
  /** What it usually takes here until a decision is on disk, and from then until its patches are under way. */
  readonly commitMs: number;
  readonly sendMs: number;
}

/**
 * What most messages do not exceed says nothing of the rare one: a page that collects its garbage holds one up so
 * long. It counts from the disk on: a message that is sent a little later finds the page done with it.
 */
const leastLeadMs = 32;
/** A screen that takes longer than this to hear comes late by itself and does not hold up the others. */
const mostDelayMs = 250;
/** A display that claims to be slower than this is not one. */
const longestPeriodMs = 50;
/** A refresh that is told of is seconds old at most; what lies farther off cannot be counted on from, and is a mistake. */
const mostAgeMs = 60_000;
/** As far from a refresh as its clock's error reaches: measured errors stay within a third of what is proven of them. */
const marginMs = (boundMs: number): number => Math.max(0.3, boundMs / 3);

/**
 * The instant at which screens change: when the decision is on disk and its patch has reached the slowest of them, and
 * where none of them refreshes. A screen changes at its first refresh at or after the instant, so one that refreshes
 * close to it may take the next one by the error of its clock.
 */
export function takeInstant({ now, commitMs, sendMs, delaysMs, phases }: TakeTiming): number {
  return betweenRefreshes(now + commitMs + Math.max(leastLeadMs, ...delaysMs.map((ms) => sendMs + ms)), phases);
}

/** How long before the light a screen has to be told: what it takes to hear, within reason, and what its display takes. */
export function tellAheadMs(delayMs: number, outputDelayMs: number): number {
  return Math.min(mostDelayMs, delayMs) + outputDelayMs;
}

/**
 * Where no screen's refresh is within its margin, for the first time within the longest period from `from` on: in the
 * middle of such a stretch, or at `from` where that is later. Where there is none, the middle of the widest gap.
 */
function betweenRefreshes(from: number, phases: readonly RefreshPhase[]): number {
  const sound = phases.filter(
    ({ at, periodMs }) => Math.abs(at - from) <= mostAgeMs && periodMs > 1 && periodMs <= longestPeriodMs,
  );
  if (sound.length === 0) return from;
  const spanMs = Math.max(...sound.map(({ periodMs }) => periodMs));
  const until = from + spanMs;
  const refreshes = sound.flatMap((phase) => refreshesIn(phase, from - spanMs, until + spanMs));
  const [free] = gapsBetween(
    refreshes.map(({ at, boundMs }) => ({ begin: at - marginMs(boundMs), end: at + marginMs(boundMs) })),
    from,
    until,
  );
  if (free !== undefined) return free.at;
  const gaps = gapsBetween(
    refreshes.map(({ at }) => ({ begin: at, end: at })),
    from,
    until,
  );
  return gaps.toSorted((a, b) => b.untilEndMs - a.untilEndMs)[0]?.at ?? from;
}

interface Gap {
  readonly at: number;
  readonly untilEndMs: number;
}

/** What these leave free between `from` and `until`: the middle of each gap, or `from` where that is later. */
function gapsBetween(
  spans: readonly { readonly begin: number; readonly end: number }[],
  from: number,
  until: number,
): readonly Gap[] {
  let coveredTo = -Infinity;
  return spans
    .toSorted((a, b) => a.begin - b.begin)
    .flatMap(({ begin, end }) => {
      const at = Math.max(from, (coveredTo + begin) / 2);
      const isGap = begin > coveredTo && at <= begin && at < until;
      coveredTo = Math.max(coveredTo, end);
      return isGap ? [{ at, untilEndMs: begin - at }] : [];
    });
}

function refreshesIn(phase: RefreshPhase, from: number, to: number): readonly RefreshPhase[] {
  const { at, periodMs } = phase;
  const first = at + Math.ceil((from - at) / periodMs) * periodMs;
  const turns = Math.max(0, Math.floor((to - first) / periodMs) + 1);
  return Array.from({ length: turns }, (_, turn) => ({ ...phase, at: first + turn * periodMs }));
}
