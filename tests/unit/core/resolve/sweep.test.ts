import { describe, expect, it } from 'vitest';
import { createCompile } from '#core/compile.ts';
import { claimsIn } from '#core/resolve/claims.ts';
import { sweep } from '#core/resolve/sweep.ts';
import { hallOf } from '#core/state.ts';
import type { StateInput } from '../../../support/hall-state.ts';
import { aShow, at, aState, screen } from '../../../support/hall-state.ts';

const hour = 3_600_000;
const noon = at('2026-12-16T12:00+05:00');
const rule = { when: { cron: '0 12 * * *' }, durationMs: hour };

function swept(input: StateInput) {
  const state = aState(input);
  const screens = hallOf(state).screens.map(({ id }) => id);
  const won = sweep(claimsIn(state, createCompile(), noon, noon + hour), screens, noon, noon + hour);
  return (id: string) => won.get(screen(id));
}

describe('a sweep', () => {
  it('goes once through screens that every claim reaches alike', () => {
    const shows = [aShow('x', [{ scene: 'idle' }])];
    const of = swept({ shows, rules: [{ ...rule, id: 'base', title: { en: 'base' }, show: 'x', targets: 'walls' }] });
    expect(of('w1')).toBe(of('w2'));
    expect(of('p1')).toBe(of('p4'));
    expect(of('w1')).not.toBe(of('p1'));
  });

  it('tells screens apart that a show reaches in different cues', () => {
    const shows = [
      aShow('x', [
        { scene: 'idle', targets: 'walls', durationMs: hour / 4 },
        { scene: 'idle', targets: 'panels', durationMs: hour / 4 },
      ]),
    ];
    const of = swept({ shows, rules: [{ ...rule, id: 'base', title: { en: 'base' }, show: 'x', targets: 'all' }] });
    const starts = (id: string) => of(id)?.find(({ claim }) => claim.rule === 'base')?.from;
    expect(of('w1')).toBe(of('w2'));
    expect([starts('w1'), starts('p1')]).toEqual([noon, noon + hour / 4]);
  });
});
