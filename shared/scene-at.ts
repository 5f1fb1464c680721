import type { Plan, PlanItem } from './plan.ts';
import type { Overlay, Power, SceneInstance, Segment, Timeline, TimelinePart, TouchMode, Transition } from './scene.ts';

/** What a screen shows at one instant, and why. Times are ms of shared time. */
export interface Shown {
  /** Names this appearance of this scene: a new key is a new element, the same key never restarts. */
  readonly key: string;
  readonly scene: SceneInstance;
  readonly part: TimelinePart;
  readonly positionMs: number;
  /** When this appearance entered, and how; the mix is a function of `t − enteredAt`. */
  readonly enteredAt: number;
  readonly transition: Transition;
}

export interface SceneAt {
  readonly item: PlanItem;
  readonly timeline: Timeline;
  readonly cue: number;
  /** Null where the run holds the screen without a scene for it: the player keeps it dark. */
  readonly shown: Shown | null;
  readonly overlays: readonly Overlay[];
  readonly power: Power;
  readonly language: string | null;
  readonly touch: TouchMode;
  readonly why: { readonly run: string; readonly layer: PlanItem['layer'] };
}

/** Position inside a run: the cue on air, ms since it started, and the instant it started (rate 1 assumed backwards). */
export interface RunPosition {
  readonly cue: number;
  readonly cuePositionMs: number;
  readonly segment: Segment;
  /** ms from the segment's cue start at this instant, before walking the follow chain. */
  readonly chainMs: number;
  /** Whole turns of a looping timeline since its zero; 0 otherwise. */
  readonly turn: number;
  /** True when the last cue of a timeline that ends has run its time. */
  readonly ended: boolean;
}

/** The segment in force at `t`: the last one whose zero is not after it, or the first. */
export function segmentAt(segments: readonly Segment[], t: number): Segment {
  let found = segments[0];
  if (found === undefined) throw new Error('a run has at least one segment');
  for (const segment of segments) if (segment.zero <= t) found = segment;
  return found;
}

/** Total ms of a timeline whose cues all follow, or null where it waits or has no end. */
export function chainDurationMs(timeline: Timeline, fromCue: number): number | null {
  let total = 0;
  for (let index = fromCue; index < timeline.cues.length; index++) {
    const cue = timeline.cues[index];
    if (cue === undefined) break;
    if (index > fromCue && cue.trigger === 'go') return null;
    if (cue.durationMs === undefined) return null;
    total += cue.durationMs;
  }
  return total;
}

/** Where a run stands at `t`, from its segments and its timeline alone. */
export function runPosition(timeline: Timeline, segments: readonly Segment[], t: number): RunPosition {
  const segment = segmentAt(segments, t);
  const chainMs = Math.max(0, segment.at + segment.rate * (t - segment.zero));
  let rest = chainMs;
  let turn = 0;
  let first = segment.cue;
  if (timeline.loop) {
    const head = chainDurationMs(timeline, segment.cue);
    if (head !== null && head > 0 && rest >= head) {
      rest -= head;
      first = 0;
      turn = 1;
      const whole = chainDurationMs(timeline, 0);
      if (whole !== null && whole > 0) {
        turn += Math.floor(rest / whole);
        rest %= whole;
      }
    }
  }
  for (let index = first; index < timeline.cues.length; index++) {
    const cue = timeline.cues[index];
    if (cue === undefined) break;
    const next = timeline.cues[index + 1];
    const durationMs = cue.durationMs;
    const staysHere = durationMs === undefined || rest < durationMs || next === undefined || next.trigger === 'go';
    if (staysHere) {
      const ended = next === undefined && !timeline.loop && durationMs !== undefined && rest >= durationMs;
      return { cue: index, cuePositionMs: rest, segment, chainMs, turn, ended };
    }
    rest -= durationMs;
  }
  throw new Error(`timeline ${timeline.hash} has no cue ${first}`);
}

/** The last cue up to and including `cue` that has a part for the screen ("tracking"), or null. */
export function trackedCue(
  timeline: Timeline,
  cue: number,
  screen: string,
): { readonly index: number; readonly part: TimelinePart } | null {
  for (let index = cue; index >= 0; index--) {
    const part = timeline.cues[index]?.parts.find((candidate) => candidate.screens.some((id) => id === screen));
    if (part !== undefined) return { index, part };
  }
  return null;
}

/**
 * The appearance a run puts on one screen at `t`: a screen that a cue does not name keeps what an earlier cue gave it,
 * and its position goes on through pauses and GOs. Null where no cue up to now names the screen.
 */
