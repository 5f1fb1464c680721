import type { Log } from '#core/ports.ts';
import type { Pairing } from '../pairing.ts';
import type { DisplaySocket } from './delivery.ts';
import type { createHearing } from './hearing.ts';

/** Hears a player that wants to be paired: by a code that it shows, or by one that it brings. */
export function hearPairing(
  socket: DisplaySocket,
  hear: ReturnType<typeof createHearing>,
  pairing: Pick<Pairing, 'askCode' | 'claimWithCode'>,
  log: Log,
): void {
  const { address } = socket.handshake;
  let forgetCode: () => void = () => undefined;
  hear('pair', (wish, ack) => {
    if (wish.with === 'code') {
      pairing.claimWithCode(address, wish.code).then(
        (claimed) =>
          ack(
            'status' in claimed ? { ok: false, problem: claimed } : { ok: true, value: { is: 'paired', ...claimed } },
          ),
        (error: unknown) => log.error({ error }, 'a pairing failed'),
      );
      return;
    }
    forgetCode();
    const asked = pairing.askCode(address, (paired) => socket.emit('paired', paired));
    if ('status' in asked) return ack({ ok: false, problem: asked });
    forgetCode = asked.forget;
    ack({ ok: true, value: { is: 'waiting', code: asked.code, expiresInMs: asked.expiresInMs } });
  });
  socket.on('disconnect', () => forgetCode());
}
