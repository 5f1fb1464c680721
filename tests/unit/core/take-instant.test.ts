import { array, assert, double, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeInstant, tellAheadMs, type RefreshPhase } from '#core/take-instant.ts';
import { seededRandom } from '../../support/random.ts';

const now = 1_800_000_000_000;
const none = { now, commitMs: 0, sendMs: 0, delaysMs: [], phases: [] };
/** The least lead is over 20 ms after `now`. */
const early = { ...none, now: now - 12 };
const hz = (rate: number): number => 1000 / rate;

/** Screens that refresh so many ms after `now` and every `periodMs` from then on. */
const refreshing = (afterMs: readonly number[], periodMs = 16, boundMs = 0): readonly RefreshPhase[] =>
  afterMs.map((ms) => ({ at: now + ms, periodMs, boundMs }));

/** From the nearest refresh of any screen, ms. */
function distance(at: number, phases: readonly RefreshPhase[]): number {
  return Math.min(
    ...phases.map((phase) => {
      const since = (((at - phase.at) % phase.periodMs) + phase.periodMs) % phase.periodMs;
      return Math.min(since, phase.periodMs - since);
    }),
  );
}

describe('the lead of a take', () => {
  it.each([
    ['32 ms at least', [], 32],
    ['the worst delay', [2, 47, 8], 47],
    ['32 ms on quick links', [0.4, 0.6], 32],
  ])('is %s', (_name, delaysMs, leadMs) => {
    expect(takeInstant({ ...none, delaysMs }) - now).toBeCloseTo(leadMs, 3);
  });

  it.each([
    ['a link and the display behind it', 3, 80, 83],
    ['a link that is hopeless', 9_000, 0, 250],
    ['a display that takes a second', 3, 1_000, 1_003],
  ])('begins as long before the light as %s need', (_name, delayMs, outputDelayMs, aheadMs) => {
    expect(tellAheadMs(delayMs, outputDelayMs)).toBe(aheadMs);
  });

  it('comes after what a decision takes to be on disk', () => {
    expect(takeInstant({ ...none, commitMs: 12 }) - now).toBeCloseTo(44, 3);
  });

  it.each([
    ['hide in the least wait where links are quick', [0.5, 20], 32],
    ['come before what the slowest link takes', [0.5, 30], 37],
  ])('lets the sending %s', (_name, delaysMs, leadMs) => {
    expect(takeInstant({ ...none, sendMs: 7, delaysMs }) - now).toBeCloseTo(leadMs, 3);
  });
});

describe('the phase of a take', () => {
  it('is half a refresh away from screens that refresh together', () => {
    const phases = refreshing(
      [1, 2, 3].map((turn) => turn * hz(60)),
      hz(60),
    );
    const at = takeInstant({ ...early, phases });
    expect(distance(at, phases)).toBeCloseTo(hz(60) / 2, 3);
  });

  it('is in the middle of the first gap that is wide enough', () => {
    expect(takeInstant({ ...early, phases: refreshing([0, 1, 2, 9]) }) - now).toBeCloseTo(21.5, 3);
  });

  it('is at once where it falls far enough before the end of a gap', () => {
    expect(takeInstant({ ...early, phases: refreshing([10]) }) - now).toBeCloseTo(20, 3);
  });

  it('is in the next gap where the end of one is too near', () => {
    expect(takeInstant({ ...early, phases: refreshing([20.2, 24.2]) }) - now).toBeCloseTo(22.2, 3);
  });

  it.each([
    ['5 ms', [0, 1, 2, 9], 5, 21.5],
    ['8 ms', [0, 1, 2, 9], 8, 21.5],
    ['nothing, in a narrow gap', [20, 22, 29], 0, 21],
    ['4 ms, beyond a narrow gap', [20, 22, 29], 4, 25.5],
  ])('keeps away from refreshes by a third of what is uncertain: %s', (_name, afterMs, boundMs, atMs) => {
    expect(takeInstant({ ...early, phases: refreshing(afterMs, 16, boundMs) }) - now).toBeCloseTo(atMs, 3);
  });

  it('keeps farther away from the screen that is uncertain alone', () => {
    const phases = [...refreshing([20, 26]), ...refreshing([22], 16, 9)];
    expect(takeInstant({ ...early, phases }) - now).toBeCloseTo(25.35, 3);
  });

  it('is in the widest gap where all are narrow', () => {
    const phases = Array.from({ length: 26 }, (_, turn) => turn * 0.6 + (turn < 13 ? 0 : 0.15));
    const shifted = refreshing(phases, 15.9, 1.2);
    expect(distance(takeInstant({ ...none, phases: shifted }), shifted)).toBeCloseTo(0.375, 3);
  });

  it('is within one refresh of the lead, and never before it, whatever the screens', () => {
    const phase = record({
      at: double({ min: now - 5_000, max: now + 100, noNaN: true }),
      periodMs: double({ min: 2, max: 50, noNaN: true }),
      boundMs: double({ min: 0, max: 20, noNaN: true }),
    });
    assert(
      property(array(phase, { minLength: 1, maxLength: 50 }), (phases) => {
        const lead = takeInstant(none);
        const at = takeInstant({ ...none, phases });
        expect(at).toBeGreaterThanOrEqual(lead);
        expect(at).toBeLessThanOrEqual(lead + Math.max(...phases.map(({ periodMs }) => periodMs)));
      }),
    );
  });

  it('is 0.3 ms from every refresh, or as far as the widest gap allows', () => {
    const random = seededRandom(5);
    for (const screens of [2, 13, 50, 200])
      for (let turn = 0; turn < 100; turn += 1) {
        const phases = refreshing(
          Array.from({ length: screens }, () => -random() * 1_000),
          hz(60),
        );
        const inPeriod = phases.map(({ at }) => (((at - now) % hz(60)) + hz(60)) % hz(60)).toSorted((a, b) => a - b);
        const gaps = inPeriod.map((at, index) => (inPeriod[index + 1] ?? (inPeriod[0] ?? 0) + hz(60)) - at);
        const far = distance(takeInstant({ ...none, phases }), phases);
        expect(far).toBeGreaterThanOrEqual(Math.min(0.3, Math.max(...gaps) / 2) - 1e-3);
      }
  });

  it('listens to no display that says what cannot be', () => {
    const phases = [
      { at: Number.NaN, periodMs: 16 },
      { at: now, periodMs: 0 },
      { at: now, periodMs: 5_000 },
      { at: 0, periodMs: 16 },
      { at: 1e23, periodMs: 16 },
      { at: -1e300, periodMs: 16 },
      { at: Infinity, periodMs: 16 },
    ].map((phase) => ({ ...phase, boundMs: 0 }));
    expect(takeInstant({ ...none, phases })).toBe(takeInstant(none));
  });
});
