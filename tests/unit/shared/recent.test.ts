import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecent } from '#shared/recent.ts';

const of = (values: readonly number[], kept = 200): number => {
  const recent = createRecent(kept, 5);
  for (const value of values) recent.add(value);
  return recent.percentile(0.99);
};

/** The same by the definition: the newest, filled up to a hundred with what is usual, in order. */
function byDefinition(all: readonly number[], kept: number, usual: number, share: number): number {
  const newest = all.slice(-kept);
  const filled = [...newest, ...Array.from({ length: Math.max(0, 100 - newest.length) }, () => usual)];
  const sorted = filled.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

describe('the 99th percentile of what was measured of late', () => {
  it.each([
    ['nothing: what is usual', [], 5],
    ['one slow start: still what is usual', [70], 5],
    ['a second one: that it is slow', [70, 60], 60],
    ['a slow disk: what it takes', Array.from({ length: 150 }, () => 30), 30],
    ['two in a hundred and fifty: neither is left out', [...Array.from({ length: 148 }, () => 6), 40, 41], 40],
  ])('%s', (_name, values, expected) => expect(of(values)).toBe(expected));

  it('forgets what is older than it keeps', () => {
    expect(of([70, 70, 70, ...Array.from({ length: 200 }, () => 6)])).toBe(6);
  });

  it('is, at any share, what the definition says', () => {
    const values = array(integer({ min: 0, max: 20 }), { maxLength: 260 });
    const [kept, usual] = [integer({ min: 1, max: 150 }), integer({ min: 0, max: 20 })];
    assert(
      property(values, kept, usual, constantFrom(0.01, 0.5, 0.9, 0.99, 1), (all, most, common, share) => {
        const recent = createRecent(most, common);
        for (const value of all) recent.add(value);
        expect(recent.percentile(share)).toBe(byDefinition(all, most, common, share));
      }),
    );
  });
});
