import { describe, expect, it } from 'vitest';
import { holdings } from '#core/view/holdings.ts';
import type { ScreenState } from '#shared/facts.ts';
import type { Plan } from '#shared/plan.ts';
import type { Medium } from '#shared/scene.ts';
import { aTimeline, noon, takenPlan } from '../../../support/plans.ts';

const sky: Medium = { id: 'pictures/sky.png', hash: 'a'.repeat(64), bytes: 10, mime: 'image/png' };

/** A plan of which every scene needs this picture. */
function planWith(medium: Medium): Plan {
  const plan = takenPlan(aTimeline([{ scene: 'a' }]), { from: noon - 1000 });
  const timelines = Object.entries(plan.timelines).map(([hash, timeline]) => {
    const scenes = Object.entries(timeline.scenes).map(([key, scene]) => [key, { ...scene, media: [medium] }]);
    return [hash, { ...timeline, scenes: Object.fromEntries(scenes) as typeof timeline.scenes }];
  });
  return { ...plan, timelines: Object.fromEntries(timelines) as Plan['timelines'] };
}

const saying = (id: string, media: { held: number; missing: string[] } | null): ScreenState =>
  ({ id, player: media === null ? 'none' : 'screen', reported: media === null ? null : { media } }) as ScreenState;

describe('where a medium is', () => {
  const plan = planWith(sky);
  const state = (media: { held: number; missing: string[] } | null) =>
    holdings([plan], [saying(plan.screen, media)], sky.id, noon).map((holding) => holding.state);

  it('is told of screens whose plan needs it, by what their players say', () => {
    expect(state({ held: 1, missing: [] })).toEqual(['held']);
    expect(state({ held: 0, missing: [] })).toEqual(['coming']);
    expect(state({ held: 0, missing: [sky.id] })).toEqual(['missing']);
    expect(state(null)).toEqual(['unheard']);
  });

  it('is nothing for screens that do not need it', () => {
    expect(holdings([plan], [saying(plan.screen, { held: 1, missing: [] })], 'pictures/other.png', noon)).toEqual([]);
  });
});
