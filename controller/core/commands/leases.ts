import type { Ask } from '#shared/desk.ts';
import { problem } from '#shared/problem.ts';
import type { Run } from '#shared/schedule.ts';
import { actorName, refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import type { HallState } from '../state.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** A run that somebody holds by hand, and that is not over. */
function heldRun(state: HallState, id: string, now: number): Run | Outcome {
  const run = state.run[id];
  if (run === undefined || run.layer !== 'manual' || (run.until !== null && run.until <= now))
    return refuse(problem('not-found', `Nobody holds a run ${id} by hand.`));
  return run;
}

/** The run as the journal calls it: `show welcome on all`. */
function called(state: HallState, run: Run): string {
  const source = state.timeline[run.timeline]?.source;
  const what = source === undefined ? `run ${run.id}` : `${source.kind} ${source.id}`;
  return `${what} on ${run.targets.join(', ')}`;
}

/** Asks the owner for a run; they, and everybody, see it. */
export function askFor(state: HallState, { run: id, message }: Of<'run.ask'>, context: StepContext): Outcome {
  const run = heldRun(state, id, context.now);
  if ('ok' in run) return run;
  const by = actorName(context.actor);
  if (run.owner === by) return refuse(problem('conflict', 'You have this run already.'));
  const ask: Ask = { id: run.id, by, at: context.now, message };
  return {
    ok: true,
    changes: [{ kind: 'ask', id: run.id, body: ask }],
    answer: { run: run.id },
    summary: `asked ${run.owner ?? 'nobody in particular'} for ${called(state, run)}`,
    reason: message,
  };
}

/** The owner (or an admin) gives the run to who asked for it, or keeps it. */
export function answerAsk(state: HallState, { run: id, give }: Of<'run.answer'>, context: StepContext): Outcome {
  const ask = state.ask[id];
  if (ask === undefined) return refuse(problem('not-found', `Nobody has asked for run ${id}.`));
  const run = heldRun(state, id, context.now);
  if ('ok' in run) return run;
  const { actor } = context;
  if (run.owner !== actorName(actor) && !(actor.is === 'person' && actor.role === 'admin'))
    return refuse(problem('not-allowed', `${run.owner ?? 'Nobody'} has this run. Take it over if you must.`));
  return {
    ok: true,
    changes: [
      { kind: 'ask', id, body: null },
      ...(give ? [{ kind: 'run', id, body: { ...run, owner: ask.by } } as const] : []),
    ],
    answer: { run: id, owner: give ? ask.by : run.owner },
    summary: give
      ? `gave ${called(state, run)} to ${ask.by}`
      : `kept ${called(state, run)}; ${ask.by} had asked for it`,
  };
}

/** Takes a run from its owner without being given it. */
export function takeOver(state: HallState, { run: id, reason }: Of<'run.take-over'>, context: StepContext): Outcome {
  const run = heldRun(state, id, context.now);
  if ('ok' in run) return run;
  const owner = actorName(context.actor);
  return {
    ok: true,
    changes: [
      { kind: 'run', id, body: { ...run, owner, ...(reason === null ? {} : { reason }) } },
      ...(state.ask[id] === undefined ? [] : [{ kind: 'ask', id, body: null } as const]),
    ],
    answer: { run: id, owner },
    summary: `took ${called(state, run)} over from ${run.owner ?? 'nobody'}`,
    reason,
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
    summary: `gave GO of ${called(state, run)} to a guide’s phone`,
  };
}
