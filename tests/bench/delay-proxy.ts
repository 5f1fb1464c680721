import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import type { Link } from '../support/links.ts';
import { seededRandom } from '../support/random.ts';

export interface DelayProxy {
  readonly port: number;
  /** Cuts every connection and refuses new ones. */
  cut(): void;
}

/** A timer is good to 1 ms and a delay must be good to some µs: the rest is waited out, turn by turn. */
const spinMs = 1.5;

/**
 * A TCP proxy that delays what passes, as a link would: each chunk by a random time, never overtaking the one before.
 * Delays are seeded, so that every run meets the same link.
 */
export async function startDelayProxy(options: {
  readonly targetPort: number;
  readonly link: Pick<Link, 'there' | 'back'>;
  readonly seed: number;
}): Promise<DelayProxy> {
  const { targetPort, link, seed } = options;
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (near) => {
    connections += 1;
    const far = connect({ port: targetPort, host: '127.0.0.1', noDelay: true });
    const random = seededRandom(seed * 7919 + connections);
    for (const socket of [near, far]) {
      sockets.add(socket);
      // A connection that breaks takes its other half with it; that is all a link does.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    pipe(near, far, () => link.there(random));
    pipe(far, near, () => link.back(random));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function pipe(from: Socket, to: Socket, delayMs: () => number): void {
  const waiting: { readonly dueMs: number; readonly chunk: Buffer }[] = [];
  let lastDueMs = 0;
  let isWaking = false;

  function wake(): void {
    for (;;) {
      const next = waiting[0];
      if (next === undefined) {
        isWaking = false;
        return;
      }
      const leftMs = next.dueMs - performance.now();
      if (leftMs > spinMs) {
        setTimeout(wake, leftMs - spinMs);
        return;
      }
      if (leftMs > 0) {
        setImmediate(wake);
        return;
      }
      waiting.shift();
      to.write(next.chunk);
    }
  }

  from.on('data', (chunk: Buffer) => {
    lastDueMs = Math.max(lastDueMs, performance.now() + delayMs());
    waiting.push({ dueMs: lastDueMs, chunk });
    if (isWaking) return;
    isWaking = true;
    wake();
  });
  from.on('close', () => to.destroy());
}
