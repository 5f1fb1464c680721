import { contentId, type Content } from '#shared/drafts.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import type { Scene, Show } from '#shared/scene.ts';
import type { Speech } from '../speech.ts';
import type { DraftSeen } from '../../controllers/drafts.ts';

/** One line of the library: what is published, what is drafted, or both. */
export interface Listed {
  /** `scene/…` or `show/…`. */
  readonly key: string;
  readonly kind: Content['kind'];
  readonly id: string;
  readonly published: Scene | Show | null;
  readonly draft: DraftSeen | null;
}

/** What is to be edited: the draft where there is one. */
export const bodyOf = ({ draft, published }: Listed): Scene | Show | null => draft?.content.body ?? published;

/** Scenes, then shows, each with its draft, in the order of their ids. */
export function listedOf(
  scenes: readonly Scene[],
  shows: readonly Show[],
  drafts: readonly DraftSeen[],
): readonly Listed[] {
  const listed = new Map<string, Listed>();
  const add = (kind: Content['kind'], published: Scene | Show): void => {
    const key = contentId(kind, published.id);
    listed.set(key, { key, kind, id: published.id, published, draft: null });
  };
  for (const scene of scenes) add('scene', scene);
  for (const show of shows) add('show', show);
  for (const draft of drafts) {
    const { kind, body } = draft.content;
    const known = listed.get(draft.id);
    listed.set(draft.id, { key: draft.id, kind, id: body.id, published: known?.published ?? null, draft });
  }
  return [...listed.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Scenes, then shows, each by its title as it was written last, in the person's language. */
export function inOrder(
  listed: readonly Listed[],
  { byTitle }: Pick<Speech, 'byTitle'>,
  unsaved: ReadonlyMap<string, { readonly body: Scene | Show }> = new Map(),
): readonly Listed[] {
  const titled = listed.map((one) => {
    const { title = {} } = unsaved.get(one.key)?.body ?? bodyOf(one) ?? {};
    return { one, id: one.id, title };
  });
  return titled
    .toSorted((a, b) => (a.one.kind === b.one.kind ? byTitle(a, b) : a.one.kind < b.one.kind ? -1 : 1))
    .map(({ one }) => one);
}

export type Filter = 'all' | 'scene' | 'show' | 'draft';

/**
 * Those with every word of the query in their id, their type or their title in any language. What is `unsaved`, by key,
 * counts as a draft.
 */
export function found(
  listed: readonly Listed[],
  query: string,
  filter: Filter,
  unsaved: ReadonlyMap<string, { readonly body: Scene | Show }> = new Map(),
): readonly Listed[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return listed.filter((one) => {
    const written = unsaved.get(one.key);
    const isDraft = one.draft !== null || written !== undefined;
    if (filter === 'draft' ? !isDraft : filter !== 'all' && one.kind !== filter) return false;
    const body = written?.body ?? bodyOf(one);
    const type = body !== null && 'type' in body ? sceneType(body.type) : undefined;
    const texts = [one.id, type?.type ?? '', ...Object.values(type?.title ?? {}), ...Object.values(body?.title ?? {})];
    const text = texts.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Languages of the hall in which some text of the document says nothing. */
export function gapsOf(document: unknown, order: readonly string[]): readonly string[] {
  const missing = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value as readonly unknown[]) look(one);
    else if (typeof value === 'object' && value !== null) {
      const keys = Object.keys(value);
      if (keys.length > 0 && keys.every((key) => order.includes(key)))
        for (const tag of order) if (!keys.includes(tag)) missing.add(tag);
      for (const one of Object.values(value) as readonly unknown[]) look(one);
    }
  };
  look(document);
  return order.filter((tag) => missing.has(tag));
}

/** An id that is free, made of this one: `steppe-2`. */
export function freeId(listed: readonly Listed[], kind: Content['kind'], id: string): string {
  const taken = new Set(listed.map(({ key }) => key));
  const base = id.replace(/-\d+$/, '').slice(0, 56);
  for (let number = 2; ; number += 1) if (!taken.has(contentId(kind, `${base}-${number}`))) return `${base}-${number}`;
}
