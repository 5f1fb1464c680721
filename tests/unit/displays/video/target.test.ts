import { describe, expect, it } from 'vitest';
import { usualRefresh, withFrame } from '../../../../displays/video/refresh.ts';
import { nextTarget, positionAt, turnAt } from '../../../../displays/video/target.ts';

describe('a target', () => {
  it('stands until it was seen to move, so that a scene made ready does not begin to play', () => {
    const first = nextTarget(null, 5000, 100);
    expect(positionAt(first, 900)).toBe(5000);
    const moving = nextTarget(first, 5016, 116);
    expect(positionAt(moving, 126)).toBe(5026);
    const held = nextTarget(moving, 5016, 132);
    expect(positionAt(held, 900)).toBe(5016);
  });

  it('keeps what it knows when it is told twice in a frame', () => {
    const moving = nextTarget(nextTarget(null, 0, 0), 16, 16);
    expect(nextTarget(moving, 16, 16).isMoving).toBe(true);
  });
});

describe('turnAt', () => {
  it.each([
    [0, { turn: 0, intoMs: 0 }],
    [9999, { turn: 0, intoMs: 9999 }],
    [10_000, { turn: 1, intoMs: 0 }],
    [35_000, { turn: 3, intoMs: 5000 }],
    [-5, { turn: 0, intoMs: 0 }],
  ])('of a loop at %d', (at, expected) => {
    expect(turnAt(at, 10_000, true)).toEqual(expected);
  });

  it('stays at the end of a film that does not begin again', () => {
    expect(turnAt(12_000, 10_000, false)).toEqual({ turn: 0, intoMs: 10_000 });
  });

  it('knows no turns before the film’s length is known', () => {
    expect(turnAt(12_000, NaN, true)).toEqual({ turn: 0, intoMs: 12_000 });
  });
});

describe('the refresh', () => {
  it('is measured from what was drawn, left-out frames aside', () => {
    let refresh = usualRefresh;
    for (let index = 0; index < 60; index++) refresh = withFrame(refresh, index % 7 === 0 ? 40 : 20);
    expect(refresh.ms).toBe(20);
    expect(withFrame(refresh, 250)).toBe(refresh);
    expect(withFrame(refresh, NaN)).toBe(refresh);
  });
});
