import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { WebSocketServer, type WebSocket } from 'ws';

/** What is measured of one broadcast to all. */
export interface Broadcast {
  /** Bytes of one encoded packet. */
  readonly bytes: number;
  /** Sends once to all; resolves when the last answer is in, with the time in which the sending call itself was busy. */
  send(): Promise<{ readonly callMs: number }>;
  stop(): Promise<void>;
}

/** Socket.IO alone: one namespace, everybody in a room of their own, a broadcast with acknowledgements. */
export async function bareSocketIo(payload: unknown, connectTo: (url: string) => Promise<void>): Promise<Broadcast> {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
  const namespace = server.of('/displays');
  const clock = server.of('/clock');
  clock.on('connection', () => undefined);
  namespace.on('connection', (socket) => {
    socket.on('attach', ({ screen }: { screen: string }, ack: (answer: unknown) => void) => {
      void socket.join(`alone:${screen}`);
      ack({ ok: true, value: { mode: 'screen', plan: null } });
    });
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  await connectTo(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const rooms = [...namespace.adapter.rooms.keys()].filter((room) => room.startsWith('alone:'));
  return {
    bytes: JSON.stringify(payload).length,
    send() {
      const startedAt = performance.now();
      return new Promise((resolve, reject) => {
        let callMs = 0;
        namespace
          .to(rooms)
          .timeout(10_000)
          .emit('patch', payload, (late: Error | null) => {
            if (late === null) resolve({ callMs });
            else reject(late);
          });
        callMs = performance.now() - startedAt;
      });
    },
    stop: () => server.close(),
  };
}

/** Plain WebSockets: one encoded frame to each, without answers. The floor that no protocol goes beneath. */
export async function bareWs(payload: unknown, connectTo: (url: string) => Promise<void>): Promise<Broadcast> {
  const http = createServer();
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  const sockets = new Set<WebSocket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  await connectTo(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const text = `42/displays,1${JSON.stringify(['patch', payload])}`;
  return {
    bytes: text.length,
    send() {
      const startedAt = performance.now();
      const frame = Buffer.from(text);
      for (const socket of sockets) socket.send(frame, { binary: false });
      return Promise.resolve({ callMs: performance.now() - startedAt });
    },
    async stop() {
      for (const socket of sockets) socket.terminate();
      await new Promise((done) => server.close(done));
      http.close();
    },
  };
}
