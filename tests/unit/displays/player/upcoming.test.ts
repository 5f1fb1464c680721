import { describe, expect, it } from 'vitest';
import { nextChangeAt, upcomingAt } from '../../../../displays/player/upcoming.ts';
import { contentOf } from '../../../../displays/player/appearance.ts';
import { present } from '../../../support/present.ts';
import { nextCueId } from '#shared/next-cue.ts';
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

  describe('of a run that people play', () => {
    const played = (t: number, change: Partial<Parameters<typeof takenPlan>[1]> = {}, of = 'p1') =>
      upcomingAt(takenPlan(show, { from: noon, layer: 'manual', ...change }, of), noon + t).map(
        ({ appearance, dueAt, standby }) => [appearance.scene.scene, dueAt === null ? null : dueAt - noon, standby],
      );

    it('makes the next cue ready whatever starts it, and says by what name', () => {
      const long = aTimeline([{ scene: 'a', durationMs: 90_000 }, { scene: 'b' }]);
      const next = upcomingAt(takenPlan(long, { from: noon, layer: 'manual' }), noon + 10);
      expect(next).toMatchObject([{ dueAt: null, standby: nextCueId('taken', 1), appearance: { positionMs: 0 } }]);
      expect(played(12_000)).toEqual([['c', null, nextCueId('taken', 2)]]);
    });

    it('makes it once where it is due soon as well', () => {
      expect(played(5_000)).toEqual([['b', 10_000, nextCueId('taken', 1)]]);
    });

    it('makes nothing of a cue that has nothing for the screen', () => {
      expect(played(5_000, {}, 'p2')).toEqual([]);
    });

    it('makes the first cue of a loop ready in its last one', () => {
      const loop = aTimeline([{ scene: 'a', durationMs: 60_000 }, { scene: 'b' }], true);
      const plan = takenPlan(loop, { from: noon, layer: 'manual' });
      expect(upcomingAt(plan, noon + 70_000).map(({ standby }) => standby)).toEqual([nextCueId('taken', 0)]);
    });

    it('makes it ready on a screen that the run has only from then on', () => {
      const later = aTimeline([{ scene: 'a', targets: 'p2', durationMs: 90_000 }, { scene: 'b' }]);
      const plan = takenPlan(later, { from: noon, layer: 'manual' });
      const segments = [{ zero: noon - 20_000, at: 0, rate: 1 as const, cue: 0 }];
      const coming = { ...plan, items: plan.items.map((item) => (item.from === noon ? { ...item, segments } : item)) };
      const ids = (t: number) => upcomingAt(coming, noon + t).map(({ standby }) => standby);
      expect(ids(-10_000)).toContain(nextCueId('taken', 1));
      // Before it has begun anywhere nobody can say GO.
      expect(ids(-25_000)).not.toContain(nextCueId('taken', 1));
    });
  });

  it('keeps the ambient as it is: its next cue is made ready when it is due', () => {
    const plan = takenPlan(aTimeline([{ scene: 'a', durationMs: 60_000 }, { scene: 'b' }]), { from: noon });
    expect(due(plan, noon + 10)).toEqual([]);
    expect(due(plan, noon + 40_000)).toEqual(['b 60000']);
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

  it('knows what was armed on one screen when the hall takes it', () => {
    const taken = aTimeline([{ scene: 'a' }]);
    const alone = aTimeline([{ scene: 'a', targets: 'p1' }]);
    const plan = takenPlan(taken, { from: noon });
    const waiting = {
      ...plan,
      timelines: { ...plan.timelines, [alone.hash]: alone },
      armed: [{ standby: 'standby-1', timeline: alone.hash, cue: 0, language: null }],
    };
    const [armed, next] = upcomingAt(waiting, noon - 10_000).map(({ appearance }) => appearance);
    expect(alone.hash).not.toBe(taken.hash);
    expect(armed?.key).not.toBe(next?.key);
    expect(armed?.content).toBe(next?.content);
  });

  it('tells apart scenes that differ in anything, and the parts of a surface', () => {
    const scene = present(Object.values(aTimeline([{ scene: 'a' }]).scenes)[0]);
    const part = { screens: [], scene: 'a' };
    const contents = [
      contentOf(scene, part),
      contentOf({ ...scene, params: { ...scene.params, other: 1 } }, part),
      contentOf({ ...scene, media: [] }, { ...part, surface: 'wall' }),
    ];
    expect(new Set(contents).size).toBe(3);
    expect(contentOf({ ...scene }, part)).toBe(contents[0]);
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
