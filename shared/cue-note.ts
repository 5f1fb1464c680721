import { z } from 'zod';
import { textUpTo, type Text } from './text.ts';

const most = 2000;

/** What whoever runs a show reads before a cue. A string is of one language, which is not said: so it was written first. */
export const CueNote = z.union([z.string().max(most), textUpTo(most)]);
export type CueNote = z.infer<typeof CueNote>;

/** The note by language; one that names none is taken for that whose letters it has, of those that the hall has. */
export function noteTexts(note: CueNote | undefined, order: readonly string[]): Text {
  if (note === undefined || note === '') return {};
  if (typeof note !== 'string') return note;
  const letters = /[әғқңөұүһі]/i.test(note) ? 'kk' : /[а-яё]/i.test(note) ? 'ru' : 'en';
  return { [order.includes(letters) ? letters : (order[0] ?? letters)]: note };
}