export function shownByRun(
  run: string,
  timeline: Timeline,
  segments: readonly Segment[],
  screen: string,
  t: number,
): Shown | null {
  const here = runPosition(timeline, segments, t);
  const tracked = trackedCue(timeline, here.cue, screen);
  if (tracked === null) return null;
  const cue = timeline.cues[tracked.index];
  const scene = timeline.scenes[tracked.part.scene];
  if (cue === undefined || scene === undefined)
    throw new Error(`timeline ${timeline.hash} misses scene ${tracked.part.scene}`);
  const age = appearanceAge(timeline, segments, here, tracked.index, screen, t);
  // A cue that has no scene of its own for this screen must not restart the one before it.
  const key = `${run}/${tracked.index}/${age.since}/${age.turn}`;
  return {
    key,
    scene,
    part: tracked.part,
    positionMs: age.positionMs,
    enteredAt: age.enteredAt,
    transition: cue.transition,
  };
}

interface Age {
  readonly positionMs: number;
  readonly enteredAt: number;
  /** Zero of the segment in which the appearance began. */
  readonly since: number;
  readonly turn: number;
}

function appearanceAge(
  timeline: Timeline,
  segments: readonly Segment[],
  here: RunPosition,
  trackedIndex: number,
  screen: string,
  t: number,
): Age {
  const { segment } = here;
  let offsetMs = here.cuePositionMs;
  for (let index = trackedIndex; index < here.cue; index++) offsetMs += timeline.cues[index]?.durationMs ?? 0;
  const beganInThisSegment = here.turn > 0 || trackedIndex >= segment.cue;
  if (beganInThisSegment) {
    const isContinuation = here.turn === 0 && trackedIndex === segment.cue && segment.at > 0;
    if (isContinuation) {
      const earlier = continued(timeline, segments, segment, trackedIndex, screen);
      if (earlier !== null) return { ...earlier, positionMs: offsetMs };
    }
    const enteredAt = segment.rate === 1 ? t - offsetMs : segment.zero;
    return { positionMs: offsetMs, enteredAt, since: segment.zero, turn: here.turn };
  }
  // The scene came before this segment's cue: it goes on from where the segment before left it.
  const before = continued(timeline, segments, segment, trackedIndex, screen);
  const elapsedMs = segment.rate * (t - segment.zero);
  if (before !== null) return { ...before, positionMs: before.positionMs + elapsedMs };
  return { positionMs: Math.max(0, elapsedMs), enteredAt: segment.zero, since: segment.zero, turn: 0 };
}

/** The age of the same tracked cue just before `segment` took over, or null when something else was on. */
function continued(
  timeline: Timeline,
  segments: readonly Segment[],
  segment: Segment,
  trackedIndex: number,
  screen: string,
): Age | null {
  const index = segments.indexOf(segment);
  if (index <= 0) return null;
  const earlier = segments.slice(0, index);
  const previous = runPosition(timeline, earlier, segment.zero);
  const tracked = trackedCue(timeline, previous.cue, screen);
  if (tracked === null || tracked.index !== trackedIndex) return null;
  return appearanceAge(timeline, earlier, previous, trackedIndex, screen, segment.zero);
}

/** The item in force at `t`; before the first item the first, for a clock may lag a little. */
export function itemAt(plan: Plan, t: number): PlanItem {
  let low = 0;
  let high = plan.items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = plan.items[middle];
    if (item !== undefined && item.from <= t) low = middle;
    else high = middle - 1;
  }
  const found = plan.items[low];
  if (found === undefined) throw new Error('a plan has at least one item');
  return found;
}

/**
 * The one idea: what a screen shows at `t` is a function of its plan.
 * Pure; the same on the wall, in the console's mirror, in a rehearsal and in a test.
 */
export function sceneAt(plan: Plan, t: number): SceneAt {
  const item = itemAt(plan, t);
  const timeline = plan.timelines[item.timeline];
  if (timeline === undefined) throw new Error(`plan ${plan.screen}@${plan.revision} misses timeline ${item.timeline}`);
  const { cue } = runPosition(timeline, item.segments, t);
  const shown = shownByRun(item.run, timeline, item.segments, plan.screen, t);
  return {
    item,
    timeline,
    cue,
    // The item's transition applies where the run takes the screen over; inside it the cue's own.
    shown:
      shown !== null && shown.enteredAt < item.from
        ? { ...shown, enteredAt: item.from, transition: item.transition }
        : shown,
    overlays: plan.overlays.filter((overlay) => overlay.from <= t && (overlay.until === null || t < overlay.until)),
    power: item.power,
    language: item.language,
    touch: item.touch,
    why: { run: item.run, layer: item.layer },
  };
}
