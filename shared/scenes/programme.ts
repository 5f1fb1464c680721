import { z } from 'zod';
import { textUpTo } from '../text.ts';
import { defineSceneType } from './scene-type.ts';
import { LanguageMs, Languages } from './turns.ts';

/** What is on today, from the plan: what is on now, and what comes. */
export const ProgrammeParams = z.strictObject({
  /** Above the list; "Today" without it. */
  title: textUpTo(80).optional(),
  /** Said where nothing is left today. */
  otherwise: textUpTo(200).optional(),
  languages: Languages.default('screen'),
  languageMs: LanguageMs,
});
export type ProgrammeParams = z.infer<typeof ProgrammeParams>;

export const programme = defineSceneType({
  type: 'programme',
  title: { kk: 'Бағдарлама', ru: 'Программа', en: 'Programme' },
  params: ProgrammeParams,
  media: () => [],
  span: 'screen',
  interactive: false,
});
