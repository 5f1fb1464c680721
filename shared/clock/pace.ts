/** How often to probe, decided from what came of it. Times in ms. */
export interface Pace {
  /** Between probes, once the burst is over and the first minute too. */
  readonly intervalMs: number;
  /** Probes of the burst still to send. */
  readonly burstLeft: number;
  /** Somebody waits for the first picture: the first burst is quicker than those that follow. */
  readonly isFirst: boolean;
  /** When the present look at the bound began, local monotonic ms; null before the first probe. */
  readonly lookingSince: number | null;
  readonly startedAt: number | null;
  /** The worst excess of the bound over the least that is possible, since then. */
  readonly worstExcessMs: number;
}

const burst = { probes: 20, everyMs: 50, firstEveryMs: 20 } as const;
const steady = { everyMs: 200, forMs: 60_000 } as const;
const slowestMs = 2_000;
const fastestMs = 50;
const lookMs = 5_000;
/** The bound's excess that is kept: half the quickest ways there and back is what no probe can remove. */
const excess = { tooMuchMs: 0.25, littleMs: 0.12 } as const;

export const firstPace: Pace = {
  intervalMs: steady.everyMs,
  burstLeft: burst.probes,
  isFirst: true,
  lookingSince: null,
  startedAt: null,
  worstExcessMs: 0,
};

/** After a connect, a suspend or a contradiction: 20 probes in a second. */
export function burstAgain(pace: Pace): Pace {
  return { ...pace, burstLeft: burst.probes };
}

/** The pace after an answered probe whose bound exceeds the least possible by `excessMs`. */
export function paced(pace: Pace, now: number, excessMs: number): Pace {
  const burstLeft = Math.max(0, pace.burstLeft - 1);
  const isFirst = pace.isFirst && burstLeft > 0;
  const startedAt = pace.startedAt ?? now;
  const lookingSince = pace.lookingSince ?? now;
  const worstExcessMs = Math.max(pace.worstExcessMs, excessMs);
  const isEarly = now - startedAt < steady.forMs;
  if (isEarly || burstLeft > 0) {
    return { intervalMs: pace.intervalMs, burstLeft, isFirst, startedAt, lookingSince: now, worstExcessMs: 0 };
  }
  if (now - lookingSince < lookMs) return { ...pace, burstLeft, isFirst, startedAt, lookingSince, worstExcessMs };
  return {
    intervalMs: adjusted(pace.intervalMs, worstExcessMs),
    burstLeft,
    isFirst,
    startedAt,
    lookingSince: now,
    worstExcessMs: 0,
  };
}

function adjusted(intervalMs: number, excessMs: number): number {
  if (excessMs > excess.tooMuchMs) return Math.max(fastestMs, intervalMs / 2);
  if (excessMs < excess.littleMs) return Math.min(slowestMs, intervalMs * 1.25);
  return intervalMs;
}

/** From the sending of one probe to the sending of the next; never before the answer. */
export function probeEveryMs({ burstLeft, isFirst, intervalMs }: Pace): number {
  if (burstLeft === 0) return intervalMs;
  return isFirst ? burst.firstEveryMs : burst.everyMs;
}
