import type { Plan, PlanItem } from '#shared/plan.ts';
import { nextCuesAt, type NextCue } from '#shared/next-cue.ts';
import type { Timeline } from '#shared/scene.ts';
import { itemAt, runPosition, trackedCue } from '#shared/scene-at.ts';
import { contentOf, wantedAt, type Appearance } from './appearance.ts';

/** Scheduled scenes are made ready this long before they are due. */
export const armAheadMs = 30_000;

/** A scene to hold ready, unseen. */
export interface Upcoming {
  readonly appearance: Appearance;
  /** ms of shared time; null: whenever somebody says GO. */
  readonly dueAt: number | null;
  /** What asks for it, where something does: a standby, or the GO that may come for it. */
  readonly standby: string | null;
}

/** The first instant after `t` at which the plan may put something else on the screen; Infinity if none is known. */
export function nextChangeAt(plan: Plan, t: number): number {
  const item = itemAt(plan, t);
  const timeline = timelineOf(plan, item);
  const { cue, cuePositionMs, segment } = runPosition(timeline, item.segments, t);
  const instants = item.segments.map(({ zero }) => zero).filter((zero) => zero > t);
  if (item.from > t) instants.push(item.from);
  if (item.until !== null) instants.push(item.until);
  const { durationMs } = timeline.cues[cue] ?? {};
  const next = timeline.cues[cue + 1];
  const follows = next === undefined ? timeline.loop : next.trigger === 'follow';
  if (durationMs !== undefined && follows && segment.rate === 1)
    instants.push(t + Math.max(0, durationMs - cuePositionMs));
  return Math.min(Infinity, ...instants.filter((instant) => instant > t));
}

/** What to hold ready at `t`: the armed, what is due within {@link armAheadMs}, and what GO may start, in order. */
export function upcomingAt(plan: Plan, t: number): readonly Upcoming[] {
  const next = nextCuesAt(plan, t);
  // What is due soon may be the very cue that GO would start: it is made once, and serves both.
  const isNext = ({ appearance }: Upcoming, { item, cue }: NextCue): boolean =>
    appearance.run === item.run && appearance.cue === cue;
  const due = dueSoon(plan, t).map((one, index, all) => {
    const asks = next.find((cue) => all.findIndex((other) => isNext(other, cue)) === index);
    return asks === undefined ? one : { ...one, standby: asks.id };
  });
  return [
    ...armedOf(plan, t),
    ...due,
    ...next.flatMap((cue) => (due.some((one) => one.standby === cue.id) ? [] : startedByGo(plan, cue, t))),
  ];
}

function timelineOf(plan: Plan, { timeline }: Pick<PlanItem, 'timeline'>): Timeline {
  const found = plan.timelines[timeline];
  if (found === undefined) throw new Error(`plan ${plan.screen}@${plan.revision} misses timeline ${timeline}`);
  return found;
}

/** A change can lie a rounding error after the instant it was computed for. */
const justAfterMs = 0.01;
const mostChanges = 50;

function dueSoon(plan: Plan, t: number): readonly Upcoming[] {
  const found: Upcoming[] = [];
  let known = wantedAt(plan, t).current?.key ?? null;
  let at = nextChangeAt(plan, t);
  for (let turn = 0; turn < mostChanges && at <= t + armAheadMs; turn += 1) {
    const { current } = wantedAt(plan, at + justAfterMs);
    if (current !== null && current.key !== known) {
      found.push({ appearance: current, dueAt: current.enteredAt, standby: null });
      known = current.key;
    }
    at = nextChangeAt(plan, at + justAfterMs);
  }
  return found;
}

function armedOf(plan: Plan, t: number): readonly Upcoming[] {
  return plan.armed.flatMap(({ standby, timeline, cue, language }) => {
    const item = { ...itemAt(plan, t), timeline, language };
    const appearance = unseen(plan, item, cue, `standby/${standby}`, t);
    return appearance === null ? [] : [{ appearance, dueAt: null, standby }];
  });
}

function startedByGo(plan: Plan, { id, item, cue }: NextCue, t: number): readonly Upcoming[] {
  const appearance = unseen(plan, item, cue, `go/${item.run}/${cue}`, t);
  return appearance === null ? [] : [{ appearance, dueAt: null, standby: id }];
}

/** The cue's scene for this screen as it would enter, before it is known when. */
function unseen(plan: Plan, item: PlanItem, cue: number, key: string, t: number): Appearance | null {
  const timeline = timelineOf(plan, item);
  const part = trackedCue(timeline, cue, plan.screen)?.part;
  const scene = part === undefined ? undefined : timeline.scenes[part.scene];
  if (part === undefined || scene === undefined) return null;
  return {
    key,
    content: contentOf(scene, part),
    timeline: timeline.hash,
    run: item.run,
    cue,
    scene,
    part,
    language: item.language ?? plan.setup.screen.defaultLanguage,
    touch: timeline.touch,
    enteredAt: t,
    transition: item.transition,
    at: t,
    positionMs: 0,
    rate: 0,
  };
}
