import type { Plan } from '#shared/plan.ts';
import type { RunId } from '#shared/ids.ts';
import type { Layer, Overlay, Power, SceneInstance, TimelinePart, TouchMode, Transition } from '#shared/scene.ts';
import { sceneAt, segmentAt, type Shown } from '#shared/scene-at.ts';

/** One stay of one scene on the screen, as of the instant `at` (ms of shared time). */
export interface Appearance {
  /** Names the stay: a new key is a new entrance. */
  readonly key: string;
  /** Names what is shown: an element prepared for it serves every stay of it, whatever brings it on. */
  readonly content: string;
  /** Hash of the timeline that brings it on. */
  readonly timeline: string;
  readonly run: RunId;
  readonly cue: number;
  readonly scene: SceneInstance;
  readonly part: TimelinePart;
  /** The run's language, or the screen's own. */
  readonly language: string;
  readonly touch: TouchMode;
  readonly enteredAt: number;
  readonly transition: Transition;
  readonly at: number;
  readonly positionMs: number;
  readonly rate: 0 | 1;
}

/** What the plan wants of the screen at one instant. */
export interface Wanted {
  /** Null where the screen is to be dark. */
  readonly current: Appearance | null;
  readonly power: Power;
  readonly overlays: readonly Overlay[];
  readonly language: string;
  readonly run: RunId;
  readonly layer: Layer;
  readonly cue: number;
  /** Names what is to be on the glass, dark or not, and since when. */
  readonly key: string;
  readonly since: number;
}

/** The plan, evaluated at `t` (ms of shared time). */
export function wantedAt(plan: Plan, t: number): Wanted {
  const { item, timeline, cue, shown, overlays, power, language, touch } = sceneAt(plan, t);
  const spoken = language ?? plan.setup.screen.defaultLanguage;
  const stay = {
    timeline: timeline.hash,
    run: item.run,
    cue,
    language: spoken,
    touch,
    rate: segmentAt(item.segments, t).rate,
    at: t,
  };
  const isDark = shown === null || power === 'standby';
  return {
    current: isDark ? null : { ...stay, ...shownOf(shown) },
    power,
    overlays,
    language: spoken,
    run: item.run,
    layer: item.layer,
    cue,
    key: isDark ? `dark/${item.run}/${power}/${item.from}` : shown.key,
    since: isDark ? item.from : shown.enteredAt,
  };
}

const contents = new WeakMap<SceneInstance, string>();

/** By what the scene is, to the letter: one screen may be armed with it alone and the hall take it as a whole. */
export function contentOf(scene: SceneInstance, { surface }: TimelinePart): string {
  let content = contents.get(scene);
  if (content === undefined) contents.set(scene, (content = JSON.stringify(scene)));
  return `${surface ?? ''}/${content}`;
}

function shownOf({ key, scene, part, positionMs, enteredAt, transition }: Shown) {
  return { key, content: contentOf(scene, part), scene, part, positionMs, enteredAt, transition };
}

/** The same stay at another instant, as if nothing in the plan had changed it. */
export function movedTo(appearance: Appearance, t: number): Appearance {
  const positionMs = Math.max(0, appearance.positionMs + appearance.rate * (t - appearance.at));
  return { ...appearance, positionMs, at: t };
}
