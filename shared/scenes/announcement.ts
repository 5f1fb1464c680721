import { z } from 'zod';
import { textUpTo } from '../text.ts';
import { defineSceneType } from './scene-type.ts';

/** What is said to everybody, so that it can be read from where they stand. */
export const AnnouncementText = textUpTo(400);

/** Words for everybody in the hall, in all of its languages at once. */
export const AnnouncementParams = z.strictObject({ text: AnnouncementText });
export type AnnouncementParams = z.infer<typeof AnnouncementParams>;

export const announcement = defineSceneType({
  type: 'announcement',
  title: { kk: 'Хабарландыру', ru: 'Объявление', en: 'Announcement' },
  params: AnnouncementParams,
  media: () => [],
  span: 'screen',
  interactive: false,
});
