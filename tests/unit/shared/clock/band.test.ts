import { array, assert, double, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addProofs, allowedAt, emptyBand, limitsAt, type Band } from '#shared/clock/band.ts';

const wander = 3e-11;
const probe = record({
  gapMs: integer({ min: 1, max: 60_000 }),
  there: double({ min: 0, max: 50, noNaN: true }),
  back: double({ min: 0, max: 50, noNaN: true }),
});
type Probe = { readonly gapMs: number; readonly there: number; readonly back: number };

/** Proofs of an offset that is always 0, and the band made of them. */
function made(probes: readonly Probe[]): {
  readonly band: Band;
  readonly all: readonly { at: number; high: number; low: number }[];
} {
  let at = 0;
  let band = emptyBand(wander);
  const all = probes.map(({ gapMs, there, back }) => {
    at += gapMs;
    band = addProofs(band, { at, value: there }, { at, value: -back }, Infinity);
    return { at, high: there, low: -back };
  });
  return { band, all };
}

describe('the hulls', () => {
  it('say what all proofs together say, at every rate', () => {
    assert(
      property(
        array(probe, { minLength: 1, maxLength: 60 }),
        double({ min: -3e-4, max: 3e-4, noNaN: true }),
        (probes, rate) => {
          const { band, all } = made(probes);
          const now = (all.at(-1)?.at ?? 0) + 100;
          const lift = (at: number) => (wander / 2) * (now - at) ** 2;
          const high = Math.min(...all.map((proof) => proof.high + rate * (now - proof.at) + lift(proof.at)));
          const low = Math.max(...all.map((proof) => proof.low + rate * (now - proof.at) - lift(proof.at)));
          const limits = limitsAt(band, rate, now);
          expect(limits.high).toBeCloseTo(high, 6);
          expect(limits.low).toBeCloseTo(low, 6);
        },
      ),
    );
  });

  it('find the tightest of hundreds, where no probe is late and every proof is a corner', () => {
    const gapMs = 200;
    const { band, all } = made(Array.from({ length: 300 }, () => ({ gapMs, there: 1, back: 1 })));
    expect(band.ceiling).toHaveLength(300);
    const now = all.at(-1)?.at ?? 0;
    for (const ageMs of [0, 1, 50, 150, 299].map((gaps) => gaps * gapMs)) {
      // Of proofs alike the tightest limit at this rate is that of this age, where what it gives and costs are even.
      const rate = -wander * ageMs;
      const limits = limitsAt(band, rate, now);
      expect(limits.high).toBeCloseTo(1 - (wander / 2) * ageMs ** 2, 10);
      expect(limitsAt(band, -rate, now).low).toBeCloseTo(-1 + (wander / 2) * ageMs ** 2, 10);
    }
  });

  it('stay small', () => {
    const regular = Array.from({ length: 3_000 }, (_, index) => ({
      gapMs: 200,
      there: 5 + ((index * 7919) % 100) / 10,
      back: 5 + ((index * 104_729) % 100) / 10,
    }));
    const { band } = made(regular);
    expect(band.ceiling.length + band.floor.length).toBeLessThan(100);
  });
});

describe('what is allowed', () => {
  const noEvidence = { weight: 0, margin: 1 };

  it('always holds the truth, which no proof excludes', () => {
    assert(
      property(array(probe, { minLength: 1, maxLength: 60 }), (probes) => {
        const { band, all } = made(probes);
        const allowed = allowedAt(band, all.at(-1)?.at ?? 0, 3e-4, 0.01, noEvidence);
        expect(allowed).not.toBeNull();
        expect(allowed?.low).toBeLessThanOrEqual(0);
        expect(allowed?.high).toBeGreaterThanOrEqual(0);
        expect(allowed?.lowRate).toBeLessThanOrEqual(0);
        expect(allowed?.highRate).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is nothing when proofs contradict each other', () => {
    const band = addProofs(
      addProofs(emptyBand(wander), { at: 0, value: 1 }, { at: 0, value: -1 }, Infinity),
      { at: 100, value: 30 },
      { at: 100, value: 20 },
      Infinity,
    );
    expect(allowedAt(band, 100, 3e-4, 0.01, noEvidence)).toBeNull();
  });
});
