import { z } from 'zod';
import { textUpTo } from '../text.ts';
import { defineSceneType } from './scene-type.ts';

/** The hall's own time, cut in stone, by the clock that all its screens share. */
export const ClockParams = z.strictObject({
  title: textUpTo(80).optional(),
  date: z.boolean().default(true),
  /** A mark that goes round once a minute. */
  seconds: z.boolean().default(true),
});
export type ClockParams = z.infer<typeof ClockParams>;

export const clock = defineSceneType({
  type: 'clock',
  title: { kk: 'Сағат', ru: 'Часы', en: 'Clock' },
  params: ClockParams,
  media: () => [],
  span: 'screen',
  interactive: false,
});
