import { z } from 'zod';
import { Fit, Focus, MediumId } from './media-id.ts';
import { defineSceneType } from './scene-type.ts';

/** A film, locked to the hall's time: every screen shows the same frame, whenever it joined. */
export const VideoParams = z.strictObject({
  video: MediumId,
  /** Begins again at its end, without a gap; otherwise its last frame stays. */
  loop: z.boolean().default(false),
  fit: Fit.default('contain'),
  focus: Focus.default({ x: 0.5, y: 0.5 }),
});
export type VideoParams = z.infer<typeof VideoParams>;

export const video = defineSceneType({
  type: 'video',
  title: { kk: 'Бейне', ru: 'Видео', en: 'Video' },
  params: VideoParams,
  media: (params) => [params.video],
  span: 'surface',
  interactive: false,
});
