import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { Server } from 'socket.io';
import { attachClock } from '../../../controller/adapters/clock-socket.ts';
import { driftPpm, serverStartMs, trueTime } from './true-time.ts';

export interface ServerData {
  readonly startedNs: string;
  /** The built page of the browser's subject; null when there is none. */
  readonly pages: string | null;
}

export interface ServerPorts {
  /** Tells true time: the clients drift. */
  readonly port: number;
  /** Runs 40 ppm fast, for the browser, whose own clock cannot be stretched. */
  readonly driftingPort: number;
}

/** As the controller sends them: an isolated page has the finer clock. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const { startedNs, pages } = workerData as ServerData;
const time = trueTime(startedNs);

/** One controller for all subjects, with one message per answer. */
async function listen(rate: number): Promise<number> {
  const shared = () => serverStartMs + time.now() * rate;
  const http = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://bench').pathname);
    const file = join(pages ?? '/nowhere', path === '/' ? 'page.html' : path);
    readFile(file).then(
      (body) => {
        const type = file.endsWith('.html') ? 'text/html' : 'text/javascript';
        return response.writeHead(200, { 'content-type': type, ...isolation }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  const io = new Server(http, { transports: ['websocket'], serveClient: false });
  attachClock(io.of('/clock'), { now: shared, epoch: () => 'bench' });
  io.of('/peers').on('connection', (socket) => {
    socket.on('ircam', (reply: (times: readonly [number, number]) => void) => {
      const received = time.now() / 1000;
      reply([received, time.now() / 1000]);
    });
    socket.on('timesync', (reply: (now: number) => void) => reply(shared()));
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  return (http.address() as AddressInfo).port;
}

const ports: ServerPorts = { port: await listen(1), driftingPort: await listen(1 + driftPpm * 1e-6) };
parentPort?.postMessage(ports);
