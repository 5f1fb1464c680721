import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import type { Link } from '../support/links.ts';
import { seededRandom } from '../support/random.ts';
import { atTime } from './at-time.ts';

export interface DelayProxy {
  readonly port: number;
  /** Cuts every connection and refuses new ones. */
  cut(): void;
}

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
  let lastDueMs = 0;
  from.on('data', (chunk: Buffer) => {
    lastDueMs = Math.max(lastDueMs, performance.now() + delayMs());
    atTime(lastDueMs, () => to.write(chunk));
  });
  from.on('close', () => to.destroy());
}
