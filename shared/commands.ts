import { z } from 'zod';
import { Role } from './facts.ts';
import { CornerPin } from './corner-pin.ts';
import { OpaqueId, Slug } from './ids.ts';
import { OverlayType, Policy, Targets } from './scene.ts';
import { AnnouncementParams } from './scenes/announcement.ts';
import { BlackoutParams } from './scenes/blackout.ts';
import { EvacuationParams } from './scenes/evacuation.ts';
import { overlayParams } from './scenes/overlays.ts';
import { LanguageTag, Text } from './text.ts';

const Reason = z.string().trim().min(1).max(500);

/** Of an answer to a command: the hall's revision with it. */
export const revisionHeader = 'Hall-Revision';

/** How far ahead a take can be set, ms: what is farther off belongs in the schedule. */
export const takeAheadMs = 24 * 3_600_000;

/** Start a scene or a show on targets, now or at a time. */
export const TakeBody = z
  .strictObject({
    targets: Targets,
    except: z.array(Slug).optional(),
    scene: Slug.optional(),
    show: Slug.optional(),
    /** Where a show starts: a cue's id. */
    cue: Slug.optional(),
    /** When it begins, however the screens stand by then, as the schedule does; absent: now. */
    at: z.iso.datetime({ offset: true, error: 'an instant such as "2026-12-16T09:30:00Z"' }).optional(),
    /** Absent: as the cue says. */
    policy: Policy.optional(),
    /** Absent: those that the cue names. */
    critical: z.array(Slug).optional(),
    /** What GO was pressed for: where it is armed no more, nothing happens. */
    standby: OpaqueId.optional(),
    /** Ends by itself so many ms after it has begun; absent: until released, or the show's own end. */
    holdFor: z
      .int()
      .min(1000)
      .max(7 * 24 * 3_600_000)
      .optional(),
    language: LanguageTag.optional(),
    /** May be missing only where it lies over nothing that somebody else holds. */
    reason: Reason.optional(),
  })
  .refine((body) => (body.scene === undefined) !== (body.show === undefined), {
    message: 'exactly one of scene and show',
    path: ['scene'],
  })
  .refine((body) => body.at === undefined || [body.policy, body.critical, body.standby].every((one) => !one), {
    message: 'nothing that waits for screens: a take at a time waits for none',
    path: ['at'],
  });
export type TakeBody = z.output<typeof TakeBody>;

export const StandbyBody = z
  .strictObject({
    targets: Targets,
    scene: Slug.optional(),
    show: Slug.optional(),
    cue: Slug.optional(),
    language: LanguageTag.optional(),
    /** What GO will say with it: for how long, ms, and why. */
    holdFor: z
      .int()
      .min(1000)
      .max(7 * 24 * 3_600_000)
      .optional(),
    reason: Reason.optional(),
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
  /** Absent: as the cue says. */
  policy: Policy.optional(),
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
    /** An exercise: the same slates, told apart in the journal. */
    drill: z.boolean().optional(),
  })
  .superRefine(({ kind, text }, refinement) => {
    if (kind === 'announcement' && text === undefined) {
      refinement.addIssue({ code: 'custom', message: 'an announcement needs a text', path: ['text'] });
    } else addTextIssues(refinement, slateParams[kind], text);
  });

export const OverlayBody = z
  .strictObject({
    type: OverlayType,
    targets: Targets,
    text: Text.optional(),
    /** For an ident: the address that its code leads to. */
    link: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .optional(),
    holdFor: z
      .int()
      .min(1000)
      .max(24 * 3_600_000)
      .optional(),
  })
  .superRefine(({ type, text }, refinement) => addTextIssues(refinement, overlayParams[type], text))
  .refine(({ type, link }) => link === undefined || type === 'ident', {
    message: 'only an ident shows a link',
    path: ['link'],
  });

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
    /** Broken glass: scenes ask visitors to use the next panel. */
    touchOff: z.boolean().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change');

export const SoundBody = z
  .strictObject({ level: z.number().min(0).max(1).optional(), muted: z.boolean().optional() })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change');

const Password = z.string().min(1).max(200);
/** Chosen by a person: long enough, and not one key held down. */
export const NewPassword = z
  .string()
  .min(8, 'at least 8 characters')
  .max(200)
  .refine((password) => new Set(password).size >= 5, 'at least 5 different characters');
export const NewPin = z
  .string()
  .regex(/^\d{4,8}$/, '4 to 8 digits')
  .refine((pin) => new Set(pin).size >= 3, 'at least 3 different digits');
export const CleaningPinBody = z.strictObject({ pin: NewPin });

export const SessionBody = z.union([
  z.strictObject({
    name: z.string().min(1).max(100),
    password: Password,
    /** Six digits from the authenticator, or a recovery code; for people who set one up. */
    secondFactor: z.string().min(1).max(32).optional(),
  }),
  z.strictObject({ code: z.string().min(1).max(100) }),
  /** On a paired tablet, which knows the person by id. */
  z.strictObject({ person: OpaqueId, pin: z.string().min(1).max(8) }),
]);
export type SessionBody = z.output<typeof SessionBody>;

export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u, 'letters, digits and signs, on one line');
const Zones = z.array(Slug).min(1).max(100).nullable();

export const PersonBody = z.strictObject({
  name: PersonName,
  role: Role,
  /** The zones they are limited to; null, or absent: the whole hall. */
  zones: Zones.default(null),
  /** Absent: they sign in first with a link that an admin makes. */
  password: NewPassword.optional(),
});

export const PersonPatchBody = z
  .strictObject({
    name: PersonName.optional(),
    role: Role.optional(),
    zones: Zones.optional(),
    /** Let in no more, and their sessions end; until this is false again. */
    disabled: z.boolean().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'nothing to change');

export const PasswordBody = z.strictObject({ current: Password.optional(), password: NewPassword });
export const SecondFactorBody = z.strictObject({ code: z.string().regex(/^\d{6}$/, 'six digits') });
export const PinBody = z.strictObject({ password: Password, pin: NewPin });
export const ConfirmBody = z.strictObject({ password: Password });
export const TabletBody = z.strictObject({ name: PersonName });
