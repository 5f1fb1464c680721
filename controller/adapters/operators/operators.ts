import type { Namespace } from 'socket.io';
import { authorize, type Actor, type HallEngine } from '#core/ports.ts';
import { problem } from '#shared/problem.ts';
import { operatorToController, type ControllerToOperator, type OperatorToController } from '#shared/protocol.ts';

export interface OperatorsOptions {
  readonly namespace: Namespace<OperatorToController, ControllerToOperator>;
  readonly hall: HallEngine;
  readonly actorOf: (cookie: string | undefined) => Actor;
}

const watching = 'watching';

/** Serves `/operators`: the hall's facts to signed-in consoles. Commands come over REST. Returns its stop. */
export function serveOperators({ namespace, hall, actorOf }: OperatorsOptions): () => void {
  namespace.use((socket, next) => {
    const forbidden = authorize(actorOf(socket.handshake.headers.cookie), 'hall.see');
    next(forbidden === null ? undefined : Object.assign(new Error(forbidden.detail), { data: forbidden }));
  });
  namespace.on('connection', (socket) => {
    socket.on('watch', (payload: unknown, ack: unknown) => {
      if (typeof ack !== 'function') return;
      const answer = ack as Parameters<OperatorToController['watch']>[1];
      if (!operatorToController.watch.payload.safeParse(payload).success)
        return answer({ ok: false, problem: problem('invalid', 'watch takes an empty object.') });
      // A session that has ended since the socket was opened sees nothing more.
      const forbidden = authorize(actorOf(socket.handshake.headers.cookie), 'hall.see');
      if (forbidden !== null) return answer({ ok: false, problem: forbidden });
      void socket.join(watching);
      answer({ ok: true, value: hall.facts() });
    });
  });
  const stop = hall.subscribe((news) => {
    const { screens, runs, standbys, applied, changed, incidents, ...rest } = news;
    namespace.to(watching).emit('facts', {
      ...rest,
      at: hall.now(),
      ...(screens === undefined ? {} : { screens: [...screens] }),
      ...(runs === undefined ? {} : { runs: [...runs] }),
      ...(standbys === undefined ? {} : { standbys: [...standbys] }),
      ...(applied === undefined ? {} : { applied: [...applied] }),
      ...(changed === undefined ? {} : { changed: [...changed] }),
      ...(incidents === undefined ? {} : { incidents: [...incidents] }),
    });
  });
  return () => {
    stop();
    namespace.disconnectSockets(true);
  };
}
