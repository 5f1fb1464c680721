import type { ProbeReply } from './probe.ts';

/** What is said on `/clock`. The clock's Worker reads this and no schema: a page that starts waits for it. */

/** Asks for shared time; the answer is Socket.IO's acknowledgement, a single message. */
export const probeEvent = 'probe';
/** From the clock's Worker of a paired screen: the page's last report while the page itself hangs. */
export const hungEvent = 'hung';

/** A controller's answer to a probe, or null where it is none; as the schema `ProbeReply` has it. */
export function readReply(answer: unknown): ProbeReply | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { t2, t3, epoch } = answer as Readonly<Record<keyof ProbeReply, unknown>>;
  if (!Number.isFinite(t2) || !Number.isFinite(t3) || typeof epoch !== 'string') return null;
  if (epoch.length < 1 || epoch.length > 64) return null;
  return { t2: t2 as number, t3: t3 as number, epoch };
}
