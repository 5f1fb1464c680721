import type { Plan } from './plan.ts';
import type { Medium, Timeline } from './scene.ts';
import { sceneAt } from './scene-at.ts';

/** A medium and when it is first needed, ms of shared time; an armed one is needed at once. */
export interface Need {
  readonly medium: Medium;
  readonly dueAt: number;
  /** Somebody waits for it to say GO: everything that is not urgent stands back. */
  readonly isArmed: boolean;
}

/** All media of a plan from `t` on, each once, in the order in which they are needed. */
export function mediaNeeds(plan: Plan, t: number): readonly Need[] {
  const needs = new Map<string, Need>();
  const add = (media: readonly Medium[], dueAt: number, isArmed: boolean): void => {
    for (const medium of media) if (!needs.has(medium.hash)) needs.set(medium.hash, { medium, dueAt, isArmed });
  };
  add(sceneAt(plan, t).shown?.scene.media ?? [], t, false);
  for (const { timeline, cue } of plan.armed) add(mediaFrom(plan, timeline, cue, true), t, true);
  for (const { timeline, from, until } of plan.items)
    if (until === null || until > t) add(mediaFrom(plan, timeline, 0, false), Math.max(t, from), false);
  return [...needs.values()].toSorted((a, b) => a.dueAt - b.dueAt);
}

/** What the cues of a timeline need on the plan's screen, in their order. */
function mediaFrom(plan: Plan, hash: string, first: number, isOnlyThat: boolean): readonly Medium[] {
  const timeline: Timeline | undefined = plan.timelines[hash];
  const cues = timeline?.cues.slice(first, isOnlyThat ? first + 1 : undefined) ?? [];
  return cues
    .flatMap(({ parts }) => parts.filter(({ screens }) => screens.some((id) => id === plan.screen)))
    .flatMap(({ scene }) => timeline?.scenes[scene]?.media ?? []);
}

/** The needs of several players as one list: each medium when it is first needed, the armed before all others. */
export function mergeNeeds(lists: readonly (readonly Need[])[]): readonly Need[] {
  const merged = new Map<string, Need>();
  for (const need of lists.flat()) {
    const known = merged.get(need.medium.hash);
    merged.set(need.medium.hash, {
      medium: need.medium,
      dueAt: Math.min(need.dueAt, known?.dueAt ?? Infinity),
      isArmed: need.isArmed || known?.isArmed === true,
    });
  }
  return [...merged.values()].toSorted((a, b) => Number(b.isArmed) - Number(a.isArmed) || a.dueAt - b.dueAt);
}

/** What to give up for room: first what nobody needs, then what is needed last; never the medium itself or the armed. */
export function evictable(held: readonly string[], needs: readonly Need[], incoming: string): string | null {
  const needed = new Map(needs.map((need, index) => [need.medium.hash, { need, index }]));
  const rank = needed.get(incoming)?.index ?? -1;
  const candidates = held
    .filter((hash) => hash !== incoming)
    .map((hash) => ({
      hash,
      at: needed.get(hash)?.index ?? Infinity,
      isArmed: needed.get(hash)?.need.isArmed === true,
    }))
    .filter(({ at, isArmed }) => !isArmed && at > rank)
    .toSorted((a, b) => b.at - a.at);
  return candidates[0]?.hash ?? null;
}
