import { z } from 'zod';
import { Text } from '../text.ts';
import { MediumId } from './media-id.ts';
import { defineSceneType } from './scene-type.ts';

/** A word cut in stone: its picture, baked ahead, and the word for those who do not see. */
const CarvedWord = z.strictObject({ picture: MediumId, word: z.string().min(1).max(40) });

/** A sunrise over a whole wall of screens: the sun on the bezel, one carved word on each screen of the lowest row. */
export const WallParams = z.strictObject({
  /** From the left, one for each screen of the lowest row. */
  words: z.array(CarvedWord).min(1).max(8),
  /** Below the first word, in the hall's languages in turn. */
  title: Text.optional(),
  /** Below the last word. */
  years: Text.optional(),
});
export type WallParams = z.infer<typeof WallParams>;

export const wall = defineSceneType({
  type: 'wall',
  title: { kk: 'Бейне қабырға', ru: 'Видеостена', en: 'Video wall' },
  params: WallParams,
  media: ({ words }) => words.map(({ picture }) => picture),
  span: 'surface',
  interactive: false,
});
