import { remembered } from './acts.ts';
import { authorizeCommand } from './authorize-command.ts';
import type { Claim } from './claim.ts';
import { actorName, type Command, type Outcome, type StepContext } from './command.ts';
import { holdClock, trustClock } from './commands/clock.ts';
import { end, raise } from './commands/emergency.ts';
import { setDoors } from './commands/doors.ts';
import { drafts } from './commands/drafts.ts';
import { entrances } from './commands/entrances.ts';
import { editions } from './editions.ts';
import { losses, oldLosses, wantReasonToCover } from './leases.ts';
import { answerAsk, askFor, giveGuide, readLoss, takeOver } from './commands/leases.ts';
import { importHall } from './commands/importing.ts';
import { library } from './commands/library.ts';
import { media } from './commands/media.ts';
import { people } from './commands/people.ts';
import { endMaintenance, noteIncident, startMaintenance } from './commands/technician.ts';
import { control, edit, release } from './commands/runs.ts';
import { keepOut, letIn } from './commands/keeping-out.ts';
import { offerToken, pair, renewToken, tellCopy, unpair, useToken } from './commands/screen-tokens.ts';
import { calibrate, hideOverlay, setCleaningPin, setSound, showOverlay } from './commands/screens.ts';
import { editOne, editSchedule } from './commands/schedule.ts';
import { takeBack } from './commands/take-back.ts';
import { arm, clearStandby, take } from './commands/takes.ts';
import type { Decision } from './ports/store.ts';
import { applyChanges, type Change, type HallState } from './state.ts';
import { tell } from './words/deeds.ts';
import type { Problem } from '#shared/problem.ts';

/** How long an ended run stays known, for "back as it was" and for whoever asks why. */
const keepEndedMs = 60 * 60_000;

export type Step =
  | { readonly ok: true; readonly state: HallState; readonly decision: Decision }
  /** Allowed and valid, but nothing would change: acknowledged without a commit. */
  | {
      readonly ok: true;
      readonly state: HallState;
      readonly decision: null;
      readonly answer: Readonly<Record<string, unknown>>;
    }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The one decision function: (state, command, context) → the next state and the decision to make durable, or a problem.
 * `claimsAt` gives the claims in force at an instant; it is asked only by commands that touch the schedule.
 */
export function step(
  state: HallState,
  commandId: string,
  command: Command,
  context: StepContext,
  claimsAt: (t: number) => readonly Claim[],
): Step {
  const forbidden = authorizeCommand(state, context.actor, command, () => claimsAt(context.at));
  if (forbidden !== null) return { ok: false, problem: forbidden };
  const outcome = decide(state, command, context, claimsAt);
  if (!outcome.ok) return outcome;
  if (outcome.changes.length === 0) return { ok: true, state, decision: null, answer: outcome.answer };
  const revision = state.revision + 1;
  const act = { commandId, by: actorName(context.actor), at: context.now };
  const decided = [
    ...outcome.changes,
    ...remembered(state, command, act, outcome.changes),
    ...editions(state, command.type, act, outcome.changes),
    ...losses(state, outcome.changes, outcome.reason ?? null, context),
  ];
  const first = applyChanges(state, decided, revision);
  const changes = [...decided, ...forgotten(first, context.now)];
  const next = applyChanges(state, changes, revision);
  return {
    ok: true,
    state: next,
    decision: {
      entry: {
        revision,
        at: context.now,
        command: command.type,
        commandId,
        actor: actorName(context.actor),
        reason: outcome.reason ?? null,
        summary: tell(outcome.deeds)?.en ?? '',
        deeds: outcome.deeds,
        changed: outcome.changes.map((change) => ({ kind: change.kind, id: change.id })),
      },
      changes,
      answer: outcome.answer,
    },
  };
}

