import { runRefusals as no } from '#shared/words/run-refusals.ts';
import type { Ask } from '#shared/desk.ts';
import { problem } from '#shared/problem.ts';
import type { Timeline } from '#shared/scene.ts';
import type { Run } from '#shared/schedule.ts';
import { wantReason } from '../leases.ts';
import { actorName, refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import type { HallState } from '../state.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** A run that somebody holds by hand, and that is not over. */
function heldRun(state: HallState, id: string, now: number): Run | Outcome {
  const run = state.run[id];
  if (run === undefined || run.layer !== 'manual' || (run.until !== null && run.until <= now))
    return refuse(problem('not-found', no.notHeld(id)));
  return run;
}

/** The run as the journal calls it: by what it shows, and where. */
function called(state: HallState, run: Run): readonly [Timeline['source']['kind'] | 'run', string, readonly string[]] {
  const source = state.timeline[run.timeline]?.source;
  return [source?.kind ?? 'run', source?.id ?? run.id, run.targets];
}

/** Asks the owner for a run; they, and everybody, see it. */
export function askFor(state: HallState, { run: id, message }: Of<'run.ask'>, context: StepContext): Outcome {
  const run = heldRun(state, id, context.now);
  if ('ok' in run) return run;
  const by = actorName(context.actor);
  if (run.owner === by) return refuse(problem('conflict', no.yoursAlready()));
  const ask: Ask = { id: run.id, by, at: context.now, message };
  return {
    ok: true,
    changes: [{ kind: 'ask', id: run.id, body: ask }],
    answer: { run: run.id },
    deeds: [['askedFor', run.owner, ...called(state, run)]],
    reason: message,
  };
}

/** The owner (or an admin) gives the run to who asked for it, or keeps it. */
export function answerAsk(state: HallState, { run: id, give }: Of<'run.answer'>, context: StepContext): Outcome {
  const ask = state.ask[id];
  if (ask === undefined) return refuse(problem('not-found', no.nobodyAsked(id)));
  const run = heldRun(state, id, context.now);
  if ('ok' in run) return run;
  const { actor } = context;
  if (run.owner !== actorName(actor) && !(actor.is === 'person' && actor.role === 'admin'))
    return refuse(problem('not-allowed', no.othersRun(run.owner)));
  return {
    ok: true,
    changes: [
      { kind: 'ask', id, body: null },
      ...(give ? [{ kind: 'run', id, body: { ...run, owner: ask.by } } as const] : []),
    ],
    answer: { run: id, owner: give ? ask.by : run.owner },
    deeds: [[give ? 'gaveRun' : 'keptRun', ...called(state, run), ask.by]],
  };
}

/** Takes a run from its owner without being given it; the owner is told why. */
export function takeOver(state: HallState, { run: id, reason }: Of<'run.take-over'>, context: StepContext): Outcome {
  const run = heldRun(state, id, context.now);
  if ('ok' in run) return run;
  const refused = wantReason(run, reason, context);
  if (refused !== null) return refused;
  const owner = actorName(context.actor);
  return {
    ok: true,
    changes: [
      { kind: 'run', id, body: { ...run, owner, ...(reason === null ? {} : { reason }) } },
      ...(state.ask[id] === undefined ? [] : [{ kind: 'ask', id, body: null } as const]),
    ],
    answer: { run: id, owner },
    deeds: [['tookOver', ...called(state, run), run.owner]],
    reason,
  };
}

/** The owner has read what somebody else did with what was theirs: it is told nowhere any more, on no tablet. */
export function readLoss(state: HallState, { loss: id }: Of<'loss.read'>, context: StepContext): Outcome {
  const loss = state.loss[id];
  if (loss === undefined || loss.owner !== actorName(context.actor)) return refuse(problem('not-found', no.noLoss()));
  return {
    ok: true,
    changes: [{ kind: 'loss', id, body: null }],
    answer: { loss: id },
    deeds: [['readLoss', loss.by, loss.targets]],
  };
}

/** Gives GO of a run to a guide's phone: whoever holds the run may, and whoever else may run the hall. */
export function giveGuide(state: HallState, { run: id, tokenHash }: Of<'guide.give'>, context: StepContext): Outcome {
  const run = heldRun(state, id, context.now);
  if ('ok' in run) return run;
  const by = actorName(context.actor);
  return {
    ok: true,
    changes: [{ kind: 'guide', id: run.id, body: { id: run.id, tokenHash, by, at: context.now } }],
    answer: { run: id },
    deeds: [['gaveGuide', ...called(state, run)]],
  };
}
