import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glideAt, glideFrom, glideMs, velocityOf } from '../../../displays/touch/glide.ts';
import { idleAt } from '../../../displays/touch/idle.ts';

describe('idleAt', () => {
  it.each([
    [undefined, 0, { phase: 'attract' }],
    [1000, 1000, { phase: 'touched' }],
    [1000, 25_999, { phase: 'touched' }],
    [1000, 26_000, { phase: 'leaving', secondsLeft: 5 }],
    [1000, 26_001, { phase: 'leaving', secondsLeft: 5 }],
    [1000, 30_999, { phase: 'leaving', secondsLeft: 1 }],
    [1000, 31_000, { phase: 'attract' }],
    // A clock that was corrected backwards must not end a visit.
    [1000, 0, { phase: 'touched' }],
  ])('touched at %s, now %s', (touchedAt, now, expected) => {
    expect(idleAt(touchedAt, now)).toEqual(expected);
  });
});

describe('a glide', () => {
  const range = { least: 0, most: 34 };

  it('rests on a whole step inside the range, and gets there', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 34, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), (at, v) => {
        const glide = glideFrom(at, v, range);
        expect(Number.isInteger(glide.to)).toBe(true);
        expect(glide.to).toBeGreaterThanOrEqual(0);
        expect(glide.to).toBeLessThanOrEqual(34);
        expect(glideAt(glide, 0)).toBeCloseTo(at);
        expect(glideAt(glide, glideMs)).toBe(glide.to);
      }),
    );
  });

  it('carries a flick further than a push, and a resting finger nowhere', () => {
    expect(glideFrom(10, 0.05, range).to).toBe(20);
    expect(glideFrom(10, 0.01, range).to).toBe(12);
    expect(glideFrom(10.2, 0, range).to).toBe(10);
  });
});

describe('velocityOf', () => {
  it('is the speed of the last tenth of a second', () => {
    const samples = [0, 20, 40, 60].map((atMs) => ({ at: atMs * 2, atMs }));
    expect(velocityOf(samples, 60)).toBe(2);
    expect(velocityOf(samples, 400)).toBe(0);
    expect(velocityOf([], 0)).toBe(0);
  });
});
