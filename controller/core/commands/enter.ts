import { problem, type Problem } from '#shared/problem.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { Policy, Timeline } from '#shared/scene.ts';
import { trackedCue } from '#shared/scene-at.ts';
import { runRefusals as no } from '#shared/words/run-refusals.ts';
import type { StepContext } from '../command.ts';

export interface Entering {
  readonly timeline: Timeline;
  readonly cue: number;
  /** The screens that the cue is to come to. */
  readonly screens: readonly ScreenId[];
  /** The names under which they may hold it ready: of standbys, of a run's next cue. */
  readonly heldAs: readonly string[];
  /** What the person said; absent: what the cue says. */
  readonly policy?: Policy | undefined;
  readonly critical?: readonly ScreenId[] | undefined;
}

type Entry =
  | { readonly ok: true; readonly ready: readonly ScreenId[]; readonly late: readonly ScreenId[] }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Who goes into a cue at once and who comes late, or why nobody does: whoever goes into a cue, by a take, by GO or by a
 * jump, comes through here. A cue that follows by itself waits for nobody.
 */
export function enter(context: StepContext, entering: Entering): Entry {
  const { screens, heldAs } = entering;
  const isReady = (screen: ScreenId): boolean => heldAs.some((name) => context.ready.has(`${name}/${screen}`));
  const waitsFor = mustBeReady(entering).filter((screen) => !isReady(screen));
  if (waitsFor.length > 0)
    return {
      ok: false,
      problem: problem('not-ready', no.notReady(waitsFor), [{ path: 'policy', message: waitsFor.join(', ') }]),
    };
  return { ok: true, ready: screens.filter(isReady), late: screens.filter((screen) => !isReady(screen)) };
}

/** Screens without which it must not go: all of them under `strict`, the named ones under `critical`. */
function mustBeReady({ timeline, cue: index, screens, ...asked }: Entering): readonly ScreenId[] {
  const cue = timeline.cues[index];
  // A screen that the show has nothing for so far cannot be ready, and need not be.
  const shown = screens.filter((screen) => trackedCue(timeline, index, screen) !== null);
  // Whoever names screens means them, whatever the cue says.
  const named = asked.critical === undefined ? cue?.policy : 'critical';
  switch (asked.policy ?? named ?? 'critical') {
    case 'go':
      return [];
    case 'strict':
      return shown;
    case 'critical': {
      const critical = new Set(asked.critical ?? cue?.critical);
      return shown.filter((screen) => critical.has(screen));
    }
  }
}
