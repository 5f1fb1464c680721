import { z } from 'zod';
import { Text, textUpTo } from '../text.ts';
import { defineSceneType } from './scene-type.ts';

/** The exhibition's name, cut large, with an introduction and, if wanted, what is on today. */
export const TitleParams = z.strictObject({
  title: Text,
  subtitle: textUpTo(40).optional(),
  lead: textUpTo(240).optional(),
  figure: z.enum(['shanyraq', 'sun', 'none']).default('shanyraq'),
  programme: z.boolean().default(false),
});
export type TitleParams = z.infer<typeof TitleParams>;

export const title = defineSceneType({
  type: 'title',
  title: { kk: 'Атау', ru: 'Название', en: 'Title' },
  params: TitleParams,
  media: () => [],
  span: 'screen',
  interactive: false,
});
