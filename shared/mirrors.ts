import { z } from 'zod';
import { Rect } from './hall.ts';
import { ScreenId } from './ids.ts';
import { Plan } from './plan.ts';

/** No more live pictures than this on one console, drawn no more often than every `everyMs`. */
export const mirrorLimits = { live: 16, kept: 48, everyMs: 200 } as const;

/** Console → its page of mirrors: which screens to show where, CSS px of the window; the first ones matter most. */
export const MirrorsWanted = z.strictObject({
  is: z.literal('mirrors-wanted'),
  mirrors: z.array(z.strictObject({ screen: ScreenId, rect: Rect })).max(1000),
});
export type MirrorsWanted = z.infer<typeof MirrorsWanted>;

/** Console → its page of previews (`/mirrors/?preview`): the plans to play there; they are not the hall's. */
export const PreviewPlans = z.strictObject({ is: z.literal('preview-plans'), plans: z.array(Plan).max(1000) });
export type PreviewPlans = z.infer<typeof PreviewPlans>;

/** Page of mirrors → console: what can be seen, and since when a picture that is not live any more stands still. */
export const MirrorsShown = z.strictObject({
  is: z.literal('mirrors-shown'),
  mirrors: z.array(z.strictObject({ screen: ScreenId, stillSince: z.number().nullable() })),
});
export type MirrorsShown = z.infer<typeof MirrorsShown>;

/** Page of mirrors → console: it listens from here on. */
export const MirrorsReady = z.strictObject({ is: z.literal('mirrors-ready') });
