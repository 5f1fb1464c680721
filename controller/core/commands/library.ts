import { contentRefusals as no, userNames } from '#shared/words/content-refusals.ts';
import { bareNames, type Kind } from '#shared/words/names.ts';
import { runRefusals } from '#shared/words/run-refusals.ts';
import type { User } from '#shared/drafts.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Claim } from '../claim.ts';
import { usersOf } from '../references.ts';
import { applyChanges, type Change, type HallState } from '../state.ts';
import { flawsProblem, plainFlaw } from '../flaw.ts';
import { checkTotals } from '../schedule/check-totals.ts';
import { checkDocuments } from '../validate.ts';
import { differing } from './differing.ts';
import { importedOf } from './importing.ts';
import { pinActive } from './pin.ts';

const { noSuch } = runRefusals;

type Editable = { readonly kind: 'scene' | 'show'; readonly id: string; readonly version: number };

/** What cannot be true of `next` and was not wrong before, as a problem; null when it can stand. */
export function newFlaws(state: HallState, next: HallState): Problem | null {
  const [before, after] = differing(importedOf(state), importedOf(next));
  const known = new Set(
    [...checkDocuments(before), ...checkTotals(importedOf(state))].map((flaw) => canonicalJson(plainFlaw(flaw))),
  );
  const found = [...checkDocuments(after), ...checkTotals(importedOf(next))];
  const flaws = found.filter((flaw) => {
    const key = canonicalJson(plainFlaw(flaw));
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return flaws.length === 0 ? null : flawsProblem(flaws, importedOf(next));
}

/** Saves one document, refusing what would break another and what somebody else changed in between. */
function put(
  state: HallState,
  claims: readonly Claim[],
  subject: Editable,
  base: number | null,
  change: (version: number) => Change,
  context: StepContext,
): Outcome {
  const existing = state[subject.kind][subject.id];
  if (base === null && existing !== undefined)
    return refuse(problem('conflict', no.taken(subject.kind, subject.id), [{ path: 'id', message: 'taken' }]));
  if (base !== null && existing === undefined) return refuse(problem('not-found', noSuch(subject.kind, subject.id)));
  if (base !== null && existing !== undefined && existing.version !== base) {
    return refuse(
      problem('conflict', no.changedInBetween(subject.kind, subject.id, base, existing.version), [
        { path: 'version', message: String(existing.version) },
      ]),
    );
  }
  const version = (existing?.version ?? 0) + 1;
  const changes = [change(version)];
  const flawed = newFlaws(state, applyChanges(state, changes, state.revision));
  if (flawed !== null) return refuse(flawed);
  return {
    ok: true,
    changes: [...pinActive(state, claims, context.now), ...changes],
    answer: { id: subject.id, version },
    deeds: [[existing === undefined ? 'created' : 'changed', subject.kind, subject.id, version]],
  };
}

function remove(
  state: HallState,
  claims: readonly Claim[],
  kind: 'scene' | 'show',
  id: string,
  context: StepContext,
): Outcome {
  if (state[kind][id] === undefined) return refuse(problem('not-found', noSuch(kind, id)));
  const users = usersOf(state, kind, id);
  if (users.length > 0) return refuse(stillUsed(kind, id, users));
  return {
    ok: true,
    changes: [...pinActive(state, claims, context.now), { kind, id, body: null }],
    answer: { id },
    deeds: [['deleted', kind, id]],
  };
}

/** Why something cannot be deleted. */
export function stillUsed(kind: Kind, id: string, users: readonly User[]): Problem {
  return problem(
    'conflict',
    no.stillUsed(kind, id, users),
    users.map((user) => ({ path: 'usedBy', message: userNames([user])(bareNames).en })),
  );
}

type LibraryCommand = Extract<Command, { type: `${'scene' | 'show'}.${'put' | 'delete'}` }>;

export function library(
  state: HallState,
  claims: readonly Claim[],
  command: LibraryCommand,
  context: StepContext,
): Outcome {
  switch (command.type) {
    case 'scene.put': {
      const { scene, base } = command;
      return put(
        state,
        claims,
        { kind: 'scene', id: scene.id, version: scene.version },
        base,
        (version) => ({ kind: 'scene', id: scene.id, body: { ...scene, version } }),
        context,
      );
    }
    case 'show.put': {
      const { show, base } = command;
      return put(
        state,
        claims,
        { kind: 'show', id: show.id, version: show.version },
        base,
        (version) => ({ kind: 'show', id: show.id, body: { ...show, version } }),
        context,
      );
    }
    case 'scene.delete':
      return remove(state, claims, 'scene', command.id, context);
    case 'show.delete':
      return remove(state, claims, 'show', command.id, context);
  }
}
