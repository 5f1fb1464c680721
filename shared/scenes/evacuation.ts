import { z } from 'zod';
import { textUpTo } from '../text.ts';
import { defineSceneType } from './scene-type.ts';

/** Clears the hall: built-in words in all of its languages. `text` takes the place of the instruction, not of the heading. */
export const EvacuationParams = z.strictObject({ text: textUpTo(160).optional() });
export type EvacuationParams = z.infer<typeof EvacuationParams>;

export const evacuation = defineSceneType({
  type: 'evacuation',
  title: { kk: 'Эвакуация', ru: 'Эвакуация', en: 'Evacuation' },
  params: EvacuationParams,
  media: () => [],
  span: 'screen',
  interactive: false,
});
