import { z } from 'zod';

/**
 * A sentence in every language of the console. A language that is missing does not compile. English is what programs
 * and logs get; names that people gave stand in it as they are.
 */
export const Said = z.strictObject({ en: z.string(), ru: z.string(), kk: z.string() });
export type Said = Readonly<z.infer<typeof Said>>;

export const said = (en: string, ru: string, kk: string): Said => ({ en, ru, kk });

/** What needs no words: a name, a number, a program's own text. */
export const asIs = (text: string): Said => said(text, text, text);

/** Several sentences as one, with `between` between them. */
export function joined(all: readonly Said[], between: string): Said {
  const of = (language: keyof Said): string => all.map((one) => one[language]).join(between);
  return said(of('en'), of('ru'), of('kk'));
}
