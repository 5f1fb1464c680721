import type { Timeline } from '#shared/scene.ts';
import { contentHash } from '../canonical.ts';
import { compileSlate } from '../compile.ts';
import type { TimelineHash } from '#shared/ids.ts';
import { hallOf, type HallState } from '../state.ts';

/** What the hall shows outside its hours when it has no show called `closed`. */
export function closedSlate(state: HallState): Timeline {
  const { name } = hallOf(state);
  return compileSlate(state, { id: 'closed', type: 'closed', title: name, params: { title: name } }, ['all']);
}

/** Beneath everything: what a screen shows when nothing else wants it. */
export function restSlate(state: HallState): Timeline {
  const { name } = hallOf(state);
  return compileSlate(state, { id: 'rest', type: 'title', title: name, params: { title: name } }, ['all']);
}

/** A timeline that ends, made to begin again; for what has to fill a time without end. */
export function looped(timeline: Timeline): Timeline {
  const { hash, ...body } = timeline;
  return { ...body, loop: true, hash: contentHash(['loop', hash]) as TimelineHash };
}
