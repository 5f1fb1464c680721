import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import type { Socket } from 'socket.io';
import type { Actor } from '#core/ports.ts';
import { problem } from '#shared/problem.ts';
import { DisplayHandshake } from '#shared/protocol.ts';

/** Lets those ask for the time who may play or watch: a screen by its token, a person by the session. */
export function clockNamespaceGuard(
  actorOf: (handshake: DisplayHandshake, cookie: string | undefined) => Actor,
): (socket: Socket, next: (error?: Error) => void) => void {
  return (socket, next) => {
    const handshake = DisplayHandshake.safeParse(socket.handshake.auth);
    const actor: Actor = handshake.success
      ? actorOf(handshake.data, socket.handshake.headers.cookie)
      : { is: 'stranger' };
    if (actor.is !== 'stranger') return next();
    const refused = problem('not-signed-in', no.timeForKnown());
    next(Object.assign(new Error(refused.detail), { data: refused }));
  };
}
