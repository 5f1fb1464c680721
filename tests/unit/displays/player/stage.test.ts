import { describe, expect, it } from 'vitest';
import { wantedAt, type Appearance } from '../../../../displays/player/appearance.ts';
import { nextStage, type Stage } from '../../../../displays/player/stage.ts';
import type { Plan } from '#shared/plan.ts';
import { aTimeline, idlePlan, noon, takenPlan } from '../../../support/plans.ts';
import { present } from '../../../support/present.ts';

const dissolve = { type: 'dissolve', durationMs: 1000 } as const;
const cut = { type: 'cut', durationMs: 0 } as const;
const one = aTimeline([{ scene: 'a' }]);
const always = (): boolean => true;

/** The stage after frames at these instants; `unready` scenes have not been prepared by then. */
function play(
  plan: Plan,
  instants: readonly number[],
  isReady: (appearance: Appearance, t: number) => boolean = always,
) {
  return instants.reduce<Stage>(
    (stage, t) => nextStage(stage, wantedAt(plan, t), t, (appearance) => isReady(appearance, t)),
    [],
  );
}

const seen = (stage: Stage) =>
  stage.map(
    ({ appearance, mix }) => `${appearance.scene.scene} ${mix.toFixed(2)} @${Math.round(appearance.positionMs)}`,
  );

describe('the stage', () => {
  it('shows one scene where it would have been by now, at once, when a page joins', () => {
    const plan = takenPlan(one, { from: noon, transition: dissolve });
    expect(seen(play(plan, [noon + 7_000]))).toEqual(['a 1.00 @7000']);
  });

  it('joins in the middle of a transition without an empty glass', () => {
    expect(seen(play(takenPlan(one, { from: noon, transition: dissolve }), [noon + 300]))).toEqual(['a 1.00 @300']);
  });

  it('cuts at the first instant at or after the planned one', () => {
    const plan = takenPlan(one, { from: noon, transition: cut });
    expect(seen(play(plan, [noon - 16, noon - 0.001]))).toMatchObject([expect.stringMatching(/^idle 1\.00/)]);
    expect(seen(play(plan, [noon - 16, noon]))).toEqual(['a 1.00 @0']);
  });

  it('dissolves as a function of time alone, the old scene still moving below', () => {
    const plan = takenPlan(one, { from: noon, transition: dissolve });
    const smooth = play(plan, [noon - 16, noon, noon + 100, noon + 200, noon + 250]);
    const jerky = play(plan, [noon - 16, noon + 250]);
    expect(seen(smooth)).toEqual(seen(jerky));
    expect(smooth.map(({ appearance, mix }) => [appearance.scene.scene, mix])).toEqual([
      ['idle', 1],
      ['a', 0.15625],
    ]);
    const [below] = smooth;
    expect(below?.appearance.positionMs).toBeCloseTo(present(wantedAt(plan, noon - 1).current).positionMs + 251, 3);
  });

  it('ends a transition with one scene', () => {
    const plan = takenPlan(one, { from: noon, transition: dissolve });
    expect(seen(play(plan, [noon - 16, noon + 500, noon + 1000]))).toEqual(['a 1.00 @1000']);
  });

  it('keeps the old scene moving while the new one is late, then enters where it would have been', () => {
    const plan = takenPlan(one, { from: noon, transition: dissolve });
    const lateUntil = noon + 5_000;
    const isReady = ({ scene }: Appearance, t: number) => scene.scene !== 'a' || t >= lateUntil;
    const waiting = play(plan, [noon - 16, noon, noon + 4_000], isReady);
    expect(waiting.map(({ appearance }) => appearance.scene.scene)).toEqual(['idle']);
    expect(waiting[0]?.appearance.positionMs).toBeCloseTo(
      present(wantedAt(plan, noon - 1).current).positionMs + 4_001,
      3,
    );
    expect(seen(play(plan, [noon - 16, noon, noon + 4_000, lateUntil], isReady))).toEqual(['a 1.00 @5000']);
  });

  it('is empty, never half mixed, until the first scene is ready', () => {
    expect(play(takenPlan(one, { from: noon }), [noon + 10], () => false)).toEqual([]);
  });

  it('lies in layers when takes follow each other within a transition, and none of them jumps', () => {
    const first = takenPlan(one, { from: noon, transition: dissolve });
    const second = takenPlan(aTimeline([{ scene: 'b' }]), { from: noon + 400, transition: dissolve });
    const both: Plan = {
      ...first,
      timelines: { ...first.timelines, ...second.timelines },
      items: [
        present(first.items[0]),
        { ...present(first.items[1]), until: noon + 400 },
        { ...present(second.items[1]), run: 'second' as never },
      ],
    };
    const stage = play(both, [noon - 16, noon + 390, noon + 400, noon + 410]);
    expect(stage.map(({ appearance }) => appearance.scene.scene)).toEqual(['idle', 'a', 'b']);
    expect(present(stage[1]).mix).toBeGreaterThan(present(play(both, [noon - 16, noon + 390])[1]).mix);
    expect(present(stage[2]).mix).toBeLessThan(0.001);
  });

  it('goes on with the same scene through a pause, at one position', () => {
    const from = noon;
    const segments = [
      { zero: from, at: 0, rate: 1 as const, cue: 0 },
      { zero: from + 5_000, at: 5_000, rate: 0 as const, cue: 0 },
    ];
    const plan = takenPlan(one, { from, segments, transition: cut });
    expect(seen(play(plan, [from, from + 6_000, from + 9_000]))).toEqual(['a 1.00 @5000']);
  });

  it('is dark in standby and where the run has nothing for the screen', () => {
    expect(play(takenPlan(one, { from: noon, power: 'standby' }), [noon - 16, noon + 10])).toEqual([]);
    const elsewhere = aTimeline([{ scene: 'a', targets: 'p2' }]);
    expect(play(takenPlan(elsewhere, { from: noon }), [noon - 16, noon + 10])).toEqual([]);
  });

  it('comes back from a run to the ambient scene where that would have been', () => {
    const plan = takenPlan(one, { from: noon, until: noon + 10_000, transition: cut });
    const { item } = idlePlan();
    const back = play(plan, [noon - 16, noon, noon + 20_000]);
    expect(back.at(-1)?.appearance.scene.scene).toBe('idle');
    expect(back.at(-1)?.appearance.positionMs).toBeCloseTo(noon + 20_000 - present(item.segments[0]).zero, 3);
  });
});
