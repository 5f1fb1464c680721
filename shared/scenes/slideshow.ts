import { z } from 'zod';
import { textUpTo } from '../text.ts';
import { Fit, Focus, MediumId } from './media-id.ts';
import { defineSceneType } from './scene-type.ts';
import { Languages } from './turns.ts';

const Slide = z.strictObject({
  image: MediumId,
  focus: Focus.default({ x: 0.5, y: 0.5 }),
  title: textUpTo(120).optional(),
  caption: textUpTo(320).optional(),
  credit: textUpTo(160).optional(),
});

/** Pictures one after the other, each with its words, in step on every screen that shows them. */
export const SlideshowParams = z.strictObject({
  slides: z.array(Slide).min(1).max(100),
  /** From one picture to the next. */
  slideMs: z.int().min(4000).max(600_000).default(14_000),
  fit: Fit.default('contain'),
  motion: z.enum(['none', 'drift']).default('none'),
  /** `alternate` shares each picture's time among the hall's languages; give it a `slideMs` of 24 s or more. */
  languages: Languages.default('screen'),
});
export type SlideshowParams = z.infer<typeof SlideshowParams>;
export type Slide = SlideshowParams['slides'][number];

export const slideshow = defineSceneType({
  type: 'slideshow',
  title: { kk: 'Слайдтар', ru: 'Слайды', en: 'Slides' },
  params: SlideshowParams,
  media: ({ slides }) => [...new Set(slides.map((slide) => slide.image))],
  span: 'surface',
  interactive: false,
});
