import { z } from 'zod';

/** The ways in which people and other systems are told of incidents when they are not at a console. */
export const NoticeWay = z.enum(['mail', 'webhook']);
export type NoticeWay = z.infer<typeof NoticeWay>;

/** How one way does. Times in ms of shared time. */
export const NoticeState = z.strictObject({
  way: NoticeWay,
  /** Events of incidents that nobody has taken from us yet. */
  waiting: z.int().min(0),
  /** Events that found no room while they waited, since the hall's data began. */
  lost: z.int().min(0),
  /** Since when, how often and why the last attempts failed; null where the last one went well. */
  failing: z.strictObject({ since: z.number(), attempts: z.int(), why: z.string().max(300) }).nullable(),
});
export type NoticeState = z.infer<typeof NoticeState>;
