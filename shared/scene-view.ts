import { z } from 'zod';

/** What a visitor chose on an interactive scene; at most 1 KB, drives the mirror in the console. */
export const SceneViewSchema = z.strictObject({
  language: z.string().max(35).optional(),
  textSize: z.enum(['normal', 'large']).optional(),
  lowReach: z.boolean().optional(),
  /** Scene-specific selection, for example the open year or region. */
  selection: z.record(z.string().max(40), z.union([z.string().max(120), z.number(), z.boolean(), z.null()])).optional(),
  /** Shared time of the last touch, ms; absent while the scene is in attract. */
  touchedAt: z.number().optional(),
});
export type SceneView = z.infer<typeof SceneViewSchema>;
