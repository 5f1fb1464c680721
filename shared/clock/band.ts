/**
 * Where the offset between two clocks can lie, seen from both directions. A probe that leaves at t1 and is stamped t2
 * proves offset(t1) ≤ t2 − t1; an answer stamped t3 that comes at t4 proves offset(t4) ≥ t3 − t4, whatever the link did.
 *
 * The rate of the offset may itself change by no more than `wander`, so a proof of age g says of the offset x and the
 * rate s of now: x ≤ value + s·g + ½·wander·g². Completing the square, ½·wander·t² lifts every point by an amount that
 * does not depend on now, and the proofs that can ever bind are the convex hull of the lifted points: a handful.
 */
export interface Band {
  /** The lower hull of the ceilings t2 − t1. */
  readonly ceiling: readonly Corner[];
  /** The lower hull of the floors t3 − t4, negated, so that both sides are one code. */
  readonly floor: readonly Corner[];
  /** 1/ms: how fast the rate may change. */
  readonly wander: number;
}

/** At `at` (local monotonic ms) the offset was at most `value` (ms). */
export interface Proof {
  readonly at: number;
  readonly value: number;
}

/** A proof that the hull turns at, and the slope of the lifted line that leads to it from the corner before. */
interface Corner extends Proof {
  readonly slope: number;
}

/** The tightest limit among proofs at one rate, and the age of the proof that sets it. */
interface Limit {
  readonly value: number;
  readonly ageMs: number;
}

export function emptyBand(wander: number): Band {
  return { ceiling: [], floor: [], wander };
}

/** The band with one more probe, without proofs older than `maxAgeMs`: forgetting only widens. */
export function addProofs(band: Band, ceiling: Proof, floor: Proof, maxAgeMs: number): Band {
  const oldest = floor.at - maxAgeMs;
  return {
    ceiling: extendHull(band.ceiling, ceiling, band.wander, oldest),
    floor: extendHull(band.floor, { at: floor.at, value: -floor.value }, band.wander, oldest),
    wander: band.wander,
  };
}

function extendHull(hull: readonly Corner[], added: Proof, wander: number, oldest: number): readonly Corner[] {
  const kept = hull.filter(({ at }) => at >= oldest && at < added.at);
  let last = kept.at(-1);
  while (last !== undefined && kept.length > 1 && last.slope >= slope(last, added, wander)) {
    kept.pop();
    last = kept.at(-1);
  }
  kept.push({ ...added, slope: last === undefined ? -Infinity : slope(last, added, wander) });
  return kept;
}

/** Of the line through two lifted points. */
function slope(a: Proof, b: Proof, wander: number): number {
  return (b.value - a.value) / (b.at - a.at) + (wander / 2) * (a.at + b.at);
}

/** Along a hull the limits fall while it is less steep than the rate, and then rise: of hundreds, halving finds the least. */
function tightest(hull: readonly Corner[], wander: number, rate: number, now: number): Limit {
  const steepness = rate + wander * now;
  let [first, last] = [0, hull.length - 1];
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if ((hull[middle]?.slope ?? Infinity) < steepness) first = middle;
    else last = middle - 1;
  }
  const found = hull[first];
  if (found === undefined) return { value: Infinity, ageMs: 0 };
  const ageMs = now - found.at;
  return { value: found.value + rate * ageMs + (wander / 2) * ageMs * ageMs, ageMs };
}

/** Highest and lowest offset at `now` if the rate is `rate`, and how their distance changes with the rate. */
export function limitsAt(band: Band, rate: number, now: number): { high: number; low: number; gapPerRate: number } {
  const high = tightest(band.ceiling, band.wander, rate, now);
  const low = tightest(band.floor, band.wander, -rate, now);
  return { high: high.value, low: -low.value, gapPerRate: high.ageMs - low.ageMs };
}

const bisections = 48;

/**
 * The rate that maximises `weight`·gap(rate) − (rate − mean)²/(2·sigma²). The gap is concave in the rate and so is the
 * penalty, so its derivative is bisected. Without a penalty this is the widest gap between two parallel lines that
 * part ceilings from floors.
 */
export function bestRate(
  band: Band,
  now: number,
  limits: { readonly min: number; readonly max: number },
  prior: { readonly weight: number; readonly mean: number; readonly sigma: number },
): number {
  let { min, max } = limits;
  for (let step = 0; step < bisections; step += 1) {
    const rate = (min + max) / 2;
    const pull = (rate - prior.mean) / (prior.sigma * prior.sigma);
    if (prior.weight * limitsAt(band, rate, now).gapPerRate > pull) min = rate;
    else max = rate;
  }
  return (min + max) / 2;
}

/** All that the band allows at `now`: offsets and rates. */
export interface Allowed {
  readonly low: number;
  readonly high: number;
  readonly lowRate: number;
  readonly highRate: number;
}

/** How strongly the link's own regularity speaks for a rate: log-likelihood per ms of gap, and how much may be lost. */
export interface Evidence {
  readonly weight: number;
  readonly margin: number;
}

/**
 * The exact range of offset and rate at `now` under every proof, or null if they contradict each other by more than
 * `slackMs`. Rates are left out that no proof forbids but that the evidence makes absurd: those for which every probe
 * of minutes would have had to be late by just the right amount. Ceilings and floors both rise with the rate, so the
 * extremes lie at the extreme rates.
 */
export function allowedAt(
  band: Band,
  now: number,
  maxRate: number,
  slackMs: number,
  evidence: Evidence,
): Allowed | null {
  const gap = (rate: number): number => {
    const { high, low } = limitsAt(band, rate, now);
    return high - low + slackMs;
  };
  const widest = bestRate(band, now, { min: -maxRate, max: maxRate }, { weight: 1, mean: 0, sigma: Infinity });
  const widestGap = gap(widest);
  if (widestGap < 0) return null;
  const isAllowed = (rate: number): boolean => {
    const at = gap(rate);
    return at >= 0 && evidence.weight * (widestGap - at) <= evidence.margin;
  };
  const lowRate = edge(isAllowed, widest, -maxRate);
  const highRate = edge(isAllowed, widest, maxRate);
  return {
    lowRate,
    highRate,
    low: limitsAt(band, lowRate, now).low - slackMs / 2,
    high: limitsAt(band, highRate, now).high + slackMs / 2,
  };
}

/** Between a rate that is allowed and an end that may not be: the outer side of the border. */
function edge(isAllowed: (rate: number) => boolean, allowed: number, end: number): number {
  if (isAllowed(end)) return end;
  let [inside, outside] = [allowed, end];
  for (let step = 0; step < bisections; step += 1) {
    const middle = (inside + outside) / 2;
    if (isAllowed(middle)) inside = middle;
    else outside = middle;
  }
  return outside;
}
