import { z } from 'zod';
import { Slug } from './ids.ts';
import { Cue, Scene, Show, Targets } from './scene.ts';
import { LanguageTag, Text } from './text.ts';

/** What is drafted, published and kept in versions: a scene or a show. */
export const ContentKind = z.enum(['scene', 'show']);
export type ContentKind = z.infer<typeof ContentKind>;

export const Content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scene'), body: Scene }),
  z.strictObject({ kind: z.literal('show'), body: Show }),
]);
export type Content = z.infer<typeof Content>;

/** What is being written may have gaps that nothing published has: no title yet, a cue without a scene or a place. */
const UnfinishedText = z.record(LanguageTag, z.string().max(4000));
const Place = z.string().max(64);
const UnfinishedCue = Cue.extend({
  title: UnfinishedText,
  parts: z
    .array(
      z.strictObject({
        targets: z.union([Place.transform((id) => [id]), z.array(Place).max(1000)]),
        scene: z.string().max(64),
      }),
    )
    .max(1000),
});
export const Unfinished = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scene'), body: Scene.extend({ title: UnfinishedText }) }),
  z.strictObject({
    kind: z.literal('show'),
    body: Show.extend({ title: UnfinishedText, cues: z.array(UnfinishedCue).max(500) }),
  }),
]);

/** Names a document of the library, and its draft: `scene/sunrise`. */
export const contentId = (kind: ContentKind, id: string): string => `${kind}/${id}`;
export const ContentKey = z
  .string()
  .max(70)
  .regex(/^(scene|show)\/[a-z0-9]+(-[a-z0-9]+)*$/, 'a scene or a show, for example "scene/sunrise"');

const Author = z.strictObject({ id: z.string(), name: z.string() });

/** A change of a scene or show that is not on any screen yet; at most one for each. */
export const Draft = z.strictObject({
  id: z.string(),
  content: Unfinished,
  /** The published version it was made from; null: there was none. */
  base: z.int().min(1).nullable(),
  /** Counts its savings, so that two editors notice each other. */
  version: z.int().min(1),
  /** Everybody who had a hand in it, the first one first. */
  authors: z.array(Author).min(1),
  state: z.discriminatedUnion('is', [
    z.strictObject({
      is: z.literal('draft'),
      returned: z.strictObject({ by: z.string(), note: z.string() }).nullable(),
    }),
    z.strictObject({ is: z.literal('review'), by: z.string(), at: z.number(), note: z.string().nullable() }),
  ]),
  changedBy: z.string(),
  changedAt: z.number(),
});
export type Draft = z.infer<typeof Draft>;

/** A draft that somebody threw away: the journal brings it back. */
export const Discarded = z.strictObject({
  /** The draft's, and the hall's revision that threw it away: `scene/sunrise@41`. */
  id: z.string(),
  draft: Draft,
});
export type Discarded = z.infer<typeof Discarded>;
export const DiscardedKey = z
  .string()
  .max(90)
  .regex(/^(scene|show)\/[a-z0-9]+(-[a-z0-9]+)*@\d+$/, 'a discarded draft, for example "scene/sunrise@41"');
export const RestoreBody = z.strictObject({ discarded: DiscardedKey });

/** A version of a scene or show as it was published once. */
export const Edition = z.strictObject({
  id: z.string(),
  content: Content,
  /** `found`: it was there before the hall kept versions. */
  how: z.enum(['edited', 'published', 'imported', 'found']),
  /** Who drafted it, where it was a draft. */
  authors: z.array(z.string()),
  by: z.string().nullable(),
  at: z.number(),
});
export type Edition = z.infer<typeof Edition>;

const note = z.string().trim().min(1).max(1000);

export const DraftBody = z.strictObject({
  document: z.looseObject({}),
  base: z.int().min(1).nullable(),
  /** The draft's version that the editor had; null: there was none. */
  version: z.int().min(1).nullable(),
});
export const ReviewBody = z.strictObject({ version: z.int().min(1), note: note.optional() });
export const ReturnBody = z.strictObject({ version: z.int().min(1), note });
export const PublishBody = z.strictObject({ version: z.int().min(1) });

/** What a draft would look like on these targets. */
export const PreviewBody = z.strictObject({
  content: Content,
  targets: Targets,
  cue: Slug.optional(),
  language: LanguageTag.optional(),
});

/** One user of a document: what it is, and its id. */
export const User = z.strictObject({
  kind: z.enum(['show', 'scene', 'rule', 'exception', 'touch rule', 'draft', 'run']),
  id: z.string(),
});
export type User = z.infer<typeof User>;

/** A user as people see it. */
export const UserView = User.extend({
  /** What people call it; null: only its id is known. */
  title: Text.nullable(),
  /** Of what is shown or armed: who holds it, and from when to when, ms; `from` is null while it is only armed. */
  held: z
    .strictObject({ owner: z.string().nullable(), from: z.number().nullable(), until: z.number().nullable() })
    .optional(),
});
export type UserView = z.infer<typeof UserView>;

export const OneContent = z.strictObject({ kind: ContentKind, id: Slug });
