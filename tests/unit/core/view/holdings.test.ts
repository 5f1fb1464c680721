import { describe, expect, it } from 'vitest';
import { holdings } from '#core/view/holdings.ts';
import type { ScreenState } from '#shared/facts.ts';
import { identityOf, type Plan } from '#shared/plan.ts';
import { mostLacks, type Lack, type Report } from '#shared/report.ts';
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

type Said = Pick<Report, 'media'> & Partial<Report>;
const saying = (id: string, report: Said | null): ScreenState =>
  ({ id, player: report === null ? 'none' : 'screen', reported: report && { plan: null, ...report } }) as ScreenState;

describe('where a medium is', () => {
  const plan = planWith(sky);
  const on = (report: Said | null, of = plan) => {
    const [holding] = holdings([of], [saying(plan.screen, report)], sky.id, noon);
    return [holding?.state, holding?.why];
  };
  const lacking = (how: Lack): Said => ({
    plan: identityOf(plan),
    media: { held: 0, missing: how === 'waiting' || how === 'fetching' ? [] : [sky.id], lacks: [{ id: sky.id, how }] },
  });

  it('is told of screens whose plan needs it, by what their players say', () => {
    expect(on({ plan: identityOf(plan), media: { held: 1, missing: [], lacks: [] } })).toEqual(['held', null]);
    expect(on(lacking('fetching'))).toEqual(['fetching', null]);
    expect(on(lacking('waiting'))).toEqual(['coming', null]);
    expect(on(null)).toEqual(['unheard', null]);
  });

  it.each(['not-there', 'wrong-content', 'no-room', 'unreachable'] as const)('is missing, and why: %s', (how) => {
    expect(on(lacking(how))).toEqual(['missing', how]);
  });

  it('is not told to be there by a player that speaks of another plan, or of more than it names', () => {
    const none = { held: 0, missing: [], lacks: [] };
    expect(on({ plan: { ...identityOf(plan), revision: -1 }, media: none })).toEqual(['coming', null]);
    const lacks = Array.from({ length: mostLacks }, (_, index) => ({ id: `other-${index}`, how: 'waiting' as const }));
    expect(on({ plan: identityOf(plan), media: { ...none, lacks } })).toEqual(['coming', null]);
  });

  it('is told by numbers of a player of the version before', () => {
    expect(on({ media: { held: 1, missing: [] } })).toEqual(['held', null]);
    expect(on({ media: { held: 0, missing: [] } })).toEqual(['coming', null]);
    expect(on({ media: { held: 0, missing: [sky.id] } })).toEqual(['missing', null]);
  });

  it('is nothing for screens that do not need it', () => {
    const said = saying(plan.screen, { media: { held: 1, missing: [] } });
    expect(holdings([plan], [said], 'pictures/other.png', noon)).toEqual([]);
  });
});
