import { z } from 'zod';
import type { Overlay } from '../scene.ts';
import { textUpTo } from '../text.ts';

/** A black ribbon over a corner; `text` says what the day is for. */
export const RibbonParams = z.strictObject({ text: textUpTo(120).optional() });
export type RibbonParams = z.infer<typeof RibbonParams>;

/** A quiet band of text, for example "closing in 15 minutes". */
export const NoticeParams = z.strictObject({ text: textUpTo(160) });
export type NoticeParams = z.infer<typeof NoticeParams>;

/** Number, name and corner marks over whatever runs; `link` becomes a code for a technician's phone. */
export const IdentOverlayParams = z.strictObject({
  link: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
});
export type IdentOverlayParams = z.infer<typeof IdentOverlayParams>;

/** A test picture over whatever runs. */
export const GridOverlayParams = z.strictObject({});

/** The params of each overlay type, checked where an overlay is asked for and once more where it is drawn. */
export const overlayParams = {
  ribbon: RibbonParams,
  notice: NoticeParams,
  ident: IdentOverlayParams,
  grid: GridOverlayParams,
} as const satisfies Record<Overlay['type'], z.ZodType>;
