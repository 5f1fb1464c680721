import { z } from 'zod';
import { textUpTo } from '../text.ts';
import { Fit, Focus, MediumId } from './media-id.ts';
import { defineSceneType } from './scene-type.ts';
import { LanguageMs, Languages } from './turns.ts';

/** One picture, and what it shows in a few words beside it, never over it. */
export const ImageParams = z.strictObject({
  image: MediumId,
  /** `contain` shows all of it, `cover` fills the place it is given. */
  fit: Fit.default('contain'),
  /** What a crop keeps in view. */
  focus: Focus.default({ x: 0.5, y: 0.5 }),
  title: textUpTo(120).optional(),
  caption: textUpTo(320).optional(),
  /** Who made it and whose it is. */
  credit: textUpTo(160).optional(),
  /** `drift`: a slow approach towards the focus and back. */
  motion: z.enum(['none', 'drift']).default('none'),
  languages: Languages.default('screen'),
  languageMs: LanguageMs,
});
export type ImageParams = z.infer<typeof ImageParams>;

export const image = defineSceneType({
  type: 'image',
  title: { kk: 'Сурет', ru: 'Изображение', en: 'Picture' },
  params: ImageParams,
  media: (params) => [params.image],
  span: 'surface',
  interactive: false,
});
