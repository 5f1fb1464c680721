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
  /** Nothing sounds, whatever the outputs' levels: an overlay in force asks for silence. */
  readonly isSilent: boolean;
  readonly power: Power;
  readonly language: string | null;
  readonly touch: TouchMode;
  readonly why: { readonly run: string; readonly layer: PlanItem['layer'] };
}

/** Position inside a run: the cue on air, ms since it started, and the segment it follows from. */
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
    const part = timeline.cues[index]?.parts.find((candidate) =>
      (candidate.screens as readonly string[]).includes(screen),
    );
    if (part !== undefined) return { index, part };
  }
  return null;
}

/**
 * The appearance a run puts on one screen at `t`: a screen that a cue does not name keeps what an earlier cue gave it
 * (in a loop also one of the turn before), and its position goes on through pauses and GOs. Null where no cue up to now
 * names the screen.
 */
export function shownByRun(
  run: string,
  timeline: Timeline,
  segments: readonly Segment[],
  screen: string,
  t: number,
): Shown | null {
  const appearance = appearanceAt(timeline, segments, screen, t);
  if (appearance === null) return null;
  const { index, part, positionMs, enteredAt, since, turn } = appearance;
  const cue = timeline.cues[index];
  const scene = timeline.scenes[part.scene];
  if (cue === undefined || scene === undefined) throw new Error(`timeline ${timeline.hash} misses scene ${part.scene}`);
  const key = `${run}/${index}/${since}/${turn}`;
  return { key, scene, part, positionMs, enteredAt, transition: cue.transition };
}

/** A stay of one cue's scene on a screen; it outlives segments that only move its position. */
interface Appearance {
  readonly index: number;
  readonly part: TimelinePart;
  readonly positionMs: number;
  readonly enteredAt: number;
  /** Zero of the segment in which the appearance began, and the turn of the loop. */
  readonly since: number;
  readonly turn: number;
}

function appearanceAt(timeline: Timeline, segments: readonly Segment[], screen: string, t: number): Appearance | null {
  const here = runPosition(timeline, segments, t);
  const { segment, chainMs } = here;
  const elapsedMs = segment.rate * (t - segment.zero);
  const earlier = segments.slice(0, segments.indexOf(segment));
  const before = earlier.length === 0 ? null : () => appearanceAt(timeline, earlier, screen, segment.zero);
  const thisTurn = trackedCue(timeline, here.cue, screen);
  const tracked = thisTurn ?? (here.turn > 0 ? trackedCue(timeline, timeline.cues.length - 1, screen) : null);
  const turn = thisTurn === null ? here.turn - 1 : here.turn;
  if (tracked === null) {
    const was = timeline.loop ? (before?.() ?? null) : null;
    return was === null ? null : { ...was, positionMs: was.positionMs + elapsedMs };
  }
  const { index, part } = tracked;
  const { zero } = segment;
  if (turn === 0 && index < segment.cue) {
    // The scene came before this segment's cue: it goes on from where the segment before left it.
    const was = before?.() ?? null;
    if (was?.index === index) return { ...was, positionMs: was.positionMs + elapsedMs };
    return { index, part, positionMs: Math.max(0, elapsedMs), enteredAt: zero, since: zero, turn };
  }
  const startMs = cueStartMs(timeline, segment.cue, index, turn);
  const positionMs = Math.max(0, chainMs - startMs);
  if (startMs >= segment.at) {
    return { index, part, positionMs, enteredAt: zero + startMs - segment.at, since: zero, turn };
  }
  // The segment enters in the middle of the scene: a pause, a resume or a jump within it is still the same appearance.
  const was = before?.() ?? null;
  if (was?.index === index) return { ...was, positionMs };
  return { index, part, positionMs, enteredAt: zero, since: zero, turn };
}

/** ms from the start of cue `from` until cue `to` starts in a turn of the chain that begins there. */
function cueStartMs(timeline: Timeline, from: number, to: number, turn: number): number {
  const sum = (first: number, end: number): number =>
    timeline.cues.slice(first, end).reduce((total, cue) => total + (cue.durationMs ?? 0), 0);
  if (turn === 0) return sum(from, to);
  return sum(from, timeline.cues.length) + (turn - 1) * sum(0, timeline.cues.length) + sum(0, to);
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
  const tookOverAt = stayStart(plan, item);
  const overlays = plan.overlays.filter((one) => one.from <= t && (one.until === null || t < one.until));
  return {
    item,
    timeline,
    cue,
    // The item's transition applies where the run takes the screen over; inside it the cue's own.
    shown:
      shown !== null && shown.enteredAt <= tookOverAt
        ? { ...shown, enteredAt: tookOverAt, transition: item.transition }
        : shown,
    overlays,
    isSilent: overlays.some((overlay) => overlay.silent === true),
    power: item.power,
    language: item.language,
    touch: item.touch,
    why: { run: item.run, layer: item.layer },
  };
}

/** When the item's run took the screen: neighbouring items of one run, which differ in power alone, are one stay. */
function stayStart(plan: Plan, item: PlanItem): number {
  let { from } = item;
  for (let index = plan.items.indexOf(item) - 1; index >= 0; index--) {
    const before = plan.items[index];
    if (before?.run !== item.run || before.until !== from) break;
    from = before.from;
  }
  return from;
}
