import type { Actor } from '#core/ports.ts';
import { problem, problemFromZod, type Problem } from '#shared/problem.ts';
import { DisplayHandshake, PROTOCOL_VERSION } from '#shared/protocol.ts';

export type Admitted =
  | { readonly ok: true; readonly handshake: DisplayHandshake; readonly actor: Actor }
  | { readonly ok: false; readonly problem: Problem };

/** Who stands before the displays' door, or why they are not let in. */
export function admit(auth: unknown, actorOf: (handshake: DisplayHandshake) => Actor): Admitted {
  const parsed = DisplayHandshake.safeParse(auth);
  if (!parsed.success) return { ok: false, problem: problemFromZod(parsed.error, 'The handshake') };
  const handshake = parsed.data;
  const { protocol } = handshake;
  if (protocol !== PROTOCOL_VERSION && protocol !== PROTOCOL_VERSION - 1)
    return {
      ok: false,
      problem: problem(
        'invalid',
        `The player speaks protocol ${protocol}, the controller ${PROTOCOL_VERSION}. Reload it.`,
      ),
    };
  const actor = actorOf(handshake);
  if (handshake.as === 'stranger' || actor.is !== 'stranger') return { ok: true, handshake, actor };
  const what =
    handshake.as === 'session'
      ? 'Nobody is signed in here.'
      : `The token of screen ${handshake.screen} is not valid any more. Pair the player again.`;
  return { ok: false, problem: problem('not-signed-in', what) };
}

/** As Socket.IO brings it to whoever knocked. */
export function refusal(why: Problem): Error & { data: Problem } {
  return Object.assign(new Error(why.detail), { data: why });
}
