import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Mirror } from './mirror.ts';

export interface Served {
  readonly port: number;
  stop(): Promise<void>;
}

const isPage = (path: string): boolean => /^\/(display|assets|media)\/[\w./-]*$/.test(path) && !path.includes('..');

/**
 * Serves the player on this machine's loopback alone: its files from the mirror, its sockets through to the controller.
 * @param prepare what has to be done once the port is this player's, before anything is answered on it
 */
export async function serveLoopback(
  port: number,
  mirror: Mirror,
  controller: () => string,
  prepare: () => Promise<void>,
): Promise<Served> {
  let isReady = false;
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    if (!isReady) {
      request.socket.destroy();
      return;
    }
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (request.method !== 'GET' || !isPage(path)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Only the player is here: /display/');
      return;
    }
    answer(path, response).catch((error: unknown) => {
      console.error(`${path} could not be served: ${String(error)}`);
      response.writeHead(500).end();
    });
  });

  async function answer(path: string, response: ServerResponse): Promise<void> {
    const found = await mirror.get(path);
    if (found === null) {
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', refresh: '5' }).end(waiting);
      return;
    }
    const isFixed = !path.startsWith('/display/');
    const caching = isFixed ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, { ...found.headers, 'content-type': found.type, 'cache-control': caching }).end(found.body);
  }
  server.on('upgrade', (request: IncomingMessage, near: Duplex, head: Buffer) => {
    if (!isReady) {
      near.destroy();
      return;
    }
    sockets.add(near);
    near.on('close', () => sockets.delete(near));
    passOn(request, near, head, controller());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  await prepare();
  isReady = true;
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Passes a WebSocket through as it is; the controller sees its own name, and this machine's address. */
function passOn(request: IncomingMessage, near: Duplex, head: Buffer, controller: string): void {
  const url = new URL(request.url ?? '/', controller);
  const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const onward = ask(url, { headers: { ...request.headers, host: url.host, origin: url.origin } });
  onward.on('upgrade', (answer, far, farHead) => {
    const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}`);
    near.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
    if (farHead.length > 0) near.write(farHead);
    if (head.length > 0) far.write(head);
    near.pipe(far).pipe(near);
    for (const end of [near, far]) end.on('error', () => end.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  // Refused or unreachable: the player tries again by itself.
  onward.on('response', () => near.destroy());
  onward.on('error', () => near.destroy());
  near.on('error', () => onward.destroy());
  onward.end();
}

const waiting = `<!doctype html><meta charset="utf-8"><title>…</title><style>html{background:#0b0e10}</style>`;
