import { z } from 'zod';
import { MediumId } from './media-id.ts';
import { defineSceneType } from './scene-type.ts';
import { LanguageMs, Languages } from './turns.ts';

/** Diplomatic relations spreading over the world by date, organisations among them, and the count with its date. */
export const DiplomacyParams = z.strictObject({
  /** Relations, organisations and figures (`Diplomacy` in shared/content.ts). */
  data: MediumId,
  /** How long a state is told. */
  relationMs: z.int().min(800).max(60_000).default(1800),
  /** How long an organisation is told, and the move of the capital. */
  organisationMs: z.int().min(2000).max(60_000).default(5500),
  /** How long the count stands at the end. */
  countMs: z.int().min(4000).max(120_000).default(18_000),
  /** `alternate` shares an organisation's time among the hall's languages; give it an `organisationMs` of 12 s or more. */
  languages: Languages.default('screen'),
  /** States are told too shortly to be shared: each language has some of them. */
  languageMs: LanguageMs,
});
export type DiplomacyParams = z.infer<typeof DiplomacyParams>;

export const diplomacy = defineSceneType({
  type: 'diplomacy',
  title: { kk: 'Дипломатия', ru: 'Дипломатия', en: 'Diplomacy' },
  params: DiplomacyParams,
  media: ({ data }) => [data],
  span: 'screen',
  interactive: false,
});
