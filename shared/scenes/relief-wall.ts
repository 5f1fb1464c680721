import { z } from 'zod';
import { Slug } from '../ids.ts';

const Px = z.number().min(-2000).max(20_000);

/** Chapters that the frieze shows together, and where the light finds them. Lengths in px of the wall. */
export const ReliefGroup = z.strictObject({
  id: Slug,
  /** Ids of the chapters, in the order they are told. */
  chapters: z.array(z.string().min(1).max(80)).min(1),
  fromX: Px,
  untilX: Px,
  focusY: Px,
  /** Colour of its light, linear RGB. */
  colour: z.tuple([z.number(), z.number(), z.number()]),
  /** Which quiet part of the wall its words stand on. */
  caption: Slug,
});
export type ReliefGroup = z.infer<typeof ReliefGroup>;

const Rect = z.strictObject({ x: Px, y: Px, width: Px, height: Px });

/** `relief.json`: what a baked relief says of itself. Its pictures and its stone lie beside it. */
export const ReliefWall = z.strictObject({
  widthPx: z.int().min(100).max(20_000),
  heightPx: z.int().min(100).max(20_000),
  captions: z.record(Slug, Rect),
  groups: z.array(ReliefGroup).min(1).max(60),
});
export type ReliefWall = z.infer<typeof ReliefWall>;
