import { z } from 'zod';
import { CornerPin } from './corner-pin.ts';
import { OpaqueId, RunId, ScreenId } from './ids.ts';
import { PlanIdentity } from './plan.ts';
import { LightSample } from './proof/luma-grid.ts';

/** How a medium stands that a plan needs and its player has not got: on its way, or why not. */
export const Lack = z.enum(['waiting', 'fetching', 'not-there', 'wrong-content', 'no-room', 'unreachable']);
export type Lack = z.infer<typeof Lack>;
/** A player names at most so many of them, the soonest needed first. */
export const mostLacks = 20;

/** What a player says of itself: every 2 s, and at once when something changes. At most 16 KB. */
export const Report = z.strictObject({
  screen: ScreenId,
  /** Shared time at the player, ms. */
  at: z.number(),
  plan: PlanIdentity.nullable(),
  /** What is on the glass as far as the page can know. */
  shown: z
    .strictObject({
      run: RunId,
      scene: z.string().max(64),
      type: z.string().max(64),
      key: z.string().max(400),
      cue: z.int().min(0),
      positionMs: z.number(),
      language: z.string().max(35),
    })
    .nullable(),
  power: z.enum(['on', 'standby']),
  frames: z.strictObject({
    drawn: z.int().min(0),
    dropped: z.int().min(0),
    refreshHz: z.number().min(0).max(1000).nullable(),
    /** An instant of the display's refresh near `at`, shared time, without the output delay. */
    refreshAt: z.number().nullable().optional(),
  }),
  clock: z.strictObject({
    status: z.string().max(32),
    boundMs: z.number().nullable(),
    roundTripMs: z.number().nullable(),
    /** What messages usually take of late until a page as busy as it is has taken them in, ms. */
    delayMs: z.number().min(0).nullable().optional(),
    /** Raised whenever time was set anew instead of slewed. */
    generation: z.int().min(0).optional(),
    /** How often the machine's wall clock was set, or the machine slept, since the page began. */
    jumps: z.int().min(0).optional(),
  }),
  media: z.strictObject({
    held: z.int().min(0),
    missing: z.array(z.string().max(200)).max(50),
    lacks: z
      .array(z.strictObject({ id: z.string().max(200), how: Lack }))
      .max(mostLacks)
      .optional(),
    /** Until what can be had is here, at the present pace; null while nothing comes. */
    secondsLeft: z.number().nonnegative().nullable().optional(),
  }),
  sound: z.enum(['none', 'playing', 'muted', 'blocked']),
  /** What the page cannot have here, said in words a technician knows, for example `no offline boot`. */
  limits: z.array(z.string().max(64)).max(16),
  errors: z.array(z.strictObject({ at: z.number(), where: z.string().max(200), what: z.string().max(500) })).max(20),
  /** The picture as the page could read it; null or absent where it cannot, as in scenes made of text. */
  light: LightSample.nullable().optional(),
  /** Ids of the overlays that are on. */
  overlays: z.array(OpaqueId).max(50).optional(),
  touch: z
    .strictObject({
      /** Touches since the last report. */
      count: z.int().min(0),
      /** How long one point has been held without moving, ms; 0 where none is. */
      heldMs: z.number().min(0),
      /** How long its touch stays locked for cleaning, ms; absent where it is not. */
      lockedMs: z.number().min(0).optional(),
    })
    .optional(),
  /** The page has not answered its own Worker for this long, and the Worker speaks for it. */
  hungMs: z.number().min(0).optional(),
  page: z.strictObject({
    visible: z.boolean(),
    width: z.int().min(0),
    height: z.int().min(0),
    pixelRatio: z.number(),
    heapBytes: z.number().nullable(),
    longTaskMs: z.number().min(0),
    focused: z.boolean().optional(),
    storage: z
      .strictObject({ usedBytes: z.number().min(0), quotaBytes: z.number().min(0) })
      .nullable()
      .optional(),
    browser: z.string().max(200),
    build: z.string().max(64),
  }),
});
export type Report = z.infer<typeof Report>;

/** A player flipped: which appearance, planned and actual, on the shared clock. Goes into the skew ledger. */
export const Applied = z.strictObject({
  screen: ScreenId,
  run: RunId,
  cue: z.int().min(0),
  plannedAt: z.number(),
  /** The animation frame's timestamp plus the screen's output delay, in shared time. */
  shownAt: z.number(),
  latenessMs: z.number(),
  boundMs: z.number().nullable(),
  droppedFrames: z.int().min(0),
});
export type Applied = z.infer<typeof Applied>;

/** How a player stands with an armed item, or with the next cue of its run. */
export const Readiness = z.strictObject({
  screen: ScreenId,
  /** The standby's id, or the next cue's (shared/next-cue.ts). */
  standby: OpaqueId,
  state: z.discriminatedUnion('is', [
    z.strictObject({
      is: z.literal('ready'),
      boundMs: z.number().nullable(),
      outputDelayMs: z.number(),
      /** An instant of the display's refresh, shared time, without the output delay; and its period. */
      vsyncPhaseMs: z.number().nullable(),
      vsyncPeriodMs: z.number().nullable(),
    }),
    z.strictObject({
      is: z.literal('not-ready'),
      reason: z.enum(['fetching', 'decoding', 'warming', 'missing', 'failed', 'unsynced']),
      seconds: z.number().min(0).nullable(),
    }),
  ]),
});
export type Readiness = z.infer<typeof Readiness>;

/** Corners dragged on the screen's own picture, while a technician has them on trial. */
export const CornersMoved = z.strictObject({
  screen: ScreenId,
  cornerPin: CornerPin,
  act: z.enum(['drag', 'keep', 'give-up']),
});
export type CornersMoved = z.infer<typeof CornersMoved>;

/** A visitor's touch that the hall's rules may answer. */
export const Touch = z.strictObject({
  screen: ScreenId,
  topic: z.string().min(1).max(64),
  value: z.union([z.string().max(200), z.number()]),
});
export type Touch = z.infer<typeof Touch>;
