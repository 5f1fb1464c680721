import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { takeBackMs, type LastAct } from '#shared/desk.ts';
import { problem } from '#shared/problem.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Standby } from '#shared/schedule.ts';
import { refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import type { Change, HallState } from '../state.ts';
import { without } from './takes.ts';

/**
 * Has the hall back as it was before the newest act on its runs or its doors: what was released runs on as if it had never stopped,
 * what was taken ends, and so what lay beneath it is back at its own position.
 */
export function takeBack(
  state: HallState,
  { act }: Extract<Command, { type: 'act.take-back' }>,
  context: StepContext,
): Outcome {
  const last = state.act['last'];
  if (last === undefined || last.commandId !== act) return refuse(problem('conflict', no.actSuperseded()));
  if (context.now - last.at > takeBackMs) return refuse(problem('conflict', no.actTooOld(takeBackMs / 1000)));
  const isUntouched =
    last.runs.every(({ id, after }) => isSame(state.run[id] ?? null, after)) &&
    last.standbys.every(({ id, after }) => isSame(state.standby[id] ?? null, after)) &&
    (last.doors === null || isSame(state.doors['doors'] ?? null, last.doors.after));
  if (!isUntouched) return refuse(problem('conflict', no.actChangedSince()));
  const standbys = last.standbys.filter(({ before }) => before === null || state.timeline[before.timeline]);
  return {
    ok: true,
    changes: [
      ...last.runs.map((one) => runBack(one, context)),
      ...standbys.map(({ id, before }): Change => ({ kind: 'standby', id, body: armedAgain(state, before) })),
      ...(last.doors === null ? [] : [{ kind: 'doors', id: 'doors', body: last.doors.before } as const]),
    ],
    answer: { act, at: new Date(context.at).toISOString() },
    deeds: [['tookBack', last.by, last.command]],
  };
}

/** Without the screens on which something else has been armed since. */
function armedAgain(state: HallState, before: Standby | null): Standby | null {
  const others = Object.values(state.standby).filter(({ id }) => id !== before?.id);
  return before === null ? null : without(before, new Set(others.flatMap(({ screens }) => screens)));
}

function isSame(now: object | null, then: object | null): boolean {
  return canonicalJson(now) === canonicalJson(then);
}

function runBack({ id, before, after }: LastAct['runs'][number], { at }: StepContext): Change {
  // An occurrence that was only pinned follows its rule again; a run that was started ends for everybody at once.
  const isOn = after !== null && after.from <= at;
  if (before !== null || !isOn || after.rule !== null) return { kind: 'run', id, body: before };
  return { kind: 'run', id, body: { ...after, until: Math.max(at, after.from + 1) } };
}
