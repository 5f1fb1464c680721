import { describe, expect, it } from 'vitest';
import { evictable, mediaNeeds, mergeNeeds, type Need } from '#shared/media-needs.ts';
import type { Medium, Timeline } from '#shared/scene.ts';
import { aTimeline, noon, takenPlan } from '../../support/plans.ts';

const medium = (id: string): Medium => ({ id, hash: id.padEnd(64, '0'), bytes: 10, mime: 'image/webp' });

/** The timeline with one medium of its own in each scene. */
function withMedia(timeline: Timeline): Timeline {
  const scenes = Object.entries(timeline.scenes).map(([key, scene]) => [
    key,
    { ...scene, media: [medium(scene.scene)] },
  ]);
  return { ...timeline, scenes: Object.fromEntries(scenes) as Timeline['scenes'] };
}

const need = (id: string, dueAt: number, isArmed = false): Need => ({ medium: medium(id), dueAt, isArmed });
const ids = (needs: readonly Need[]) => needs.map(({ medium: { id } }) => id);

describe('the media of a plan', () => {
  const show = withMedia(aTimeline([{ scene: 'a', durationMs: 1000 }, { scene: 'b', targets: 'p2' }, { scene: 'c' }]));

  it('are needed in the order of its items and their cues, those of other screens not at all', () => {
    expect(ids(mediaNeeds(takenPlan(show, { from: noon + 60_000 }), noon))).toEqual(['a', 'c']);
  });

  it('begin with what is on now', () => {
    const segments = [{ zero: noon, at: 0, rate: 1 as const, cue: 2 }];
    expect(ids(mediaNeeds(takenPlan(show, { from: noon, segments }), noon + 5))).toEqual(['c', 'a']);
  });

  it('leave out what is over', () => {
    expect(ids(mediaNeeds(takenPlan(show, { from: noon, until: noon + 10 }), noon + 20))).toEqual([]);
  });

  it('of an armed cue are that cue’s alone, and at once', () => {
    const plan = {
      ...takenPlan(show, { from: noon + 60_000 }),
      armed: [{ standby: 's', timeline: show.hash, cue: 2, language: null }],
    };
    expect(mediaNeeds(plan, noon).map(({ medium: { id }, isArmed }) => [id, isArmed])).toEqual([
      ['c', true],
      ['a', false],
    ]);
  });
});

describe('the media of a page', () => {
  it('are fetched when the first of its players needs them, armed ones first', () => {
    const merged = mergeNeeds([
      [need('x', 5), need('y', 9)],
      [need('y', 1), need('z', 20, true)],
    ]);
    expect(ids(merged)).toEqual(['z', 'y', 'x']);
  });

  it('give way from the end: what nobody needs, then what is needed last', () => {
    const needs = [need('a', 1), need('b', 2), need('c', 3), need('new', 2.5)].toSorted((x, y) => x.dueAt - y.dueAt);
    const held = ['a', 'b', 'c', 'old'].map((id) => medium(id).hash);
    expect(evictable(held, needs, medium('new').hash)).toBe(medium('old').hash);
    expect(evictable(held.slice(0, 3), needs, medium('new').hash)).toBe(medium('c').hash);
    expect(evictable(held.slice(0, 2), needs, medium('new').hash)).toBeNull();
  });

  it('that are armed never give way', () => {
    const needs = mergeNeeds([[need('late', 99, true), need('new', 5)]]);
    expect(evictable([medium('late').hash], needs, medium('new').hash)).toBeNull();
  });
});
