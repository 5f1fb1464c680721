import type { Plan, PlanItem } from './plan.ts';
import { itemAt, runPosition } from './scene-at.ts';
import { layers, type Timeline } from './scene.ts';

/** The cue that GO starts from cue number `cue`; null: there is none, a show that ends is in its last one. */
export function nextCueOf({ cues, loop }: Pick<Timeline, 'cues' | 'loop'>, cue: number): number | null {
  if (cue + 1 < cues.length) return cue + 1;
  return loop && cues.length > 1 ? 0 : null;
}

/** Names a run's next cue, which its screens hold ready as if somebody had armed it. */
export const nextCueId = (run: string, cue: number): string => `${prefix}${run}:${cue}`;

/** The run whose next cue is held ready under this name; null: it is the name of a standby. */
export const runOfNextCue = (id: string): string | null =>
  id.startsWith(prefix) ? id.slice(prefix.length, id.lastIndexOf(':')) : null;

const prefix = 'next:';

/** A cue that GO may bring to the plan's screen at any moment. */
export interface NextCue {
  readonly id: string;
  readonly item: PlanItem;
  readonly cue: number;
}

/**
 * What the screen holds ready for GO at `t`, whether the cue waits for GO or would follow by itself: the next cue of the
 * run that has the screen, and of one that is on elsewhere and is to have this screen later. Nobody says GO to the
 * ambient: it gets its next cue ready when that is due.
 */
export function nextCuesAt(plan: Plan, t: number): readonly NextCue[] {
  const here = itemAt(plan, t);
  const rank = layers.indexOf(here.layer);
  const seen = new Set<string>();
  return plan.items.flatMap((item): readonly NextCue[] => {
    const isLater = item.from > t && layers.indexOf(item.layer) < rank && (item.segments[0]?.zero ?? t) <= t;
    const timeline = plan.timelines[item.timeline];
    if (seen.has(item.run) || timeline === undefined || !(item === here || isLater)) return [];
    seen.add(item.run);
    const cue = nextCueOf(timeline, runPosition(timeline, item.segments, t).cue);
    const next = cue === null ? undefined : timeline.cues[cue];
    if (cue === null || next === undefined || (item.layer === 'ambient' && next.trigger === 'follow')) return [];
    const isNamed = next.parts.some(({ screens }) => screens.includes(plan.screen));
    return isNamed ? [{ id: nextCueId(item.run, cue), item, cue }] : [];
  });
}
