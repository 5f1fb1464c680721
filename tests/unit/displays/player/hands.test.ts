import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchHands } from '../../../../displays/player/hands.ts';

describe('the hands on a screen', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  function aScreen() {
    const root = new EventTarget();
    const hands = watchHands(root as HTMLElement);
    const touch = (type: string, pointerId: number, clientX = 100, clientY = 100): boolean =>
      root.dispatchEvent(Object.assign(new Event(type), { pointerId, clientX, clientY }));
    return { hands, touch, pass: (ms: number) => vi.advanceTimersByTime(ms) };
  }

  it('are counted once, and told once', () => {
    const { hands, touch } = aScreen();
    for (const finger of [1, 2, 3]) {
      touch('pointerdown', finger);
      touch('pointerup', finger);
    }
    expect(hands.told()).toEqual({ count: 3, heldMs: 0 });
    expect(hands.told()).toEqual({ count: 0, heldMs: 0 });
  });

  it('hold a point for as long as the finger rests, however often that is told', () => {
    const { hands, touch, pass } = aScreen();
    touch('pointerdown', 1);
    pass(30_000);
    expect(hands.told()).toEqual({ count: 1, heldMs: 30_000 });
    // A dirty panel trembles.
    touch('pointermove', 1, 106, 106);
    pass(30_000);
    expect(hands.told()).toEqual({ count: 0, heldMs: 60_000 });
    touch('pointerup', 1);
    expect(hands.told().heldMs).toBe(0);
  });

  it('do not hold a point while they draw, and end with what the browser takes from them', () => {
    const { hands, touch, pass } = aScreen();
    touch('pointerdown', 1);
    for (let step = 1; step <= 10; step += 1) {
      pass(10_000);
      touch('pointermove', 1, 100 + 40 * step);
    }
    expect(hands.told().heldMs).toBe(0);
    touch('pointerdown', 2);
    pass(5_000);
    touch('pointercancel', 1);
    expect(hands.told().heldMs).toBe(5_000);
    touch('pointercancel', 2);
    expect(hands.told().heldMs).toBe(0);
  });

  it('are let alone when nobody wants to know any more', () => {
    const { hands, touch } = aScreen();
    hands.stop();
    touch('pointerdown', 1);
    expect(hands.told().count).toBe(0);
  });
});
