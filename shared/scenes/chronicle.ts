import { z } from 'zod';
import { Category } from '../content.ts';
import { MediumId } from './media-id.ts';
import { defineSceneType } from './scene-type.ts';

const Year = z.int().min(1900).max(2200);

/** The years of independence, one after the other, told from one field of life; a visitor leafs through all of them. */
export const ChronicleParams = z
  .strictObject({
    /** A list of events (shared/content.ts). */
    data: MediumId,
    /** The field this panel tells; the others are shown beside it once somebody touches. */
    category: Category,
    first: Year,
    last: Year,
    /** How long a year stands while nobody touches. Panels side by side need the same value. */
    yearMs: z.int().min(4000).max(120_000).default(10_000),
  })
  .refine(({ first, last }) => first <= last, { path: ['last'], message: 'the last year comes before the first' });
export type ChronicleParams = z.infer<typeof ChronicleParams>;

export const chronicle = defineSceneType({
  type: 'chronicle',
  title: { kk: 'Шежіре', ru: 'Хроника', en: 'Chronicle' },
  params: ChronicleParams,
  media: ({ data }) => [data],
  span: 'screen',
  interactive: true,
});
