import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import { z } from 'zod';
import { Content, contentId, type Discarded, type Draft } from '#shared/drafts.ts';
import { problem, problemFromZod, type Problem } from '#shared/problem.ts';
import type { Claim } from '../claim.ts';
import { actorName, refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import type { Actor } from '../ports/actor.ts';
import { putOf } from '../put-of.ts';
import { applyChanges, type Change, type HallState } from '../state.ts';
import { checkContent } from '../validate.ts';
import type { Deed } from '../words/deeds.ts';
import { flawsProblem } from '../flaw.ts';
import { importedOf } from './importing.ts';
import { library } from './library.ts';

/** So many discarded drafts of one scene or show. */
const keptDiscarded = 10;

type DraftCommand = Extract<Command, { type: `draft.${string}` }>;

/** Drafts, and what becomes of them. Whoever may not edit scenes publishes only what others have written. */
export function drafts(
  state: HallState,
  claims: readonly Claim[],
  command: DraftCommand,
  context: StepContext,
): Outcome {
  switch (command.type) {
    case 'draft.save':
      return save(state, command, context);
    case 'draft.submit':
      return submit(state, command, context);
    case 'draft.return':
      return giveBack(state, command, context);
    case 'draft.publish':
      return publish(state, claims, command, context);
    case 'draft.discard':
      return discard(state, command, context);
    case 'draft.restore':
      return restore(state, command, context);
  }
}

/** What keeps this content from being published, field by field; null when nothing does. */
export function contentFlaws(state: HallState, content: Content): Problem | null {
  const whole = Content.safeParse(content);
  if (!whole.success) {
    const issues = whole.error.issues.map((issue) => ({ ...issue, path: issue.path.slice(1) }));
    return problemFromZod(new z.ZodError(issues), ({ named }) => named(content.kind, content.body.id), content);
  }
  const flaws = checkContent(importedOf(state), content);
  return flaws.length === 0 ? null : flawsProblem(flaws, importedOf(withContent(state, content)));
}

/** The state as it would be with this content published; the version is of no meaning there. */
export function withContent(state: HallState, content: Content): HallState {
  const change = { kind: content.kind, id: content.body.id, body: content.body } as Change;
  return applyChanges(state, [change], state.revision);
}

function save(state: HallState, command: Extract<DraftCommand, { type: 'draft.save' }>, context: StepContext): Outcome {
  const { content, base, seen } = command;
  const { kind, body } = content;
  const id = contentId(kind, body.id);
  const before = state.draft[id];
  const published = state[kind][body.id];
  if (before === undefined && seen !== null) return refuse(problem('conflict', no.draftGone(kind, body.id)));
  if (before !== undefined && seen !== before.version) return refuse(changedInBetween(before, seen));
  if (base === null && published !== undefined)
    return refuse(problem('conflict', no.taken(kind, body.id), [{ path: 'id', message: 'taken' }]));
  if (base !== null && (published === undefined || base > published.version))
    return refuse(problem('not-found', no.noVersion(base, kind, body.id)));
  const author = authorOf(context.actor);
  const authors = (before?.authors ?? []).filter((one) => one.id !== author.id);
  const draft: Draft = {
    id,
    content,
    base,
    version: (before?.version ?? 0) + 1,
    authors: before?.authors.some((one) => one.id === author.id) === true ? before.authors : [...authors, author],
    // Whoever reviews has to see what was written last.
    state: { is: 'draft', returned: before?.state.is === 'draft' ? before.state.returned : null },
    changedBy: author.name,
    changedAt: context.now,
  };
  return kept(draft, ['drafted', kind, body.id]);
}

function submit(
  state: HallState,
  { draft: id, seen, note }: Extract<DraftCommand, { type: 'draft.submit' }>,
  context: StepContext,
): Outcome {
  const found = draftOf(state, id, seen);
  if ('refused' in found) return refuse(found.refused);
  const flawed = contentFlaws(state, found.draft.content);
  if (flawed !== null) return refuse(flawed);
  const by = actorName(context.actor);
  const draft: Draft = { ...found.draft, state: { is: 'review', by, at: context.now, note } };
  return kept(draft, ['submitted', ...subject(draft)], note);
}

function giveBack(
  state: HallState,
  { draft: id, seen, note }: Extract<DraftCommand, { type: 'draft.return' }>,
  context: StepContext,
): Outcome {
  const found = draftOf(state, id, seen);
  if ('refused' in found) return refuse(found.refused);
  if (found.draft.state.is !== 'review') return refuse(problem('conflict', no.notInReview(...subject(found.draft))));
  const returned = { by: actorName(context.actor), note };
  const draft: Draft = { ...found.draft, state: { is: 'draft', returned } };
  return kept(draft, ['gaveBack', ...subject(draft)], note);
}

function publish(
  state: HallState,
  claims: readonly Claim[],
  { draft: id, seen }: Extract<DraftCommand, { type: 'draft.publish' }>,
  context: StepContext,
): Outcome {
  const found = draftOf(state, id, seen);
  if ('refused' in found) return refuse(found.refused);
  const { draft } = found;
  const { actor } = context;
  if (isCurator(actor) && draft.state.is !== 'review')
    return refuse(problem('conflict', no.notReviewedYet(...subject(draft))));
  if (isCurator(actor) && draft.authors.some((author) => author.id === authorOf(actor).id))
    return refuse(problem('not-allowed', no.secondPerson(actorName(actor), ...subject(draft))));
  const flawed = contentFlaws(state, draft.content);
  if (flawed !== null) return refuse(flawed);
  const put = library(state, claims, putOf(draft.content, draft.base), context);
  if (!put.ok) return put;
  const authors = draft.authors.map(({ name }) => name);
  return {
    ...put,
    changes: [...put.changes, { kind: 'draft', id, body: null }],
    deeds: [['published', ...subject(draft), Number(put.answer['version']), authors]],
  };
}

function discard(
  state: HallState,
  { draft: id }: Extract<DraftCommand, { type: 'draft.discard' }>,
  context: StepContext,
): Outcome {
  const draft = state.draft[id];
  if (draft === undefined) return refuse(unknown(id));
  const { actor } = context;
  if (isCurator(actor) && !draft.authors.some((author) => author.id === authorOf(actor).id))
    return refuse(problem('not-allowed', no.draftOfOthers(...subject(draft))));
  return {
    ok: true,
    changes: [{ kind: 'draft', id, body: null }, ...setAside(state, draft)],
    answer: { id },
    deeds: [['discarded', ...subject(draft)]],
  };
}

/** Kept for who did not mean it, or thinks better of it: the newest ones of each scene or show. */
function setAside(state: HallState, draft: Draft): readonly Change[] {
  const id = `${draft.id}@${state.revision + 1}`;
  const older = Object.values(state.discarded).filter((one) => one.draft.id === draft.id);
  const oldest = older.toSorted((a, b) => asideAt(b) - asideAt(a)).slice(keptDiscarded - 1);
  return [
    { kind: 'discarded', id, body: { id, draft } },
    ...oldest.map((one): Change => ({ kind: 'discarded', id: one.id, body: null })),
  ];
}

const asideAt = ({ id }: Discarded): number => Number(id.slice(id.lastIndexOf('@') + 1));

/** The draft again as it was, unless somebody has begun another one since. */
function restore(
  state: HallState,
  { discarded: id }: Extract<DraftCommand, { type: 'draft.restore' }>,
  { actor }: StepContext,
): Outcome {
  const aside = state.discarded[id];
  if (aside === undefined) return refuse(unknown(id.slice(0, id.lastIndexOf('@'))));
  const { draft } = aside;
  if (isCurator(actor) && !draft.authors.some((author) => author.id === authorOf(actor).id))
    return refuse(problem('not-allowed', no.draftOfOthers(...subject(draft))));
  if (state.draft[draft.id] !== undefined) return refuse(problem('conflict', no.draftInTheWay(...subject(draft))));
  return {
    ok: true,
    changes: [
      { kind: 'draft', id: draft.id, body: draft },
      { kind: 'discarded', id, body: null },
    ],
    answer: { id: draft.id, version: draft.version },
    deeds: [['restored', ...subject(draft)]],
  };
}

const isCurator = (actor: Actor): boolean => actor.is === 'person' && actor.role === 'curator';

const subject = ({ content }: Draft): readonly ['scene' | 'show', string] => [content.kind, content.body.id];

function authorOf(actor: Actor): Draft['authors'][number] {
  return { id: actor.is === 'person' || actor.is === 'key' ? actor.id : actor.is, name: actorName(actor) };
}

function kept(draft: Draft, deed: Deed, reason: string | null = null): Outcome {
  return {
    ok: true,
    changes: [{ kind: 'draft', id: draft.id, body: draft }],
    answer: { id: draft.id, version: draft.version },
    deeds: [deed],
    reason,
  };
}

/** The draft as the person saw it, or why they cannot go on from there. */
function draftOf(
  state: HallState,
  id: string,
  seen: number,
): { readonly draft: Draft } | { readonly refused: Problem } {
  const draft = state.draft[id];
  if (draft === undefined) return { refused: unknown(id) };
  return draft.version === seen ? { draft } : { refused: changedInBetween(draft, seen) };
}

function unknown(id: string): Problem {
  const [kind, name = ''] = id.split('/');
  return problem('not-found', no.noDraftAnyMore(kind === 'show' ? 'show' : 'scene', name));
}

function changedInBetween(draft: Draft, seen: number | null): Problem {
  return problem('conflict', no.draftChanged(...subject(draft), draft.changedBy, seen, draft.version), [
    { path: 'version', message: String(draft.version) },
  ]);
}
