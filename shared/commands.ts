import { z } from 'zod';
import { Role } from './facts.ts';
import { CornerPin } from './hall.ts';
import { Slug } from './ids.ts';
import { Targets } from './scene.ts';
import { AnnouncementParams } from './scenes/announcement.ts';
import { BlackoutParams } from './scenes/blackout.ts';
import { EvacuationParams } from './scenes/evacuation.ts';
import { overlayParams } from './scenes/overlays.ts';
import { LanguageTag, Text } from './text.ts';

const Reason = z.string().trim().min(1).max(500);

/** Start a scene or a show on targets, now. */
export const TakeBody = z
  .strictObject({
    targets: Targets,
    except: z.array(Slug).optional(),
    scene: Slug.optional(),
    show: Slug.optional(),
    /** Where a show starts: a cue's id. */
    cue: Slug.optional(),
    policy: z.enum(['go', 'critical', 'strict']).optional(),
    critical: z.array(Slug).optional(),
    /** Ends by itself after this many ms; absent: until released, or the show's own end. */
    holdFor: z
      .int()
      .min(1000)
      .max(7 * 24 * 3_600_000)
      .optional(),
    language: LanguageTag.optional(),
    reason: Reason.optional(),
  })
  .refine((body) => (body.scene === undefined) !== (body.show === undefined), {
    message: 'exactly one of scene and show',
    path: ['scene'],
  });
export type TakeBody = z.output<typeof TakeBody>;

export const StandbyBody = z
  .strictObject({
    targets: Targets,
    scene: Slug.optional(),
    show: Slug.optional(),
    cue: Slug.optional(),
    language: LanguageTag.optional(),
  })
  .refine((body) => (body.scene === undefined) !== (body.show === undefined), {
    message: 'exactly one of scene and show',
    path: ['scene'],
  });
export type StandbyBody = z.output<typeof StandbyBody>;

export const JumpBody = z.strictObject({
  cue: Slug,
  positionMs: z
    .number()
    .min(0)
    .max(24 * 3_600_000)
    .optional(),
});

export const RunPatchBody = z
  .strictObject({
    /** ms from now; null: until released. */
    holdFor: z
      .int()
      .min(1000)
      .max(7 * 24 * 3_600_000)
      .nullable()
      .optional(),
    reason: Reason.nullable().optional(),
    language: LanguageTag.nullable().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change');

const slateParams = {
  evacuation: EvacuationParams,
  announcement: AnnouncementParams,
  blackout: BlackoutParams,
} as const;

export const EmergencyBody = z
  .strictObject({
    kind: z.enum(['evacuation', 'announcement', 'blackout']),
    targets: Targets.optional(),
    text: Text.optional(),
  })
  .superRefine(({ kind, text }, refinement) => {
    if (kind === 'announcement' && text === undefined) {
      refinement.addIssue({ code: 'custom', message: 'an announcement needs a text', path: ['text'] });
    } else addTextIssues(refinement, slateParams[kind], text);
  });

export const OverlayBody = z
  .strictObject({
    type: z.enum(['ribbon', 'notice', 'ident']),
    targets: Targets,
    text: Text.optional(),
    holdFor: z
      .int()
      .min(1000)
      .max(24 * 3_600_000)
      .optional(),
  })
  .superRefine(({ type, text }, refinement) => addTextIssues(refinement, overlayParams[type], text));

/** A text that its scene or overlay could not show is refused where it is asked for. */
function addTextIssues(refinement: z.RefinementCtx, params: z.ZodType, text: Text | undefined): void {
  const { error } = params.safeParse(text === undefined ? {} : { text });
  for (const { message, path } of error?.issues ?? []) {
    refinement.addIssue({ code: 'custom', message, path: path.length === 0 ? ['text'] : [...path] });
  }
}

export const CalibrationBody = z
  .strictObject({
    outputDelayMs: z.number().min(0).max(1000).optional(),
    cornerPin: CornerPin.nullable().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change');

export const SoundBody = z
  .strictObject({ level: z.number().min(0).max(1).optional(), muted: z.boolean().optional() })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change');

export const SessionBody = z.union([
  z.strictObject({ name: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
  z.strictObject({ code: z.string().min(1).max(100) }),
]);

export const PersonBody = z.strictObject({
  name: z.string().min(1).max(100),
  role: Role,
  password: z.string().min(8).max(200),
});
