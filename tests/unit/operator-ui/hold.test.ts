import { describe, expect, it } from 'vitest';
import { holdMs, wasHeld } from '../../../operator-ui/state/hold.ts';

describe('what is held', () => {
  it('happens from the whole length on, and never before', () => {
    expect(wasHeld(1_000, 1_000 + holdMs)).toBe(true);
    expect(wasHeld(1_000, 1_000 + holdMs + 0.1)).toBe(true);
    expect(wasHeld(1_000, 1_000 + holdMs - 0.1)).toBe(false);
    expect(wasHeld(1_000, 1_000)).toBe(false);
  });
});
