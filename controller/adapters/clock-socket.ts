import type { Namespace, Socket } from 'socket.io';
import { createBudget } from './budget.ts';
import { probeEvent } from '#shared/clock/events.ts';
import { Probe, type ProbeReply } from '#shared/clock/probe.ts';

/** What the probes are answered with. */
export interface ProbeTime {
  /** Shared time, ms. */
  now(): number;
  epoch(): string;
}

/** Several times what the clock ever asks: 20 probes at once, 20 a second. */
const limits = { burst: 200, perSecond: 100 };

/** Answers the clock's probes on a namespace. Whoever may connect there may ask. Returns its stop. */
export function attachClock(namespace: Namespace, time: ProbeTime): () => void {
  const serve = (socket: Socket): void => {
    const budget = createBudget(limits, time.now());
    socket.on(probeEvent, (payload: unknown, reply: unknown) => {
      // First, so that what follows counts as the controller's own time and not as the link's.
      const t2 = time.now();
      if (!budget.spend(t2)) return;
      if (typeof reply !== 'function' || !Probe.safeParse(payload).success) return;
      const epoch = time.epoch();
      (reply as (answer: ProbeReply) => void)({ t2, t3: time.now(), epoch });
    });
  };
  namespace.on('connection', serve);
  return () => {
    namespace.off('connection', serve);
    namespace.disconnectSockets();
  };
}
