import type { Hall } from '#shared/hall.ts';
import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Touch } from '#shared/report.ts';
import type { Run } from '#shared/schedule.ts';
import type { Timeline, Transition } from '#shared/scene.ts';
import type { TouchRule } from '#shared/touch-rules.ts';
import { compileScene } from './compile.ts';
import type { HallState } from './state.ts';
import { targetScreens } from './targets.ts';

/** One rule's answer to a touch. Times are ms of shared time. */
export interface TouchRun {
  readonly rule: string;
  readonly scene: string;
  readonly targets: readonly string[];
  /** Screens among the targets that do not answer: the touched one, those a stronger rule took, those that may not. */
  readonly except: readonly ScreenId[];
  readonly from: number;
  readonly until: number;
}

/** A light that follows a hand comes soon, and gently. */
const answering: Transition = { type: 'dissolve', durationMs: 500 };

/**
 * What the hall answers to a touch at `now`, strongest rule first. `mayAnswer` says whether the show that a screen runs
 * is open to the hall's rules (`touch: open`); the touched screen is asked too, and never answers for itself.
 */
export function touchRuns(
  rules: readonly TouchRule[],
  touch: Touch,
  now: number,
  hall: Hall,
  mayAnswer: (screen: ScreenId) => boolean,
): readonly TouchRun[] {
  if (!mayAnswer(touch.screen)) return [];
  const matching = rules
    .filter((rule) => rule.enabled && matches(rule, touch, hall))
    .toSorted((a, b) => b.priority - a.priority);
  const taken = new Set<ScreenId>([touch.screen]);
  const runs: TouchRun[] = [];
  for (const { id, scene, targets, seconds } of matching) {
    const named = [...targetScreens(hall, targets, []).keys()];
    const except = named.filter((screen) => taken.has(screen) || !mayAnswer(screen));
    if (except.length === named.length) continue;
    for (const screen of named) taken.add(screen);
    runs.push({ rule: id, scene, targets, except, from: now, until: now + seconds * 1000 });
  }
  return runs;
}

function matches({ when }: TouchRule, { screen, topic, value }: Touch, hall: Hall): boolean {
  if (when.topic !== topic || !targetScreens(hall, [when.panel], []).has(screen)) return false;
  const { values } = when;
  if (values === undefined) return true;
  if (!('from' in values)) return values.includes(value);
  return typeof value === 'number' && value >= values.from && value <= values.to;
}

/**
 * A touch's answers as runs of the visitor layer, for the volatile set. A rule has one run: the same scene touched
 * again while it is shown stays where it is and stays longer; anything else starts anew, and the later start wins.
 * `running` are the volatile runs in force. A scene that the hall does not have answers nothing.
 */
export function visitorRuns(
  state: HallState,
  runs: readonly TouchRun[],
  running: Readonly<Record<string, { readonly run: Run }>>,
): readonly { readonly run: Run; readonly timeline: Timeline }[] {
  return runs.flatMap(({ rule, scene: id, targets, except, from, until }) => {
    const scene = state.scene[id];
    if (scene === undefined) return [];
    const timeline = compileScene(state, scene, targets);
    const run: Run = {
      id: `touch:${rule}` as RunId,
      layer: 'visitor',
      timeline: timeline.hash,
      targets: [...targets],
      except: [...except],
      from,
      until,
      segments: [{ zero: from, at: 0, rate: 1, cue: 0 }],
      owner: null,
      reason: null,
      language: null,
      touch: 'open',
      transition: answering,
      priority: 0,
      outsideHours: false,
      rule: null,
    };
    const before = running[run.id]?.run;
    const goesOn =
      before !== undefined &&
      before.timeline === run.timeline &&
      before.from <= from &&
      (before.until ?? from) > from &&
      isNewest(before, running);
    return [{ run: goesOn ? { ...run, from: before.from, segments: before.segments } : run, timeline }];
  });
}

/** Whether no other visitor's run has started since, which would be shown in its stead. */
function isNewest(run: Run, running: Readonly<Record<string, { readonly run: Run }>>): boolean {
  return Object.values(running).every(({ run: other }) => other.layer !== 'visitor' || other.from <= run.from);
}
