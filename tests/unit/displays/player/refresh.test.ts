import { describe, expect, it } from 'vitest';
import { noFrames, phaseOf, withFrame, type Refresh } from '../../../../displays/player/refresh.ts';
import { seededRandom } from '../../../support/random.ts';
import { present } from '../../../support/present.ts';

const period = 1000 / 59.94;

/** Frames of a display from `first` on, without those numbered in `lost`, their timestamps off by up to `jitterMs`. */
function frames(count: number, lost: readonly number[] = [], jitterMs = 0, first = 5_000): Refresh {
  const random = seededRandom(7);
  let refresh = noFrames;
  for (let index = 0; index < count; index += 1)
    if (!lost.includes(index)) refresh = withFrame(refresh, first + index * period + (random() - 0.5) * 2 * jitterMs);
  return refresh;
}

describe('the display’s refresh', () => {
  it('is unknown at first, and then known to the microsecond', () => {
    expect(phaseOf(frames(10))).toBeNull();
    const found = phaseOf(frames(300));
    expect(found?.periodMs).toBeCloseTo(period, 6);
    const turns = (present(found).at - 5_000) / period;
    expect(turns - Math.round(turns)).toBeCloseTo(0, 6);
  });

  it('is found through lost frames and timestamps that jitter', () => {
    const found = phaseOf(frames(300, [40, 41, 42, 77, 100], 0.1));
    expect(found?.periodMs).toBeCloseTo(period, 2);
    const off = ((present(found).at - 5_000) / period) % 1;
    expect(Math.min(off, 1 - off) * period).toBeLessThan(0.1);
  });

  it('counts each lost frame, and nothing else', () => {
    expect(frames(300).dropped).toBe(0);
    expect(frames(300, [40, 41, 42, 77, 100], 0.1).dropped).toBe(5);
    expect(withFrame(frames(100), 5_000 + 102 * period).dropped).toBe(2);
  });

  it('does not take a page that was hidden for one that dropped frames', () => {
    const before = frames(100);
    expect(withFrame(before, 5_000 + 100 * period + 60_000).dropped).toBe(0);
  });
});