function decide(
  state: HallState,
  command: Command,
  context: StepContext,
  claimsAt: (t: number) => readonly Claim[],
): Outcome {
  switch (command.type) {
    case 'run.take':
      return wantReasonToCover(state, take(state, command, context), context);
    case 'run.release':
      return release(state, claimsAt(context.at), command, context);
    case 'run.edit':
      return edit(state, claimsAt(context.at), command, context);
    case 'run.control':
      return control(state, claimsAt(context.at), command, context);
    case 'run.ask':
      return askFor(state, command, context);
    case 'run.answer':
      return answerAsk(state, command, context);
    case 'run.take-over':
      return takeOver(state, command, context);
    case 'loss.read':
      return readLoss(state, command, context);
    case 'guide.give':
      return giveGuide(state, command, context);
    case 'act.take-back':
      return takeBack(state, command, context);
    case 'doors.set':
      return setDoors(state, command, context);
    case 'standby.arm':
      return arm(state, command, context);
    case 'standby.clear':
      return clearStandby(state, command);
    case 'emergency.raise':
      return raise(state, command, context);
    case 'emergency.end':
      return end(state, command, context);
    case 'overlay.show':
      return showOverlay(state, command, context);
    case 'overlay.hide':
      return hideOverlay(state, command.overlay, context);
    case 'sound.set':
      return setSound(state, command, context);
    case 'scene.put':
    case 'scene.delete':
    case 'show.put':
    case 'show.delete':
      return library(state, claimsAt(context.now), command, context);
    case 'draft.save':
    case 'draft.submit':
    case 'draft.return':
    case 'draft.publish':
    case 'draft.discard':
    case 'draft.restore':
      return drafts(state, claimsAt(context.now), command, context);
    case 'medium.add':
    case 'medium.delete':
      return media(state, command);
    case 'rule.put':
    case 'rule.delete':
    case 'exception.put':
    case 'exception.delete':
    case 'day.put':
    case 'day.delete':
    case 'hours.put':
      return editOne(state, claimsAt(context.now), command, context);
    case 'clock.hold':
      return holdClock(state, command, context);
    case 'clock.trust':
      return trustClock(state, context);
    case 'schedule.edit':
      return editSchedule(state, claimsAt(context.now), command.edits, command.reason, context);
    case 'screen.pair':
      return pair(state, command, context);
    case 'screen.unpair':
      return unpair(state, command.screen);
    case 'screen.renew-token':
      return renewToken(state, command, context);
    case 'screen.offer-token':
      return offerToken(state, command);
    case 'screen.use-token':
      return useToken(state, command, context);
    case 'screen.tell-copy':
      return tellCopy(state, command, context);
    case 'screen.keep-out':
      return keepOut(state, command, context);
    case 'screen.let-in':
      return letIn(state, command);
    case 'screen.calibrate':
      return calibrate(state, command);
    case 'cleaning.set':
      return setCleaningPin(state, command);
    case 'maintenance.start':
      return startMaintenance(state, command, context);
    case 'maintenance.end':
      return endMaintenance(state, command, context);
    case 'incident.note':
      return noteIncident(state, command, context);
    case 'person.put':
    case 'person.add':
    case 'person.edit':
    case 'person.remove':
    case 'person.secure':
      return people(state, command, context);
    case 'session.open':
    case 'session.close':
    case 'tablet.pair':
    case 'tablet.revoke':
    case 'key.add':
    case 'key.revoke':
      return entrances(state, command, context);
    case 'hall.import':
      return importHall(state, state.hall['hall'] === undefined ? [] : claimsAt(context.now), command, context);
  }
}

/** Runs, overlays and timelines nobody can see any more; swept along with a decision so that state stays small. */
function forgotten(state: HallState, now: number): readonly Change[] {
  const old = (until: number | null): boolean => until !== null && until < now - keepEndedMs;
  const runs = Object.values(state.run).filter((run) => old(run.until));
  const overlays = Object.values(state.overlay).filter((overlay) => old(overlay.until));
  const gone = new Set<string>(runs.map((run) => run.id));
  const used = new Set<string>([
    ...Object.values(state.run)
      .filter((run) => !gone.has(run.id))
      .map((run) => run.timeline),
    ...Object.values(state.standby).map((standby) => standby.timeline),
    // What may be taken back must be whole when it is.
    ...Object.values(state.act).flatMap(({ standbys }) => standbys.flatMap(({ before }) => before?.timeline ?? [])),
  ]);
  return [
    ...runs.map((run): Change => ({ kind: 'run', id: run.id, body: null })),
    ...overlays.map((overlay): Change => ({ kind: 'overlay', id: overlay.id, body: null })),
    ...Object.values(state.ask)
      .filter(({ id }) => state.run[id] === undefined || old(state.run[id].until))
      .map(({ id }): Change => ({ kind: 'ask', id, body: null })),
    ...oldLosses(state, now),
    ...Object.values(state.guide)
      .filter(({ id }) => state.run[id] === undefined || gone.has(id))
      .map(({ id }): Change => ({ kind: 'guide', id, body: null })),
    ...Object.values(state.doors)
      .filter((doors) => old(doors.until))
      .map(({ id }): Change => ({ kind: 'doors', id, body: null })),
    ...Object.values(state.maintenance)
      .filter((window) => old(window.until))
      .map((window): Change => ({ kind: 'maintenance', id: window.id, body: null })),
    ...Object.keys(state.timeline)
      .filter((hash) => !used.has(hash))
      .map((hash): Change => ({ kind: 'timeline', id: hash, body: null })),
  ];
}
