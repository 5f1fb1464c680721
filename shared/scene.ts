import { z } from 'zod';
import { CueNote } from './cue-note.ts';
import { OpaqueId, ScreenId, Slug, TimelineHash } from './ids.ts';
import { LanguageTag, Text } from './text.ts';

/** A file the players hold: named by its path under `config/media`, known by its content. */
export const Medium = z.strictObject({
  id: z.string().min(1).max(200),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  mime: z.string().min(3).max(100),
});
export type Medium = z.infer<typeof Medium>;

/** Languages whose words nobody who speaks them has read yet. */
const Unproofed = z.array(LanguageTag).max(20).optional();

/** What a target shows. `params` is checked by the scene type's own schema (shared/scenes). */
export const Scene = z.strictObject({
  id: Slug,
  version: z.int().min(1).default(1),
  type: Slug,
  title: Text,
  params: z.record(z.string(), z.unknown()),
  /** Absent: the scene has no end of its own. */
  durationMs: z
    .int()
    .min(100)
    .max(24 * 3_600_000)
    .optional(),
  /** Whether one picture spans a surface, or each of its screens shows its own; the type's default otherwise. */
  span: z.enum(['surface', 'screen']).optional(),
  unproofed: Unproofed,
});
export type Scene = z.infer<typeof Scene>;

export const Transition = z.strictObject({
  type: z.enum(['cut', 'dissolve']),
  durationMs: z.int().min(0).max(20_000),
});
export type Transition = z.infer<typeof Transition>;

export const Targets = z.union([Slug.transform((id) => [id]), z.array(Slug).min(1).max(1000)]);

/** With screens that are not ready: the others go, the critical ones must be ready, or all must be. */
export const Policy = z.enum(['go', 'critical', 'strict']);
export type Policy = z.infer<typeof Policy>;

export const Cue = z.strictObject({
  id: Slug,
  title: Text,
  note: CueNote.optional(),
  /** `follow`: starts by itself when the cue before it has run its time; `go`: waits for GO. The first cue starts with the run. */
  trigger: z.enum(['follow', 'go']).default('follow'),
  /** How long until the next cue follows; absent: until GO or the end of the run. */
  durationMs: z
    .int()
    .min(100)
    .max(24 * 3_600_000)
    .optional(),
  transition: Transition.optional(),
  parts: z.array(z.strictObject({ targets: Targets, scene: Slug })).min(1),
  /** Of whoever goes into the cue: by GO, by a jump, by a take. Absent: `critical`. */
  policy: Policy.optional(),
  critical: z.array(Slug).optional(),
});
export type Cue = z.infer<typeof Cue>;

/** What visitors may do while a show runs. */
export const TouchMode = z.enum(['open', 'local', 'locked']);
export type TouchMode = z.infer<typeof TouchMode>;

export const Show = z.strictObject({
  id: Slug,
  version: z.int().min(1).default(1),
  title: Text,
  loop: z.boolean().default(false),
  touch: TouchMode.default('local'),
  listed: z.boolean().default(true),
  solemn: z.boolean().default(false),
  unproofed: Unproofed,
  cues: z.array(Cue).min(1).max(500),
});
export type Show = z.infer<typeof Show>;

/** A scene as a run pinned it: nothing in it changes any more. */
export const SceneInstance = z.strictObject({
  scene: Slug,
  version: z.int(),
  type: Slug,
  title: Text,
  params: z.record(z.string(), z.unknown()),
  media: z.array(Medium),
  durationMs: z.int().optional(),
});
export type SceneInstance = z.infer<typeof SceneInstance>;

/** What a cue puts where: single screens, or the members of one surface under one picture. */
export const TimelinePart = z.strictObject({
  screens: z.array(ScreenId).min(1),
  surface: Slug.optional(),
  /** Key into the timeline's `scenes`. */
  scene: z.string(),
});
export type TimelinePart = z.infer<typeof TimelinePart>;

export const TimelineCue = z.strictObject({
  id: Slug,
  title: Text,
  trigger: z.enum(['follow', 'go']),
  durationMs: z.int().optional(),
  transition: Transition,
  parts: z.array(TimelinePart),
  /** As the cue has them, where it has them; `critical` by screens. */
  policy: Policy.optional(),
  critical: z.array(ScreenId).optional(),
});
export type TimelineCue = z.infer<typeof TimelineCue>;

/** A show or a single scene, compiled for the hall's screens and pinned by content: runs refer to it by hash. */
export const Timeline = z.strictObject({
  hash: TimelineHash,
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('show'), id: Slug, version: z.int() }),
    z.strictObject({ kind: z.literal('scene'), id: Slug, version: z.int() }),
    z.strictObject({ kind: z.literal('slate'), id: Slug, version: z.int() }),
  ]),
  title: Text,
  loop: z.boolean(),
  touch: TouchMode,
  solemn: z.boolean(),
  scenes: z.record(z.string(), SceneInstance),
  cues: z.array(TimelineCue).min(1),
});
export type Timeline = z.infer<typeof Timeline>;

/**
 * How a run's position moves: position = `at + rate · (t − zero)`, counted from the start of cue number `cue`.
 * Times in ms of shared time; `rate` 0 holds, 1 plays.
 */
export const Segment = z.strictObject({
  zero: z.number(),
  at: z.number().min(0),
  rate: z.union([z.literal(0), z.literal(1)]),
  cue: z.int().min(0),
});
export type Segment = z.infer<typeof Segment>;

/** What wins where runs overlap, from the top. */
export const layers = ['emergency', 'maintenance', 'manual', 'closed', 'visitor', 'scheduled', 'ambient'] as const;
export const Layer = z.enum(layers);
export type Layer = z.infer<typeof Layer>;

export const Power = z.enum(['on', 'standby']);
export type Power = z.infer<typeof Power>;

/** `grid` is a test picture; the others leave the scene to be seen. */
export const OverlayType = z.enum(['ribbon', 'notice', 'ident', 'grid']);

/** Something over a scene that never restarts what is beneath it. */
export const Overlay = z.strictObject({
  id: OpaqueId,
  type: OverlayType,
  from: z.number(),
  until: z.number().nullable(),
  params: z.record(z.string(), z.unknown()),
  /** While it lasts, nothing beneath it sounds. */
  silent: z.boolean().optional(),
});
export type Overlay = z.infer<typeof Overlay>;
