import { z } from 'zod';
import { hungEvent } from './clock/events.ts';
import { clockToController } from './clock/probe.ts';
import { ContentKey } from './drafts.ts';
import { HallDesk, HallFacts, Present, ScreenState } from './facts.ts';
import { HostReport } from './host-report.ts';
import { IncidentView } from './incidents.ts';
import { ScreenId } from './ids.ts';
import { NoticeState } from './notices.ts';
import { OrderDone, PlayerOrder } from './orders.ts';
import { Plan, PlanIdentity } from './plan.ts';
import { PlanPatch } from './plan-patch.ts';
import { Problem } from './problem.ts';
import { Applied, CornersMoved, Readiness, Report, Touch } from './report.ts';
import { SceneViewSchema } from './scene-view.ts';

/** Raised with every change of a payload schema; the schema-hash test insists. The controller also speaks the one before. */
export const PROTOCOL_VERSION = 1;

/** No message is larger than this, in either direction, except a plan (planLimits.bytes). */
export const messageLimitBytes = 512 * 1024;

/** A player that hears nothing for this long reconnects; a screen unheard for this long is not called online. */
export const silenceLimitMs = 6_000;

/** What a player holds after a plan or a patch; screens whose patch did not fit are `stale` and get the full plan. */
const Holding = z.strictObject({ applied: z.array(ScreenId), stale: z.array(ScreenId) });

const ok = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), problem: Problem }),
  ]);

/** What a socket on `/displays` says of itself when it connects. */
export const DisplayHandshake = z.discriminatedUnion('as', [
  /** A paired screen, with its own token. */
  z.object({
    as: z.literal('screen'),
    protocol: z.int(),
    build: z.string().max(64),
    screen: ScreenId,
    token: z.string().max(200),
    /** Kept to come after it, and perhaps in force already: its holder has not heard so far. */
    next: z.string().max(200).optional(),
  }),
  /** A page that plays for unpaired screens, or mirrors, on a person's session (cookie). */
  z.object({ as: z.literal('session'), protocol: z.int(), build: z.string().max(64) }),
  /** The program that keeps a paired screen's browser alive, with the screen's token. */
  z.object({
    as: z.literal('host'),
    protocol: z.int(),
    build: z.string().max(64),
    screen: ScreenId,
    token: z.string().max(200),
    next: z.string().max(200).optional(),
  }),
  /** A new player that wants to be paired; it can do nothing else. */
  z.object({ as: z.literal('stranger'), protocol: z.int(), build: z.string().max(64) }),
]);
export type DisplayHandshake = z.infer<typeof DisplayHandshake>;

/** `screen` and `virtual` players report; `mirror` and `rehearse` never do. */
export const PlayerMode = z.enum(['screen', 'virtual', 'mirror', 'rehearse']);
export type PlayerMode = z.infer<typeof PlayerMode>;

/** Player → controller. Events with an `ack` schema are answered. */
export const displayToController = {
  /**
   * Play for this screen on this socket; `have` is the plan the player still holds. The answer's plan is null where
   * that is the present one. `mode` is what was granted: a screen that somebody plays already can only be mirrored.
   */
  attach: {
    payload: z.strictObject({ screen: ScreenId, mode: PlayerMode, have: PlanIdentity.nullable() }),
    ack: ok(z.strictObject({ mode: PlayerMode, plan: Plan.nullable() })),
  },
  detach: { payload: z.strictObject({ screen: ScreenId }), ack: ok(z.null()) },
  report: { payload: Report },
  applied: { payload: Applied },
  readiness: { payload: Readiness },
  view: { payload: z.strictObject({ screen: ScreenId, view: SceneViewSchema }) },
  touch: { payload: Touch },
  corners: { payload: CornersMoved },
  /** The player has the token that came with `successor` safe on its disk, and uses it from here on. */
  'use-token': { payload: z.strictObject({ screen: ScreenId, token: z.string().max(200) }), ack: ok(z.null()) },
  /** From a player host alone. */
  host: { payload: HostReport },
  /** A stranger asks for a code to show, or brings the one from a one-time URL. */
  pair: {
    payload: z.discriminatedUnion('with', [
      z.strictObject({ with: z.literal('nothing') }),
      z.strictObject({ with: z.literal('code'), code: z.string().max(64) }),
    ]),
    ack: ok(
      z.discriminatedUnion('is', [
        z.strictObject({ is: z.literal('waiting'), code: z.string(), expiresInMs: z.number() }),
        z.strictObject({ is: z.literal('paired'), screen: ScreenId, token: z.string() }),
      ]),
    ),
  },
} as const;

