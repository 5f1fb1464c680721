import { array, assert, double, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeInstant, type RefreshPhase } from '#core/take-instant.ts';
import { seededRandom } from '../../support/random.ts';

const now = 1_800_000_000_000;
const none = { now, commitMs: 0, delaysMs: [], phases: [] };
const hz = (rate: number): number => 1000 / rate;

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
    ['20 ms at least', [], 20],
    ['the worst delay and a frame', [2, 31, 8], 31 + hz(60)],
    ['20 ms on quick links', [0.4, 0.6], 20],
    ['no more than a quarter of a second and a frame for a link that is hopeless', [5, 9_000], 250 + hz(60)],
  ])('is %s', (_name, delaysMs, leadMs) => {
    expect(takeInstant({ ...none, delaysMs }) - now).toBeCloseTo(leadMs, 3);
  });

  it('comes after what a commit takes', () => {
    expect(takeInstant({ ...none, commitMs: 12 }) - now).toBeCloseTo(32, 3);
  });
});

describe('the phase of a take', () => {
  it('is half a refresh away from screens that refresh together', () => {
    const phases = [1, 2, 3].map((turn) => ({ at: now + turn * hz(60), periodMs: hz(60) }));
    const at = takeInstant({ ...none, phases });
    expect(distance(at, phases)).toBeCloseTo(hz(60) / 2, 3);
  });

  it('is in the widest gap between screens that refresh each at its own time', () => {
    const phases = [0, 1, 2, 9].map((ms) => ({ at: now + ms, periodMs: 16 }));
    expect(distance(takeInstant({ ...none, phases }), phases)).toBeCloseTo(3.5, 3);
  });

  it('is within one refresh of the lead, and never before it, whatever the screens', () => {
    const phase = record({
      at: double({ min: now - 5_000, max: now + 100, noNaN: true }),
      periodMs: double({ min: 2, max: 50, noNaN: true }),
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

  it('is no nearer to a refresh than the widest gap allows, with displays of one rate', () => {
    const random = seededRandom(5);
    for (let turn = 0; turn < 200; turn += 1) {
      const phases = Array.from({ length: 13 }, () => ({ at: now - random() * 1_000, periodMs: hz(60) }));
      const inPeriod = phases.map(({ at }) => (((at - now) % hz(60)) + hz(60)) % hz(60)).toSorted((a, b) => a - b);
      const gaps = inPeriod.map((at, index) => (inPeriod[index + 1] ?? (inPeriod[0] ?? 0) + hz(60)) - at);
      expect(distance(takeInstant({ ...none, phases }), phases)).toBeCloseTo(Math.max(...gaps) / 2, 2);
    }
  });

  it('listens to no display that says what cannot be', () => {
    const phases = [
      { at: Number.NaN, periodMs: 16 },
      { at: now, periodMs: 0 },
      { at: now, periodMs: 5_000 },
    ];
    expect(takeInstant({ ...none, phases })).toBe(takeInstant(none));
  });
});
