import { ppm } from '../time.ts';
import { addProofs, allowedAt, bestRate, emptyBand, limitsAt, type Allowed, type Band } from './band.ts';
import { output } from './output.ts';
import type { Line, Reading } from './reading.ts';

/** What a machine's clocks are assumed to do. The bound is certified under these and nothing else. */
export interface FilterConfig {
  /** The coarsest step of the local monotonic clock; a browser's is 0.1 ms, Node's next to nothing. */
  readonly resolutionMs: number;
  /** The two crystals and the controller's slew together stay within ± this. */
  readonly maxSkewPpm: number;
  /** How fast their rate may change: warming crystals and the controller's slew. */
  readonly wanderPpmPerMinute: number;
  /** How fast it does change, as far as the estimate cares. */
  readonly likelyWanderPpmPerMinute: number;
  /** How unequal two crystals are, before anything is measured. */
  readonly skewSigmaPpm: number;
  /** Rates less likely than the best by this many nats count as impossible: 40 is one in 10^17. */
  readonly evidenceMargin: number;
}

export const defaultConfig: FilterConfig = {
  resolutionMs: 0.1,
  maxSkewPpm: 300,
  wanderPpmPerMinute: 2,
  likelyWanderPpmPerMinute: 0.2,
  skewSigmaPpm: 50,
  evidenceMargin: 40,
};

/** One probe: sent t1 and back t4 on the local monotonic clock, received t2 and answered t3 in shared time, ms. */
export interface Sample {
  readonly t1: number;
  readonly t2: number;
  readonly t3: number;
  readonly t4: number;
  readonly epoch: string;
}

export interface Filter {
  readonly config: FilterConfig;
  readonly reading: Reading;
  /** Nothing on the screen moves: a step forward would not be seen. */
  readonly isStill: boolean;
  /** Offsets are kept relative to this, for precision. */
  readonly baseMs: number;
  /** Under the assumptions that certify. */
  readonly certain: Band;
  /** Under the assumptions that are likely. */
  readonly likely: Band;
  readonly prior: { readonly mean: number; readonly sigma: number };
  readonly link: Link;
  /** Half of what parts ceilings from floors at the likely rate: no bound can be smaller. */
  readonly leastBoundMs: number;
  /** Since the last start or reset. */
  readonly samples: number;
  readonly firstAt: number;
  /** Probes in a row that contradict the band. */
  readonly contradicting: readonly Sample[];
}

/** What the link has been like of late. */
interface Link {
  readonly weight: number;
  /** Mean of half the round trip above the smallest, ms. */
  readonly excessMs: number;
  readonly smallestMs: number;
}

const hullAgeMs = 20 * 60_000;
const linkMemoryMs = 120_000;
const contradictionsToReset = 3;
/** No machine is so regular that its delays may be believed to the microsecond. */
const leastExcessMs = 0.02;
const noLink: Link = { weight: 0, excessMs: 0, smallestMs: Infinity };
const perMs = (ppmPerMinute: number): number => ppm(ppmPerMinute) / 60_000;

/** A filter that has heard nothing; `wallOffsetMs` (wall clock minus monotonic clock) stands in until it has. */
export function createFilter(config: FilterConfig, wallOffsetMs: number): Filter {
  const line: Line = { at: 0, offset: wallOffsetMs, rate: 0, slew: 0, slewForMs: 1 };
  return {
    config,
    reading: {
      line,
      proven: null,
      phase: 'unsynced',
      epoch: null,
      generation: 0,
      heardAt: null,
      roundTripMs: null,
      delayMs: null,
    },
    isStill: true,
    prior: { mean: 0, sigma: ppm(config.skewSigmaPpm) },
    ...nothingHeard(config),
  };
}

function nothingHeard(config: FilterConfig) {
  return {
    baseMs: 0,
    certain: emptyBand(perMs(config.wanderPpmPerMinute)),
    likely: emptyBand(perMs(config.likelyWanderPpmPerMinute)),
    link: noLink,
    leastBoundMs: Infinity,
    samples: 0,
    firstAt: 0,
    contradicting: [],
  };
}

/**
 * Starts measuring again: after a suspend, a jump of the machine's clocks, a new controller. The output runs on as it
 * was and nothing is certified until the next answer. A machine keeps its crystal, so the rate stays a good guess.
 */
export function resetFilter(filter: Filter): Filter {
  const { config, reading } = filter;
  const wasSynced = reading.phase === 'synced';
  return {
    ...filter,
    ...nothingHeard(config),
    prior: wasSynced ? { mean: reading.line.rate, sigma: ppm(config.skewSigmaPpm) / 5 } : filter.prior,
    reading: { ...reading, proven: null, phase: reading.phase === 'unsynced' ? 'unsynced' : 'syncing' },
  };
}