/** Controller → player. */
export const controllerToDisplay = {
  /** A full plan: at a change too large for a patch, or when asked. */
  plan: { payload: z.strictObject({ plan: Plan }), ack: Holding },
  /**
   * One patch for several screens, so that it is encoded once. `screens` names those on this socket that it is for; null
   * is the usual socket with one player.
   */
  patch: { payload: z.strictObject({ screens: z.array(ScreenId).min(1).nullable(), patch: PlanPatch }), ack: Holding },
  /** Somebody else plays for the screen now, or nobody does: from here on the player is what `mode` says. */
  mode: { payload: z.strictObject({ screen: ScreenId, mode: PlayerMode }) },
  /** What a visitor chose, for the mirrors of that screen. */
  view: { payload: z.strictObject({ screen: ScreenId, view: SceneViewSchema }) },
  /** To a player that waits for its pairing. */
  paired: { payload: z.strictObject({ screen: ScreenId, token: z.string() }) },
  /** A token to come after the player's own. Both are good until `use-token`, so that nothing that gets lost locks it out. */
  successor: { payload: z.strictObject({ screen: ScreenId, token: z.string() }) },
  /** Something to do that is not what to show; to the player host where there is one, else to the page. */
  order: { payload: PlayerOrder, ack: OrderDone },
  /** Why the connection is about to end, for the player to show a technician. */
  refused: { payload: z.strictObject({ problem: Problem }) },
  /** The controller carries a newer player: reload when closed or at a scene's boundary. */
  outdated: { payload: z.strictObject({ build: z.string() }) },
  /** Shown to every socket every 2 s so that silence means something. */
  pulse: { payload: z.strictObject({ at: z.number(), revision: z.int() }) },
} as const;

/** What a console says of itself as it connects: a name of its page, the same with each connection. */
export const OperatorHandshake = z.object({
  page: z.string().min(1).max(64),
  /** The build of the page; absent where it is not a built one. */
  build: z.string().max(64).optional(),
});
export type OperatorHandshake = z.infer<typeof OperatorHandshake>;

/** Console → controller. Commands go over REST; the socket brings the hall to the eye. */
export const operatorToController = {
  watch: { payload: z.strictObject({}), ack: ok(HallFacts) },
  /** What the person has open at this console to write in; null: nothing any more. Others are told, and nothing is kept. */
  open: { payload: z.strictObject({ content: ContentKey.nullable() }), ack: ok(z.null()) },
} as const;

/** Controller → console. */
export const controllerToOperator = {
  facts: {
    payload: z.strictObject({
      at: z.number(),
      revision: z.int(),
      screens: z.array(ScreenState).optional(),
      /** Runs, standbys, doors …: each as a whole whenever it changed. */
      ...HallDesk.partial().shape,
      /** Everybody at a console, whenever somebody came, went, or opened something else to write in. */
      people: z.array(Present).optional(),
      applied: z.array(Applied).optional(),
      /** Ids of documents (scene, show, rule, hall …) that changed, or of media of which more is known: views fetch them again. */
      changed: z.array(z.strictObject({ kind: z.string(), id: z.string() })).optional(),
      storage: z.enum(['ok', 'failing']).optional(),
      /** Incidents that were opened, changed or closed. */
      incidents: z.array(IncidentView).optional(),
      /** All ways, whenever something about one changed. */
      notices: z.array(NoticeState).optional(),
    }),
  },
  /** The page is of another build than the controller's; told after `watch`. */
  outdated: { payload: z.strictObject({ build: z.string().max(64) }) },
} as const;

/** Everything that may be said on `/clock`. */
export const toClock = { ...clockToController, [hungEvent]: { payload: Report } } as const;

type Payload<E> = E extends { payload: infer P extends z.ZodType } ? z.infer<P> : never;
type Ack<E> = E extends { ack: infer A extends z.ZodType } ? z.infer<A> : never;

/** Turns an event table into the listener map that Socket.IO's generics want. */
export type Events<T> = {
  [K in keyof T]: T[K] extends { ack: z.ZodType }
    ? (payload: Payload<T[K]>, ack: (answer: Ack<T[K]>) => void) => void
    : (payload: Payload<T[K]>) => void;
};

export type DisplayToController = Events<typeof displayToController>;
export type ControllerToDisplay = Events<typeof controllerToDisplay>;
export type OperatorToController = Events<typeof operatorToController>;
export type ControllerToOperator = Events<typeof controllerToOperator>;
