import { z } from 'zod';
import { defineSceneType } from './scene-type.ts';

/** Which screen this is, and whether its picture is whole: number, name, grid, steps of grey, a hand on shared time. */
export const IdentParams = z.strictObject({});
export type IdentParams = z.infer<typeof IdentParams>;

export const ident = defineSceneType({
  type: 'ident',
  title: { kk: 'Сынақ торы', ru: 'Настроечная сетка', en: 'Test grid' },
  params: IdentParams,
  media: () => [],
  span: 'screen',
  interactive: false,
});
