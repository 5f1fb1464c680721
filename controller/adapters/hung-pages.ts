import type { Namespace, Socket } from 'socket.io';
import type { Actor, ScreensPort } from '#core/ports.ts';
import { hungEvent } from '#shared/clock/events.ts';
import { DisplayHandshake } from '#shared/protocol.ts';
import { Report } from '#shared/report.ts';

/** A hanging page is spoken for every 2 s; whoever says more is not heard. */
const leastMs = 1_000;

/** Hears, on the clock's namespace, what a Worker says for its page while that hangs. Returns its stop. */
export function hearHung(
  namespace: Namespace,
  actorOf: (handshake: DisplayHandshake, cookie: string | undefined) => Actor,
  hall: Pick<ScreensPort, 'report'>,
): () => void {
  const serve = (socket: Socket): void => {
    const handshake = DisplayHandshake.safeParse(socket.handshake.auth);
    const actor = handshake.success ? actorOf(handshake.data, undefined) : null;
    if (actor?.is !== 'screen') return;
    let heardAt = -Infinity;
    socket.on(hungEvent, (payload: unknown) => {
      const now = performance.now();
      const report = Report.safeParse(payload);
      const isFit = report.success && report.data.screen === actor.screen && (report.data.hungMs ?? 0) > 0;
      if (!isFit || now - heardAt < leastMs) return;
      heardAt = now;
      hall.report(report.data);
    });
  };
  namespace.on('connection', serve);
  return () => void namespace.off('connection', serve);
}