export function setStill(filter: Filter, isStill: boolean): Filter {
  return { ...filter, isStill };
}

/** The filter with one more probe. Samples come in the order of their probes. */
export function addSample(before: Filter, sample: Sample): Filter {
  const isNewEpoch = before.reading.epoch !== null && before.reading.epoch !== sample.epoch;
  const filter = isNewEpoch ? { ...resetFilter(before), prior: createFilter(before.config, 0).prior } : before;
  const taken = take(filter, sample);
  if (taken !== null) return taken;
  const contradicting = [...filter.contradicting, sample];
  if (contradicting.length < contradictionsToReset) return doubt({ ...filter, contradicting }, sample);
  return contradicting.reduce<Filter>((next, each) => take(next, each) ?? next, resetFilter(filter));
}

/** The filter with a sample that agrees with what is known, or null if it does not. */
function take(filter: Filter, sample: Sample): Filter | null {
  const { config } = filter;
  const { t1, t2, t3, t4 } = sample;
  const isFirst = filter.samples === 0;
  const baseMs = isFirst ? t2 - t1 : filter.baseMs;
  const ceiling = { at: t1, value: t2 - t1 - baseMs };
  const floor = { at: t4, value: t3 - t4 - baseMs };
  const certain = addProofs(filter.certain, ceiling, floor, hullAgeMs);
  const maxRate = ppm(config.maxSkewPpm);
  const link = heard(filter.link, t4 - t1 - (t3 - t2), t4 - (filter.reading.heardAt ?? t4));
  const allowed = allowedAt(certain, t4, maxRate, 2 * config.resolutionMs, {
    weight: evidencePerMs(link, config),
    margin: config.evidenceMargin,
  });
  if (allowed === null) return null;
  const next: Filter = {
    ...filter,
    baseMs,
    certain,
    likely: addProofs(filter.likely, ceiling, floor, hullAgeMs),
    link,
    samples: filter.samples + 1,
    firstAt: isFirst ? t1 : filter.firstAt,
    contradicting: [],
  };
  const { halfGap, ...estimate } = estimateAt(next, t4, allowed);
  return { ...next, leastBoundMs: halfGap, reading: output(next, sample, { ...allowed, ...estimate }) };
}

/**
 * The most likely offset and rate. For delays with an exponential excess over an unknown smallest delay, alike in both
 * directions, the likelihood of a rate grows with the gap that it leaves between ceilings and floors, and the offset's
 * is highest in the middle of that gap (Moon, Skelly, Towsley 1999; Jeske 2005); the prior keeps it sober at first.
 */
function estimateAt(filter: Filter, now: number, allowed: Allowed): { offset: number; rate: number; halfGap: number } {
  const { likely, prior } = filter;
  const weight = evidencePerMs(filter.link, filter.config);
  const rate = bestRate(likely, now, { min: allowed.lowRate, max: allowed.highRate }, { ...prior, weight });
  const { high, low } = limitsAt(likely, rate, now);
  const offset = Math.min(allowed.high, Math.max(allowed.low, (high + low) / 2));
  return { rate, offset, halfGap: (high - low) / 2 };
}

/** Log-likelihood per ms of gap: probes over their mean excess. */
function evidencePerMs({ weight, excessMs }: Link, { resolutionMs }: FilterConfig): number {
  return weight / Math.max(excessMs, resolutionMs, leastExcessMs);
}

function heard(link: Link, roundTripMs: number, sinceMs: number): Link {
  const kept = Math.exp(-Math.max(0, sinceMs) / linkMemoryMs);
  const smallestMs = Math.min(link.smallestMs, roundTripMs);
  const weight = link.weight * kept + 1;
  return { weight, smallestMs, excessMs: link.excessMs + ((roundTripMs - smallestMs) / 2 - link.excessMs) / weight };
}

/** A contradiction not yet believed: what is certified covers what is known and what was just heard. */
function doubt(filter: Filter, { t1, t2, t3, t4 }: Sample): Filter {
  const { reading, config } = filter;
  const { proven } = reading;
  const widened =
    proven === null
      ? null
      : {
          ...proven,
          low: Math.min(proven.low, t3 - t4 - config.resolutionMs),
          high: Math.max(proven.high, t2 - t1 + config.resolutionMs),
        };
  return { ...filter, reading: { ...reading, proven: widened, heardAt: t4, roundTripMs: t4 - t1 - (t3 - t2) } };
}
