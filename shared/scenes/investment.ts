import { z } from 'zod';
import { MediumId } from './media-id.ts';
import { defineSceneType } from './scene-type.ts';
import { LanguageMs, Languages } from './turns.ts';

const Year = z.int().min(1900).max(2200);

/** Foreign investment as a chart that grows year by year, and what was agreed and counted on the way. */
export const InvestmentParams = z
  .strictObject({
    /** Flows and entries (`StateBuilding` in shared/content.ts). */
    data: MediumId,
    /** The ends of the axis. */
    first: Year,
    last: Year,
    /** How long a year's amount stands. */
    yearMs: z.int().min(800).max(60_000).default(2200),
    /** How long an entry is told. */
    entryMs: z.int().min(3000).max(60_000).default(9000),
    /** `alternate` shares an entry's time among the hall's languages; give it an `entryMs` of 12 s or more. */
    languages: Languages.default('screen'),
    /** Years are too short to be shared: each language has some of them. */
    languageMs: LanguageMs,
  })
  .refine(({ first, last }) => first < last, { path: ['last'], message: 'the last year comes before the first' });
export type InvestmentParams = z.infer<typeof InvestmentParams>;

export const investment = defineSceneType({
  type: 'investment',
  title: { kk: 'Инвестиция', ru: 'Инвестиции', en: 'Investment' },
  params: InvestmentParams,
  media: ({ data }) => [data],
  span: 'screen',
  interactive: false,
});
