import { z } from 'zod';

/** A BCP 47 tag such as `kk`, `ru`, `zh` or `kk-Latn`. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a BCP 47 tag, for example "kk" or "kk-Latn"');

/** Text for visitors: one entry per language, at least one. */
export const Text = z
  .record(LanguageTag, z.string().min(1).max(4000))
  .refine((text) => Object.keys(text).length > 0, 'at least one language');
export type Text = z.infer<typeof Text>;

/** A {@link Text} of at most `most` characters in each language, for what has to fit its place on a wall. */
export function textUpTo(most: number): z.ZodType<Text, Text> {
  return Text.refine((text) => Object.values(text).every((one) => one.length <= most), {
    message: `at most ${most} characters in each language`,
  });
}

/**
 * The text in the wanted language, or in the first language of the hall's order that has it.
 * `order` is the hall's fallback order; the result says which language it is, for the `lang` attribute.
 */
export function pickText(
  text: Text,
  wanted: string,
  order: readonly string[],
): { readonly text: string; readonly language: string } {
  for (const language of [wanted, ...order, ...Object.keys(text)]) {
    const found = text[language];
    if (found !== undefined) return { text: found, language };
  }
  return { text: '', language: wanted };
}
