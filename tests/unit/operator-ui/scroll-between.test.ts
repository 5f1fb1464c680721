import { describe, expect, it } from 'vitest';
import { scrollBetween } from '../../../operator-ui/state/scroll-between.ts';

describe('what is brought in sight', () => {
  const frame = { top: 100, bottom: 500 };
  const keys = { top: 300, bottom: 400 };
  it.each([
    ['is in sight already', { top: 200, bottom: 400 }, keys, 0],
    ['lies below, and the keys stay', { top: 420, bottom: 600 }, keys, 114],
    ['lies so far below that the keys would go', { top: 420, bottom: 800 }, keys, 200],
    ['lies below, taller than the frame, with no keys', { top: 420, bottom: 1200 }, null, 306],
    ['lies below, and the keys are out of sight', { top: 420, bottom: 600 }, { top: 20, bottom: 90 }, 0],
    ['lies above, and the keys stay', { top: 40, bottom: 290 }, keys, -74],
    ['lies so far above that the keys would go', { top: -100, bottom: 290 }, keys, -100],
  ])('%s', (_, wanted, kept, by) => {
    expect(scrollBetween(frame, wanted, kept)).toBe(by);
  });
});
