import { lossKeptMs, type Loss } from '#shared/desk.ts';
import { lainOver, type LainOver } from '#shared/lain-over.ts';
import { problem } from '#shared/problem.ts';
import type { Run, Standby } from '#shared/schedule.ts';
import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { comesTo } from './comes-to.ts';
import { actorName, refuse, type Outcome, type StepContext } from './command.ts';
import { applyChanges, type Change, type HallState } from './state.ts';

type When = Pick<StepContext, 'now' | 'actor'>;

/** Who else holds the run by hand now; null: it is the actor's own, nobody's, or over. */
export function otherOwner(run: Run, { now, actor }: When): string | null {
  if (actor.is === 'hall' || run.layer !== 'manual' || (run.until !== null && run.until <= now)) return null;
  return run.owner === actorName(actor) ? null : run.owner;
}

/** Somebody else's run is ended or taken with a reason, which they are told; null: there is one, or none is needed. */
export function wantReason(run: Run, reason: string | null, when: When): Outcome | null {
  const owner = otherOwner(run, when);
  if (owner === null || reason !== null) return null;
  const missing = { path: 'reason', message: `missing: ${owner} holds this` };
  return refuse(problem('conflict', no.needsReason(run.id, owner), [missing]));
}

/**
 * What lies over what others hold by hand wants a reason as well, as they are told. The outcome itself where there is
 * one, or nothing of others' is seen on its screens.
 */
export function wantReasonToCover(state: HallState, outcome: Outcome, when: When): Outcome {
  if (!outcome.ok || (outcome.reason ?? null) !== null) return outcome;
  const held = outcome.changes
    .flatMap((change) => (change.kind === 'run' && change.body !== null ? [change.body] : []))
    .flatMap((over) => covered(state, over, outcome.changes))
    .flatMap(({ run, screens }) => {
      const owner = otherOwner(run, when);
      return owner === null ? [] : [{ run: run.id, owner, screens }];
    });
  if (held.length === 0) return outcome;
  const missing = held.map(({ owner, screens }) => `missing: ${owner} holds ${screens.join(', ')}`);
  return refuse(
    problem(
      'conflict',
      no.needsReasonToCover(held),
      missing.map((message) => ({ path: 'reason', message })),
    ),
  );
}

/** What the owners of runs have to be told: somebody else has ended, shortened, taken or covered what they held. */
export function losses(
  state: HallState,
  changes: readonly Change[],
  reason: string | null,
  context: StepContext,
): readonly Change[] {
  const lost = (run: Run, how: HowLost): readonly Change[] => {
    const owner = otherOwner(run, context);
    const title = state.timeline[run.timeline]?.title;
    if (owner === null || title === undefined) return [];
    const by = actorName(context.actor);
    return [
      {
        kind: 'loss',
        id: run.id,
        body: { id: run.id, title, targets: run.targets, owner, by, at: context.now, how, reason },
      },
    ];
  };
  return changes.flatMap((change): readonly Change[] => {
    if (change.kind === 'standby') return disarmed(state, change, changes, reason, context);
    if (change.kind !== 'run') return [];
    const before = state.run[change.id];
    if (before === undefined)
      return change.body === null
        ? []
        : covered(state, change.body, changes).flatMap(({ run }) => lost(run, 'covered'));
    const how = howLost(before, change.body, context.at);
    if (how !== null) return lost(before, how);
    // It is back with its owner, at its length, who need not be told any more.
    const isLonger = change.body !== null && (change.body.until ?? Infinity) > (before.until ?? Infinity);
    const isBack = isLonger && state.loss[change.id]?.owner === change.body?.owner;
    return isBack ? [{ kind: 'loss', id: change.id, body: null }] : [];
  });
}

type HowLost = Exclude<Loss['how'], 'disarmed'>;

function howLost(before: Run, after: Run | null, at: number): HowLost | null {
  if (after === null) return 'ended';
  if (after.owner !== before.owner) return 'taken';
  if (after.until === null || after.until >= (before.until ?? Infinity)) return null;
  return after.until <= Math.max(at, before.from + 1) ? 'ended' : 'shortened';
}

/** Screens that somebody else has armed for something else; what was fired or stood down is not lost. */
function disarmed(
  state: HallState,
  change: Extract<Change, { kind: 'standby' }>,
  changes: readonly Change[],
  reason: string | null,
  context: StepContext,
): readonly Change[] {
  const before = state.standby[change.id];
  const by = actorName(context.actor);
  if (before === undefined || before.owner === null || before.owner === by) return [];
  const left: readonly string[] = change.body?.screens ?? [];
  const made = applyChanges(state, changes, state.revision);
  const subject = called(state, before);
  return changes.flatMap((other): readonly Change[] => {
    if (other.kind !== 'standby' || other.body === null || state.standby[other.id] !== undefined) return [];
    const { screens } = other.body;
    const targets = before.screens.filter((screen) => !left.includes(screen) && screens.includes(screen));
    const over = called(made, other.body);
    if (targets.length === 0 || subject === null || over === null || before.owner === null) return [];
    const id = `${before.id}@${other.id}`;
    const told = {
      owner: before.owner,
      by,
      at: context.now,
      reason,
      how: 'disarmed',
      isLeft: left.length > 0,
    } as const;
    return [{ kind: 'loss', id, body: { id, ...subject, targets, for: over, ...told } }];
  });
}

/** What a standby is called: by its show or scene, and of a show by its cue. */
function called(state: HallState, standby: Standby): Pick<Extract<Loss, { how: 'disarmed' }>, 'title' | 'cue'> | null {
  const timeline = state.timeline[standby.timeline];
  const cue = timeline?.cues[standby.cue];
  if (timeline === undefined || cue === undefined) return null;
  return { title: timeline.title, cue: timeline.source.kind === 'show' ? { title: cue.title } : null };
}

/** What is held by hand and would be lain over by a run that begins now or at its time. */
function covered(state: HallState, over: Run, changes: readonly Change[]): readonly LainOver<Run>[] {
  if (over.layer !== 'manual') return [];
  const made = changes.find(({ kind, id }) => kind === 'timeline' && id === over.timeline);
  const withIt = made === undefined ? state : applyChanges(state, [made], state.revision);
  return lainOver(comesTo(withIt, over), over.from, Object.values(state.run), (run) => comesTo(state, run));
}

/** What nobody need be told any more. */
export function oldLosses(state: HallState, now: number): readonly Change[] {
  return Object.values(state.loss)
    .filter(({ at }) => at < now - lossKeptMs)
    .map(({ id }): Change => ({ kind: 'loss', id, body: null }));
}
