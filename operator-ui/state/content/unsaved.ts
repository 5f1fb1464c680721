import { z } from 'zod';
import { ContentKind, type Content } from '#shared/drafts.ts';
import type { Scene, Show } from '#shared/scene.ts';
import { bodyOf, type Listed } from './listed.ts';

const Words = z.record(z.string(), z.string());

/** As much of a document as an editor needs to show it again; what the hall would refuse is kept all the same. */
const SceneLike = z.looseObject({ id: z.string(), title: Words, type: z.string(), params: z.looseObject({}) });
const ShowLike = z.looseObject({
  id: z.string(),
  title: Words,
  cues: z.array(
    z.looseObject({
      id: z.string(),
      title: Words,
      parts: z.array(z.looseObject({ targets: z.array(z.string()), scene: z.string() })),
    }),
  ),
});

/** What a person has written in a scene or show and the hall has not got. */
export const Unsaved = z
  .strictObject({
    kind: ContentKind,
    body: z.looseObject({}),
    /** The published version it was made from; null: there was none. */
    base: z.int().nullable(),
    /** The version of the draft that it was written over; null: there was none. */
    seen: z.int().nullable(),
    /** When it was last written in, ms. */
    at: z.number(),
    /** Why the hall did not take it when it was sent last; null: it was not sent. */
    why: z.string().nullable(),
  })
  .refine(({ kind, body }) => (kind === 'scene' ? SceneLike : ShowLike).safeParse(body).success)
  // The cast holds: it was checked above as far as an editor goes by it.
  .transform((kept) => kept as Omit<typeof kept, 'body'> & { body: Scene | Show });
export type Unsaved = z.output<typeof Unsaved>;

/** What was written in this line of the library, over the draft that it has now. */
export function writtenIn(one: Listed, before: Unsaved | null, body: Scene | Show, at: number): Unsaved {
  // What it is laid over stays what it was: if somebody saves in between, the hall has to notice.
  if (before !== null) return { ...before, body, at };
  return { kind: one.kind, body, ...standOf(one), at, why: null };
}

/** What the next save would be laid over. */
export function standOf({ draft, published }: Listed): Pick<Unsaved, 'base' | 'seen'> {
  return { base: draft?.base ?? published?.version ?? null, seen: draft?.version ?? null };
}

/** What became of the draft while somebody wrote; `is: 'mine'`: nothing. */
export type Overtaken =
  | { readonly is: 'mine' }
  /** Somebody saved theirs. */
  | { readonly is: 'saved'; readonly by: string; readonly at: number }
  /** It was published or discarded; what was written over is no draft any more. */
  | { readonly is: 'gone' };

export function overtaken({ draft }: Listed, { seen }: Unsaved): Overtaken {
  if (seen === (draft?.version ?? null)) return { is: 'mine' };
  return draft === null ? { is: 'gone' } : { is: 'saved', by: draft.changedBy, at: draft.changedAt };
}

/** The library with a line for each document that only an unsaved edit is left of. */
export function withUnsaved(listed: readonly Listed[], unsaved: ReadonlyMap<string, Unsaved>): readonly Listed[] {
  const known = new Set(listed.map(({ key }) => key));
  const lost = [...unsaved].filter(([key]) => !known.has(key));
  return [
    ...listed,
    ...lost.map(([key, { kind, body }]): Listed => ({ key, kind, id: body.id, published: null, draft: null })),
  ];
}

/** What an editor shows: what was written here, or what the hall has. */
export const shownOf = (one: Listed, unsaved: Unsaved | null): Scene | Show | null => unsaved?.body ?? bodyOf(one);

/** The cast holds: a line of the library and its body are of one kind. */
export const contentOf = ({ kind }: Pick<Listed, 'kind'>, body: Scene | Show): Content => ({ kind, body }) as Content;
