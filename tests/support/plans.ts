import { createCompile } from '#core/compile.ts';
import { planFor } from '#core/resolve/plan.ts';
import type { Plan, PlanItem } from '#shared/plan.ts';
import type { Segment, Timeline } from '#shared/scene.ts';
import { aScene, aShow, at, aState, screen } from './hall-state.ts';

type Cues = Parameters<typeof aShow>[1];

/** The instant around which plans made here turn, ms. */
export const noon = at('2026-12-16T12:00+05:00');

export interface PlanInput {
  readonly cues?: Cues;
  readonly loop?: boolean;
  readonly screen?: string;
}

/** The timeline of a show of scenes a, b, c and d. */
export function aTimeline(cues: Cues, loop = false): Timeline {
  const scenes = ['a', 'b', 'c', 'd'].map((id) => aScene(id));
  const state = aState({ scenes, shows: [aShow('show', cues, { loop })] });
  return createCompile()(state, { kind: 'show', id: 'show' });
}

/** A plan with the ambient scene `idle` for ever, and the item that shows it. */
export function idlePlan(of = 'p1'): { readonly plan: Plan; readonly item: PlanItem } {
  const state = aState({
    rules: [{ id: 'base', show: 'idle', layer: 'ambient', when: { always: true }, targets: 'all' }],
  });
  const plan = planFor(state, createCompile(), screen(of), noon);
  const [item] = plan.items;
  if (item === undefined) throw new Error('a plan has items');
  return { plan, item };
}

/** idle until `from`, then the timeline as run `taken`, for `lastsMs` or for ever. */
export function takenPlan(timeline: Timeline, change: Partial<PlanItem> & { readonly from: number }, of = 'p1'): Plan {
  const { plan, item } = idlePlan(of);
  const { from, until = null } = change;
  const segments: Segment[] = [{ zero: from, at: 0, rate: 1, cue: 0 }];
  const taken: PlanItem = {
    ...item,
    run: 'taken' as PlanItem['run'],
    timeline: timeline.hash,
    segments,
    until,
    ...change,
  };
  const before: PlanItem = { ...item, from: Math.min(item.from, from - 60_000), until: from };
  const items = until === null ? [before, taken] : [before, taken, { ...item, from: until, until: null }];
  return { ...plan, items, timelines: { ...plan.timelines, [timeline.hash]: timeline } };
}
