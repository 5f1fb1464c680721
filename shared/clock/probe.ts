import { z } from 'zod';

/** Player → controller: the player's monotonic clock just before sending, ms. */
export const Probe = z.strictObject({ t1: z.number() });
export type Probe = z.infer<typeof Probe>;

/** Controller → player: shared time when the probe came and when the answer left, ms. A new `epoch` starts afresh. */
export const ProbeReply = z.object({ t2: z.number(), t3: z.number(), epoch: z.string().min(1).max(64) });
export type ProbeReply = z.infer<typeof ProbeReply>;

/** The clock's part of what is said on `/clock`; the table is in the protocol. */
export const clockToController = { probe: { payload: Probe, ack: ProbeReply } } as const;
