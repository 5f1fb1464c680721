import { z } from 'zod';
import { Slug } from '../ids.ts';
import { MediumId } from './media-id.ts';
import { defineSceneType } from './scene-type.ts';

const Common = z.object({
  /** Folder of the baked relief under `config/media`. */
  relief: MediumId,
  /** Medium with the chapters' texts. */
  chapters: MediumId,
  /** Which groups of the frieze, in the order the light visits them; their ids are in the relief's `relief.json`. */
  groups: z.array(Slug).min(1).max(60),
  /** `flat`: the drawn stone. `carved`: masks and light alone, for a wall that is really carved. */
  ground: z.enum(['flat', 'carved']).default('flat'),
  captions: z.boolean().default(true),
  /** `screen`: words in the screen's language. `alternate`: in each of the hall's in turn, in equal parts of a chapter. */
  languages: z.enum(['screen', 'alternate']).default('screen'),
  /** How long the light stays with a chapter, ms. */
  chapterMs: z.int().min(6000).max(120_000).default(14_000),
});

/** What the light does: tells the chapters in turn, drifts over the wall, or stays with one chapter. */
export const ReliefParams = z.discriminatedUnion('mode', [
  Common.extend({ mode: z.literal('chapters') }).strict(),
  Common.extend({ mode: z.literal('drift') }).strict(),
  Common.extend({ mode: z.literal('chapter'), chapter: z.string().min(1).max(80) }).strict(),
]);
export type ReliefParams = z.infer<typeof ReliefParams>;

/** Pictures of the whole wall: in its own dim light, and lit from either side. */
export const wallPictures = ['wall-dim', 'wall-left', 'wall-right'] as const;

/** A group lit as the light arrives, and as it leaves. */
export const groupPictures = ['arriving', 'leaving'] as const;

export const wallData = ({ relief }: Pick<ReliefParams, 'relief'>): string => `${relief}/relief.json`;
export const stoneData = ({ relief }: Pick<ReliefParams, 'relief'>): string => `${relief}/stone.field`;
export const picture = ({ relief }: Pick<ReliefParams, 'relief'>, name: string): string => `${relief}/${name}.webp`;

/** Media of a relief, by naming alone: everything it may need on any machine, since nobody knows which will show it. */
function media(params: ReliefParams): readonly string[] {
  const data = [wallData(params), params.chapters];
  if (params.ground === 'carved') return [...data, ...params.groups.map((group) => picture(params, `${group}-mask`))];
  const lit = params.groups.flatMap((group) => groupPictures.map((side) => picture(params, `${group}-${side}`)));
  return [...data, stoneData(params), ...wallPictures.map((name) => picture(params, name)), ...lit];
}

export const relief = defineSceneType({
  type: 'relief',
  title: { kk: 'Барельеф', ru: 'Барельеф', en: 'Bas-relief' },
  params: ReliefParams,
  media,
  span: 'surface',
  interactive: false,
});
