import { z } from 'zod';
import { Slug } from './ids.ts';
import { textUpTo, type Text } from './text.ts';

const most = 2000;

/** What whoever runs a show reads before a cue. A string is of one language, which is not said: so it was written first. */
export const CueNote = z.union([z.string().max(most), textUpTo(most)]);
export type CueNote = z.infer<typeof CueNote>;

/** What is to be read before the cues of a show, those that have something. */
export const CueNotes = z.array(z.strictObject({ cue: Slug, note: CueNote }));
export type CueNotes = z.infer<typeof CueNotes>;

export function notesOf(
  show: { readonly cues: readonly { readonly id: string; readonly note?: CueNote | undefined }[] } | undefined,
): CueNotes {
  return (show?.cues ?? []).flatMap(({ id: cue, note }) => (note === undefined ? [] : [{ cue, note }]));
}

/** The note by language; one that names none is taken for that whose letters it has, of those that the hall has. */
export function noteTexts(note: CueNote | undefined, order: readonly string[]): Text {
  if (note === undefined || note === '') return {};
  if (typeof note !== 'string') return note;
  const letters = /[әғқңөұүһі]/i.test(note) ? 'kk' : /[а-яё]/i.test(note) ? 'ru' : 'en';
  return { [order.includes(letters) ? letters : (order[0] ?? letters)]: note };
}
