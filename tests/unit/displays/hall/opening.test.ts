import { describe, expect, it } from 'vitest';
import { createCompile } from '../../../../controller/core/compile.ts';
import { plansFor } from '../../../../controller/core/resolve/plan.ts';
import { hallOf } from '../../../../controller/core/state.ts';
import { opensAt } from '../../../../displays/hall/opening.ts';
import { aHall, aState, at } from '../../../support/hall-state.ts';

const state = aState({
  hall: aHall({ openingHours: { weekly: [{ weekdays: [2, 3, 4, 5, 6, 7], from: '10:00', to: '18:00' }] } }),
});
const plansAt = (now: number) =>
  plansFor(
    state,
    createCompile(),
    hallOf(state).screens.map(({ id }) => id),
    now,
  );

describe('when the closed hall opens', () => {
  it.each([
    ['2026-12-16T08:00+05:00', '2026-12-16T10:00+05:00'],
    ['2026-12-16T18:00+05:00', '2026-12-17T10:00+05:00'],
    ['2026-12-20T20:00+05:00', '2026-12-22T10:00+05:00'],
  ])('at %s: %s, over the closed Monday too', (now, opening) => {
    expect(opensAt(plansAt(at(now)), at(now))).toBe(at(opening));
  });

  it('says nothing while it is open, or before any plan is there', () => {
    const now = at('2026-12-16T11:00+05:00');
    expect(opensAt(plansAt(now), now)).toBeNull();
    expect(opensAt([], now)).toBeNull();
  });
});
