/** What the timestamps of animation frames say of the display's refresh. Local monotonic ms. */
export interface Refresh {
  readonly frames: readonly number[];
  readonly drawn: number;
  readonly dropped: number;
}

const kept = 240;
const fewest = 20;
/** Of so many the usual interval is found; at every frame, so not of all. */
const looked = 61;

export const noFrames: Refresh = { frames: [], drawn: 0, dropped: 0 };

/** The refresh after one more frame. Frames that were due between it and the one before count as dropped. */
export function withFrame(refresh: Refresh, at: number): Refresh {
  const missed = missedBefore(refresh, at);
  return {
    frames: [...refresh.frames.slice(-kept + 1), at],
    drawn: refresh.drawn + 1,
    dropped: refresh.dropped + missed,
  };
}

/** How many refreshes passed unused between the last frame and `at`. */
function missedBefore(refresh: Refresh, at: number): number {
  const last = refresh.frames.at(-1);
  const period = roughPeriod(refresh.frames);
  if (last === undefined || period === null) return 0;
  // A page that was hidden, or a machine that slept, dropped nothing.
  return at - last > 1000 ? 0 : Math.max(0, Math.round((at - last) / period) - 1);
}

/** The least common interval: the median of the intervals, which single dropped frames do not move. */
function roughPeriod(frames: readonly number[]): number | null {
  if (frames.length < fewest) return null;
  const latest = frames.slice(-looked);
  const intervals = latest.slice(1).map((at, index) => at - (latest[index] ?? at));
  const sorted = intervals.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  return median > 0 ? median : null;
}

/** Period of the refresh and one instant of it near the newest frame, ms; null before enough was seen. */
export function phaseOf({ frames }: Refresh): { readonly at: number; readonly periodMs: number } | null {
  const period = roughPeriod(frames);
  const first = frames[0];
  const last = frames.at(-1);
  if (period === null || first === undefined || last === undefined) return null;
  // Each frame numbered by the refreshes since the one before it, then a line through all of them.
  let number = 0;
  const points = frames.map((at, index) => {
    if (index > 0) number += Math.max(1, Math.round((at - (frames[index - 1] ?? at)) / period));
    return { number, at: at - first };
  });
  const n = points.length;
  const meanNumber = points.reduce((sum, point) => sum + point.number, 0) / n;
  const meanAt = points.reduce((sum, point) => sum + point.at, 0) / n;
  const spread = points.reduce((sum, point) => sum + (point.number - meanNumber) ** 2, 0);
  const shared = points.reduce((sum, point) => sum + (point.number - meanNumber) * (point.at - meanAt), 0);
  const periodMs = shared / spread;
  return { at: first + meanAt + (number - meanNumber) * periodMs, periodMs };
}
