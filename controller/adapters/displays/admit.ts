import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { peopleRefusals } from '#shared/words/people-refusals.ts';
import { said } from '#shared/said.ts';
import type { Actor } from '#core/ports.ts';
import { problem, problemFromZod, type Problem } from '#shared/problem.ts';
import { DisplayHandshake, PROTOCOL_VERSION } from '#shared/protocol.ts';

export type Admitted =
  | { readonly ok: true; readonly handshake: DisplayHandshake; readonly actor: Actor }
  | { readonly ok: false; readonly problem: Problem };

/** Who stands before the displays' door, or why they are not let in. */
export function admit(auth: unknown, actorOf: (handshake: DisplayHandshake) => Actor): Admitted {
  const parsed = DisplayHandshake.safeParse(auth);
  if (!parsed.success)
    return {
      ok: false,
      problem: problemFromZod(parsed.error, said('The handshake', 'Приветствие плеера', 'Плеердің амандасуы')),
    };
  const handshake = parsed.data;
  const { protocol } = handshake;
  // The first had none before it.
  const oldest = Math.max(1, PROTOCOL_VERSION - 1);
  if (protocol > PROTOCOL_VERSION || protocol < oldest)
    return {
      ok: false,
      problem: problem('invalid', no.otherProtocol(protocol, PROTOCOL_VERSION)),
    };
  const actor = actorOf(handshake);
  if (handshake.as === 'stranger' || actor.is !== 'stranger') return { ok: true, handshake, actor };
  const what = handshake.as === 'session' ? peopleRefusals.nobodySignedIn() : no.tokenInvalid(handshake.screen);
  return { ok: false, problem: problem('not-signed-in', what) };
}

/** As Socket.IO brings it to whoever knocked. */
export function refusal(why: Problem): Error & { data: Problem } {
  return Object.assign(new Error(why.detail), { data: why });
}
