import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { Claim } from '../claim.ts';
import { refuse, type Outcome, type StepContext } from '../command.ts';
import { applyChanges, type Change, type HallState } from '../state.ts';
import type { Deed } from '../words/deeds.ts';
import { applyEdit } from './edit.ts';
import { newFlaws } from './library.ts';
import { pinActive } from './pin.ts';

export type EditResult =
  | {
      readonly ok: true;
      /** The state with the edits, under the revision it had: for looking at what they would do. */
      readonly state: HallState;
      readonly changes: readonly Change[];
      /** What takes the edits back. */
      readonly undo: readonly ScheduleEdit[];
      readonly saved: readonly { readonly id: string; readonly version: number | null }[];
      readonly deeds: readonly Deed[];
    }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Applies edits one after the other, all or none. Whether they can stand is asked of the result, so that a rule and its
 * exceptions may come in any order. `claims` are those in force at `now`: what is on air keeps what it started with.
 */
export function applyEdits(
  state: HallState,
  claims: readonly Claim[],
  edits: readonly ScheduleEdit[],
  now: number,
): EditResult {
  const edited = new Set(edits.flatMap((edit) => (edit.type === 'rule.put' ? [edit.rule.id] : [])));
  const pins = pinActive(state, claims, now, (claim) => claim.rule !== null && edited.has(claim.rule));
  let next = applyChanges(state, pins, state.revision);
  const changes: Change[] = [];
  const undo: ScheduleEdit[] = [];
  const saved: { readonly id: string; readonly version: number | null }[] = [];
  const deeds: Deed[] = [];
  for (const edit of edits) {
    const done = applyEdit(next, edit, now);
    if (!done.ok) return done;
    next = applyChanges(next, done.changes, state.revision);
    changes.push(...done.changes);
    undo.unshift(...done.undo);
    saved.push({ id: done.id, version: done.version });
    deeds.push(done.deed);
  }
  if (changes.length === 0) return { ok: true, state, changes, undo, saved, deeds };
  const flawed = newFlaws(state, next);
  if (flawed !== null) return { ok: false, problem: flawed };
  return { ok: true, state: next, changes: settled([...pins, ...changes]), undo, saved, deeds };
}

/** Of several changes to one document the last. */
function settled(changes: readonly Change[]): readonly Change[] {
  const last = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change]));
  return [...last.values()];
}

/** Decides a set of edits as one. */
export function editSchedule(
  state: HallState,
  claims: readonly Claim[],
  edits: readonly ScheduleEdit[],
  reason: string | null,
  context: StepContext,
): Outcome {
  const result = applyEdits(state, claims, edits, context.now);
  if (!result.ok) return refuse(result.problem);
  const { changes, undo, saved, deeds } = result;
  return { ok: true, changes, answer: { saved, undo }, deeds, reason };
}

/** Decides one edit; the answer names the document, and its version where it has one. */
export function editOne(state: HallState, claims: readonly Claim[], edit: ScheduleEdit, context: StepContext): Outcome {
  const result = applyEdits(state, claims, [edit], context.now);
  if (!result.ok) return refuse(result.problem);
  const [one] = result.saved;
  if (one === undefined) return refuse(problem('invalid', no.nothingToChange()));
  const reason = edit.type === 'exception.put' ? (edit.exception.reason ?? null) : null;
  const answer = { id: one.id, ...(one.version === null ? {} : { version: one.version }) };
  return { ok: true, changes: result.changes, answer, deeds: result.deeds, reason };
}
