import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import type { Namespace, Socket } from 'socket.io';
import type { HallEngine } from '#core/ports.ts';
import { problem } from '#shared/problem.ts';

/** What lets people and screens in; a change of any may close a way that a socket came by. */
const entranceKinds = new Set(['session', 'person', 'screenToken', 'tablet', 'apiKey']);
/** For what ends by itself: sessions. */
const lookEveryMs = 15_000;

/**
 * Ends sockets whose session, token or person is gone: at once when it is taken away, soon when it runs out.
 * `isStill` says whether a socket may still be there. Returns its stop.
 */
export function endClosed(
  engine: Pick<HallEngine, 'onDecided'>,
  namespaces: readonly Namespace[],
  isStill: (socket: Socket) => boolean,
): () => void {
  const look = (): void => {
    for (const namespace of namespaces)
      for (const socket of namespace.sockets.values())
        if (!isStill(socket)) {
          socket.emit('refused', {
            problem: problem('not-signed-in', no.sessionEnded()),
          });
          socket.disconnect(true);
        }
  };
  const stop = engine.onDecided((changed) => {
    if (changed.some(({ kind }) => entranceKinds.has(kind))) look();
  });
  const timer = setInterval(look, lookEveryMs);
  return () => {
    stop();
    clearInterval(timer);
  };
}
