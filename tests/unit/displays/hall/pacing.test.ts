import { describe, expect, it } from 'vitest';
import { firstPace, nextPace } from '../../../../displays/hall/pacing.ts';
import { noFrames } from '../../../../displays/player/refresh.ts';

const after = (drawn: number, dropped: number) => ({ ...noFrames, drawn, dropped });

describe('how often small pictures are drawn', () => {
  it('falls where the machine drops frames, and comes back where it has room', () => {
    const slower = nextPace(firstPace, noFrames, after(60, 60));
    expect(slower.everyMs).toBeGreaterThan(firstPace.everyMs);
    expect(nextPace(slower, noFrames, after(120, 0)).everyMs).toBeLessThan(slower.everyMs);
  });

  it('stays where it is between the two, and where nothing was drawn', () => {
    expect(nextPace(firstPace, noFrames, after(100, 10))).toBe(firstPace);
    expect(nextPace(firstPace, noFrames, noFrames)).toBe(firstPace);
  });

  it('stays within bounds, however long it lasts', () => {
    let [slow, fast] = [firstPace, firstPace];
    for (let turn = 0; turn < 50; turn += 1) {
      slow = nextPace(slow, noFrames, after(10, 90));
      fast = nextPace(fast, noFrames, after(100, 0));
    }
    expect([slow.everyMs, fast.everyMs]).toEqual([500, 1000 / 30]);
  });
});
