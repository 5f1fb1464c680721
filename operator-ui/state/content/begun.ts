import { z } from 'zod';
import { ContentKind, contentId } from '#shared/drafts.ts';

const Words = z.record(z.string(), z.string());

/** The form of a new scene or show that was not made yet. */
const NewForm = z.strictObject({
  is: z.literal('new'),
  kind: ContentKind,
  /** The scene's type; a show has none. */
  type: z.string(),
  title: Words,
  /** As it was typed; null: it follows from the title. */
  id: z.string().nullable(),
  /** When it was last written in, ms. */
  at: z.number(),
});
/** The type that the form begins with. */
export const firstType = 'text';
export type NewForm = z.infer<typeof NewForm>;

/** What is wrong with a draft, written to give it back and not sent. */
const ReturnNote = z.strictObject({ is: z.literal('note'), title: Words, note: z.string(), at: z.number() });

/** What was begun beside the editors, and would be lost with the view. */
export const Begun = z.discriminatedUnion('is', [NewForm, ReturnNote]);
export type Begun = z.infer<typeof Begun>;

/** By which it is kept. */
export const formKey = (kind: ContentKind): string => `new/${kind}`;
export const noteKey = (kind: ContentKind, id: string): string => `note/${contentId(kind, id)}`;

export function formIn(begun: ReadonlyMap<string, Begun>, kind: ContentKind): NewForm | null {
  const found = begun.get(formKey(kind));
  return found?.is === 'new' ? found : null;
}

/** Empty: none was written. */
export function noteIn(begun: ReadonlyMap<string, Begun>, kind: ContentKind, id: string): string {
  const found = begun.get(noteKey(kind, id));
  return found?.is === 'note' ? found.note : '';
}

/** Whether nothing of it would be missed. */
export function isEmpty(begun: Begun): boolean {
  if (begun.is === 'note') return begun.note.trim() === '';
  const isUnnamed = Object.values(begun.title).every((text) => text === '');
  return isUnnamed && (begun.id ?? '') === '' && begun.type === firstType;
}
