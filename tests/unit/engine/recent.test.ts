import { describe, expect, it } from 'vitest';
import { createRecent } from '../../../controller/engine/recent.ts';

const of = (values: readonly number[], kept = 200): number => {
  const recent = createRecent(kept, 5);
  for (const value of values) recent.add(value);
  return recent.percentile(0.99);
};

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
});
