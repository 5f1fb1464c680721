import { z } from 'zod';
import { MediumId } from './media-id.ts';
import { defineSceneType } from './scene-type.ts';
import { LanguageMs, Languages } from './turns.ts';

const Year = z.int().min(1900).max(2200);

/** Institutions as the poles of a yurt: they rise from its lattice to its ring, and height is time. */
export const StatehoodParams = z
  .strictObject({
    /** Institutions with their milestones (`StateBuilding` in shared/content.ts). */
    data: MediumId,
    /** The height of the lattice and of the ring, in years. */
    first: Year,
    last: Year,
    /** Which institutions to tell, by id and in this order; all of the data otherwise. The structure shows all. */
    institutions: z.array(z.string().min(1).max(80)).min(1).optional(),
    /** How long the structure takes to rise before the telling begins. */
    riseMs: z.int().min(0).max(120_000).default(26_000),
    /** How long a milestone is told. */
    milestoneMs: z.int().min(3000).max(60_000).default(7500),
    /** `alternate` shares a milestone's time among the hall's languages; give it a `milestoneMs` of 12 s or more. */
    languages: Languages.default('screen'),
    languageMs: LanguageMs,
  })
  .refine(({ first, last }) => first < last, { path: ['last'], message: 'the last year comes before the first' });
export type StatehoodParams = z.infer<typeof StatehoodParams>;

export const statehood = defineSceneType({
  type: 'statehood',
  title: { kk: 'Мемлекеттілік', ru: 'Государственность', en: 'Statehood' },
  params: StatehoodParams,
  media: ({ data }) => [data],
  span: 'screen',
  interactive: false,
});
