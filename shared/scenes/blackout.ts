import { z } from 'zod';
import { AnnouncementText } from './announcement.ts';
import { defineSceneType } from './scene-type.ts';

/** Nothing but black. A text may come with the emergency that asked for it; it is not shown. */
export const BlackoutParams = z.strictObject({ text: AnnouncementText.optional() });
export type BlackoutParams = z.infer<typeof BlackoutParams>;

export const blackout = defineSceneType({
  type: 'blackout',
  title: { kk: 'Қараңғылау', ru: 'Затемнение', en: 'Blackout' },
  params: BlackoutParams,
  media: () => [],
  span: 'screen',
  interactive: false,
});
