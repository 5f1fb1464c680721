import { describe, expect, it } from 'vitest';
import { flipOf } from '../../../../displays/player/applied.ts';
import { readinessOf, type ReadinessInput } from '../../../../displays/player/readiness.ts';
import { wantedAt } from '../../../../displays/player/appearance.ts';
import { aTimeline, noon, takenPlan } from '../../../support/plans.ts';

const ready: ReadinessInput = {
  mount: { is: 'ready' },
  media: { missing: 0, secondsLeft: 0 },
  clock: { status: 'synced', boundMs: 0.3 },
  outputDelayMs: 24,
  refresh: { at: noon, periodMs: 16.68 },
};

describe('the light of an armed screen', () => {
  it('is on with all that a phase-safe instant needs', () => {
    expect(readinessOf(ready)).toEqual({
      is: 'ready',
      boundMs: 0.3,
      outputDelayMs: 24,
      vsyncPhaseMs: noon,
      vsyncPeriodMs: 16.68,
    });
  });

  it.each([
    [{ mount: null, media: { missing: 0, secondsLeft: 4.2 } }, 'fetching', 4.2],
    [{ mount: { is: 'fetching' } as const, media: { missing: 0, secondsLeft: 4.2 } }, 'fetching', 4.2],
    [{ mount: { is: 'fetching' } as const, media: { missing: 1, secondsLeft: null } }, 'missing', null],
    [{ mount: { is: 'decoding' } as const }, 'decoding', null],
    [{ mount: { is: 'warming' } as const }, 'warming', 0],
    [{ mount: { is: 'failed', why: 'no' } as const }, 'failed', null],
    [{ mount: { is: 'failed', why: 'no' } as const, media: { missing: 1, secondsLeft: null } }, 'missing', null],
    [{ clock: { status: 'unsynced', boundMs: Infinity } as const }, 'unsynced', 1],
    [{ clock: { status: 'syncing', boundMs: 5 } as const }, 'unsynced', 1],
  ])('is off with its reason: %o', (change, reason, seconds) => {
    expect(readinessOf({ ...ready, ...change })).toEqual({ is: 'not-ready', reason, seconds });
  });

  it('stays on in holdover, with the bound as it has become', () => {
    const held = readinessOf({ ...ready, clock: { status: 'holdover', boundMs: 1.5 } });
    expect(held).toMatchObject({ is: 'ready', boundMs: 1.5 });
  });
});

describe('what the ledger is told of a change', () => {
  const plan = takenPlan(aTimeline([{ scene: 'a' }]), { from: noon });
  const idle = wantedAt(plan, noon - 1);
  const taken = wantedAt(plan, noon + 4);

  it('is the planned and the actual instant', () => {
    expect(flipOf(idle.key, taken, noon + 4, 1)).toEqual({
      run: 'taken',
      cue: 0,
      plannedAt: noon,
      shownAt: noon + 4,
      droppedFrames: 1,
    });
  });

  it('is nothing where nothing changed', () => expect(flipOf(taken.key, taken, noon + 20, 0)).toBeNull());

  it('is nothing where a page only joins, but a page that starts with the take is in it', () => {
    expect(flipOf(null, idle, noon - 1, 0)).toBeNull();
    expect(flipOf(null, taken, noon + 4, 0)).not.toBeNull();
  });

  it('holds for a blackout too', () => {
    const dark = wantedAt(takenPlan(aTimeline([{ scene: 'a' }]), { from: noon, power: 'standby' }), noon + 2);
    expect(flipOf(idle.key, dark, noon + 2, 0)).toMatchObject({ plannedAt: noon, shownAt: noon + 2 });
  });
});
