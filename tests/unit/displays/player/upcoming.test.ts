import { describe, expect, it } from 'vitest';
import { nextChangeAt, upcomingAt } from '../../../../displays/player/upcoming.ts';
import { aTimeline, noon, takenPlan } from '../../../support/plans.ts';

const due = (plan: Parameters<typeof upcomingAt>[0], t: number) =>
  upcomingAt(plan, t).map(
    ({ appearance, dueAt }) => `${appearance.scene.scene} ${dueAt === null ? '-' : dueAt - noon}`,
  );

describe('what comes next', () => {
  const show = aTimeline([
    { scene: 'a', durationMs: 10_000 },
    { scene: 'b', durationMs: 20_000, targets: 'p1' },
    { scene: 'c', trigger: 'go' },
  ]);

  it.each([
    ['a take ahead', -50_000, 0],
    ['the cue that follows', 0, 10_000],
    ['the cue that follows, from its middle', 9_999, 10_000],
  ])('changes with %s', (_name, t, change) => {
    expect(nextChangeAt(takenPlan(show, { from: noon }), noon + t) - noon).toBeCloseTo(change, 3);
  });

  it('does not change by itself where a cue waits for GO, where a run is paused, or where a scene has no end', () => {
    expect(nextChangeAt(takenPlan(show, { from: noon }), noon + 15_000)).toBe(Infinity);
    const paused = [{ zero: noon, at: 0, rate: 0 as const, cue: 0 }];
    expect(nextChangeAt(takenPlan(show, { from: noon, segments: paused }), noon + 5_000)).toBe(Infinity);
    expect(nextChangeAt(takenPlan(aTimeline([{ scene: 'a' }]), { from: noon }), noon + 5_000)).toBe(Infinity);
  });

  it('changes with a segment that is decided and not yet due', () => {
    const segments = [
      { zero: noon, at: 0, rate: 1 as const, cue: 0 },
      { zero: noon + 3_000, at: 0, rate: 1 as const, cue: 2 },
    ];
    expect(nextChangeAt(takenPlan(show, { from: noon, segments }), noon + 1_000)).toBe(noon + 3_000);
  });

  it('makes scenes ready 30 s ahead, in the order in which they are due', () => {
    const plan = takenPlan(show, { from: noon });
    expect(due(plan, noon - 31_000)).toEqual([]);
    expect(due(plan, noon - 29_000)).toEqual(['a 0']);
    expect(due(plan, noon - 15_000)).toEqual(['a 0', 'b 10000']);
  });

  it('makes the cue ready that waits for GO', () => {
    expect(due(takenPlan(show, { from: noon }), noon + 12_000)).toEqual(['c -']);
  });

  it('makes the next turn of a loop ready', () => {
    const loop = aTimeline([{ scene: 'a', durationMs: 40_000 }], true);
    expect(due(takenPlan(loop, { from: noon }), noon + 5_000)).toEqual([]);
    expect(due(takenPlan(loop, { from: noon }), noon + 20_000)).toEqual(['a 40000']);
  });

  it('makes armed scenes ready at once, before everything else', () => {
    const plan = takenPlan(show, { from: noon });
    const armed = aTimeline([{ scene: 'd' }]);
    const waiting = {
      ...plan,
      timelines: { ...plan.timelines, [armed.hash]: armed },
      armed: [{ standby: 'standby-1', timeline: armed.hash, cue: 0, language: null }],
    };
    expect(due(waiting, noon - 29_000)).toEqual(['d -', 'a 0']);
    expect(upcomingAt(waiting, noon)[0]).toMatchObject({ standby: 'standby-1', appearance: { positionMs: 0 } });
  });

  it('stays bounded where a show changes its scene all the time', () => {
    const quick = aTimeline(
      [
        { scene: 'a', durationMs: 100 },
        { scene: 'b', durationMs: 100 },
      ],
      true,
    );
    expect(upcomingAt(takenPlan(quick, { from: noon }), noon + 10).length).toBeLessThanOrEqual(50);
  });
});
