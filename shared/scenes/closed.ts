import { z } from 'zod';
import { Text } from '../text.ts';
import { defineSceneType } from './scene-type.ts';

/** The hall outside its opening hours: the night sky in the crown of a yurt, almost dark, and a name. */
export const ClosedParams = z.strictObject({ title: Text.optional() });
export type ClosedParams = z.infer<typeof ClosedParams>;

export const closed = defineSceneType({
  type: 'closed',
  title: { kk: 'Жабық', ru: 'Закрыто', en: 'Closed' },
  params: ClosedParams,
  media: () => [],
  span: 'screen',
  interactive: false,
});
