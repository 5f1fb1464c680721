import { z } from 'zod';
import { textUpTo } from '../text.ts';
import { defineSceneType } from './scene-type.ts';
import { LanguageMs } from './turns.ts';

/** A few words for everybody who passes: a title and what there is to say, without a picture. */
export const TextParams = z.strictObject({
  title: textUpTo(120),
  /** A line above the title: where one is, or what it is about. */
  kicker: textUpTo(60).optional(),
  text: textUpTo(600).optional(),
  /** Whose words they are, below a quotation. */
  credit: textUpTo(120).optional(),
  /** `two`: the hall's next language beside the screen's own. */
  languages: z.enum(['screen', 'alternate', 'two']).default('screen'),
  languageMs: LanguageMs,
});
export type TextParams = z.infer<typeof TextParams>;

export const text = defineSceneType({
  type: 'text',
  title: { kk: 'Мәтін', ru: 'Текст', en: 'Text' },
  params: TextParams,
  media: () => [],
  span: 'screen',
  interactive: false,
});
