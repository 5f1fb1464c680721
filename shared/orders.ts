import { z } from 'zod';
import { ScreenId } from './ids.ts';
import { Said } from './said.ts';
import { ProblemCode, type Problem } from './problem.ts';

/** What a technician can have a player do that is not what it shows: that is always the plan's. */
export const PlayerAct = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('reload') }),
  /** Forget everything fetched, then load anew. */
  z.strictObject({ is: z.literal('clear-cache') }),
  z.strictObject({ is: z.literal('restart-player') }),
  z.strictObject({ is: z.literal('reboot') }),
  z.strictObject({ is: z.literal('screenshot') }),
  z.strictObject({ is: z.literal('brightness'), level: z.number().min(0).max(1) }),
  z.strictObject({ is: z.literal('volume'), level: z.number().min(0).max(1) }),
  /** Serve another controller, once it has been seen to answer. */
  z.strictObject({ is: z.literal('controller'), url: z.url({ protocol: /^https?$/ }).max(300) }),
]);
export type PlayerAct = z.infer<typeof PlayerAct>;

export const PlayerOrder = z.strictObject({ screen: ScreenId, act: PlayerAct });
export type PlayerOrder = z.infer<typeof PlayerOrder>;

/** What came of an order, from whoever carried it out. */
export const OrderDone = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** One plain sentence. */
    said: z.string().max(300),
    /** A JPEG as base64, for a screenshot. */
    picture: z.string().max(400_000).optional(),
  }),
  z.strictObject({ ok: z.literal(false), code: ProblemCode, said: z.string().max(300) }),
]);
export type OrderDone = z.infer<typeof OrderDone>;

/** The same as the controller passes it on. */
export type OrderAnswer = Extract<OrderDone, { readonly ok: true }> | { readonly ok: false; readonly problem: Problem };

/** `POST /api/screens/:id/actions`: an act of the player, or one that goes through the plan. */
export const ActionBody = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('identify'), holdFor: z.int().min(5_000).max(3_600_000).default(30_000) }),
  z.strictObject({ act: z.literal('test-grid'), holdFor: z.int().min(5_000).max(3_600_000).default(300_000) }),
  z.strictObject({ act: z.literal('touch-off') }),
  z.strictObject({ act: z.literal('touch-on') }),
  z.strictObject({ act: z.literal('quarantine') }),
  z.strictObject({ act: z.literal('release') }),
  ...(['reload', 'clear-cache', 'restart-player', 'reboot', 'screenshot'] as const).map((act) =>
    z.strictObject({ act: z.literal(act) }),
  ),
  z.strictObject({ act: z.literal('brightness'), level: z.number().min(0).max(1) }),
  z.strictObject({ act: z.literal('volume'), level: z.number().min(0).max(1) }),
  z.strictObject({ act: z.literal('controller'), url: z.url({ protocol: /^https?$/ }).max(300) }),
]);
export type ActionBody = z.infer<typeof ActionBody>;

/** How long an answer waits for the screen itself to be seen to have done it, after its player has said that it will. */
export const actionPatienceMs = {
  plan: 6_000,
  player: 10_000,
  reload: 20_000,
  restart: 60_000,
  reboot: 60_000,
} as const;
/** A player host takes a screenshot or starts a browser; a page answers at once. */
export const orderPatienceMs = 20_000;
/** Whoever asked for an action hears by then what came of it; before this it is too early to call the hall silent. */
export const actionAnswerMs = orderPatienceMs + Math.max(...Object.values(actionPatienceMs)) + 10_000;

/** The answer to an action. */
export const ActionAnswer = z.strictObject({
  act: z.string(),
  /** Whether the screen itself was seen to have done it. */
  confirmed: z.boolean(),
  afterMs: z.number(),
  said: z.string(),
  /** The same in each language of the console. */
  words: Said.optional(),
  picture: z.string().optional(),
});
export type ActionAnswer = z.infer<typeof ActionAnswer>;
