import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from 'node:http';
import { createServer as createNetServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import type { Log } from '#core/ports.ts';
import { isLoopback, placeOf } from '../address.ts';
import type { KeyedCertificate } from './certificate.ts';
import { refuseOpenRequest } from './open-request.ts';

export interface DoorLimits {
  /** Until the whole head of a request has to be there, and until the whole request. */
  readonly headMs: number;
  readonly requestMs: number;
  /** Connections at once from one place on the network; this machine itself has no limit. */
  readonly perPlace: number;
  readonly connections: number;
}

export const usualLimits: DoorLimits = { headMs: 10_000, requestMs: 60_000, perPlace: 128, connections: 4_000 };

export interface DoorOptions {
  /** Speaks TLS on the same port as well, and to other machines nothing else; null: HTTP for everybody. */
  readonly certificate: KeyedCertificate | null;
  readonly handler: RequestListener;
  readonly limits?: DoorLimits;
  readonly log: Log;
}

export interface Doors {
  /** For Socket.IO. Never listens itself: connections are handed to it. */
  readonly http: HttpServer;
  /** The port it listens on. Rejects with what the system says. */
  listen(port: number, host: string): Promise<number>;
  close(): Promise<void>;
}

const tlsHandshake = 0x16;

/** One port for everything. The first byte of a connection tells whether it speaks TLS. */
export function openDoors({ certificate, handler, limits = usualLimits, log }: DoorOptions): Doors {
  const { headMs, requestMs, perPlace, connections } = limits;
  const http = createHttpServer(
    {
      headersTimeout: headMs,
      requestTimeout: requestMs,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: Math.min(2_000, headMs / 4),
      maxHeaderSize: 16 * 1024,
    },
    certificate === null ? handler : refuseOpenRequest(handler),
  );
  const tls = certificate === null ? null : tlsInto(http, certificate, headMs);
  const open = new Set<Socket>();
  const byPlace = new Map<string, number>();

  const front = createNetServer({ noDelay: true, keepAlive: true }, (socket) => {
    const place = placeOf(socket.remoteAddress);
    const here = (byPlace.get(place) ?? 0) + 1;
    // A connection that ends badly is nobody's trouble; whoever reads from it hears of it.
    socket.on('error', () => socket.destroy());
    if (here > perPlace && !isLoopback(socket.remoteAddress)) {
      if (here === perPlace + 1) log.warn({ place, perPlace }, 'too many connections from one place; more are closed');
      socket.destroy();
      return;
    }
    open.add(socket);
    byPlace.set(place, here);
    socket.once('close', () => {
      open.delete(socket);
      const left = (byPlace.get(place) ?? 1) - 1;
      if (left === 0) byPlace.delete(place);
      else byPlace.set(place, left);
    });
    if (tls === null) http.emit('connection', socket);
    else sortOut(socket, http, tls, headMs);
  });
  front.maxConnections = connections;

  return {
    http,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        front.once('error', reject);
        front.listen(port, host, () => {
          front.off('error', reject);
          // It starts to look for requests that come too slowly when it believes that it listens.
          http.emit('listening');
          resolve((front.address() as AddressInfo).port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        front.close(() => resolve());
        http.close();
        for (const socket of open) socket.destroy();
      }),
  };
}

/** Waits for the first byte, and gives the connection to who understands it. */
function sortOut(socket: Socket, http: HttpServer, tls: TlsServer, patienceMs: number): void {
  const tooLate = setTimeout(() => socket.destroy(), patienceMs);
  socket.once('close', () => clearTimeout(tooLate));
  socket.once('data', (first: Buffer) => {
    clearTimeout(tooLate);
    socket.pause();
    socket.unshift(first);
    (first[0] === tlsHandshake ? tls : http).emit('connection', socket);
    process.nextTick(() => socket.resume());
  });
}

function tlsInto(http: HttpServer, { certificate, key }: KeyedCertificate, handshakeTimeout: number): TlsServer {
  const tls = createTlsServer({ cert: certificate, key, minVersion: 'TLSv1.2', handshakeTimeout });
  tls.on('secureConnection', (socket) => http.emit('connection', socket));
  // A stranger who cannot shake hands is no trouble of ours.
  tls.on('tlsClientError', (_error, socket) => socket.destroy());
  return tls;
}
