import { contentId, type Content, type Edition } from '#shared/drafts.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Show } from '#shared/scene.ts';
import type { Command } from './command.ts';
import type { Change, HallState } from './state.ts';

/** So many versions of a scene or show are kept, the newest ones. */
const keptEditions = 40;

/** All that is kept of one scene or show, the newest first. */
export function editionsOf(state: HallState, kind: Content['kind'], id: string): readonly Edition[] {
  return Object.values(state.edition)
    .filter(({ content }) => content.kind === kind && content.body.id === id)
    .toSorted((a, b) => revisionOf(b) - revisionOf(a));
}

/** A show as it was in this version; undefined: neither the library nor what is kept has it. */
export function showIn(state: HallState, id: string, version: number): Show | undefined {
  const now = state.show[id];
  if (now?.version === version) return now;
  const kept = editionsOf(state, 'show', id).find(({ content }) => content.body.version === version);
  return kept?.content.kind === 'show' ? kept.content.body : undefined;
}

/** The hall's revision that made it. */
export const revisionOf = ({ id }: Pick<Edition, 'id'>): number => Number(id.slice(id.lastIndexOf('@') + 1));

/**
 * What has to be kept when scenes or shows change: each as it is now, as it was where nothing knows that yet, and no
 * more than the newest ones. An import into an empty hall keeps nothing: what it brought is kept when it changes.
 */
export function editions(
  state: HallState,
  command: Command['type'],
  act: { readonly by: string; readonly at: number },
  changes: readonly Change[],
): readonly Change[] {
  return changes.flatMap((change): readonly Change[] => {
    if (change.kind !== 'scene' && change.kind !== 'show') return [];
    const { kind, id } = change;
    const before = state[kind][id];
    if (before === undefined && command === 'hall.import') return [];
    const known = editionsOf(state, kind, id);
    const made: Edition[] = [];
    const now = contentOf(change);
    if (now !== null) {
      const draft = command === 'draft.publish' ? state.draft[contentId(kind, id)] : undefined;
      made.push({
        id: `${contentId(kind, id)}@${state.revision + 1}`,
        content: now,
        how: command === 'hall.import' ? 'imported' : draft === undefined ? 'edited' : 'published',
        authors: draft?.authors.map(({ name }) => name) ?? [],
        by: act.by,
        at: act.at,
      });
    }
    const newest = known[0]?.content.body;
    if (before !== undefined && (newest === undefined || canonicalJson(newest) !== canonicalJson(before))) {
      const content = { kind, body: before } as Content;
      const foundId = `${contentId(kind, id)}@${state.revision}`;
      made.push({ id: foundId, content, how: 'found', authors: [], by: null, at: act.at });
    }
    const tooOld = known.slice(Math.max(0, keptEditions - made.length));
    return [
      ...made.map((body): Change => ({ kind: 'edition', id: body.id, body })),
      ...tooOld.map((body): Change => ({ kind: 'edition', id: body.id, body: null })),
    ];
  });
}

function contentOf(change: Extract<Change, { kind: 'scene' | 'show' }>): Content | null {
  if (change.body === null) return null;
  return change.kind === 'scene' ? { kind: 'scene', body: change.body } : { kind: 'show', body: change.body };
}
