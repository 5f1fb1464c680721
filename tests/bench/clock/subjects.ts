import { SyncClient } from '@ircam/sync';
import { io } from 'socket.io-client';
import * as timesync from 'timesync';
import { monoMs } from '#shared/time.ts';
import { startNodeClock } from '../../support/node-clock.ts';
import { serverStartMs } from './true-time.ts';

export const subjects = ['shanyraq', 'shanyraq/5Hz', '@ircam/sync', 'timesync', 'timesync/10s'] as const;
export type Subject = (typeof subjects)[number];

/** A clock under test: what it thinks the server's time is when its own clock shows `localMs`, as ms of true time. */
export interface RunningSubject {
  /** NaN before its first estimate. */
  trueMsAt(localMs: number): number;
  /** NaN where none is claimed. */
  boundMs(): number;
  /** Of the last probe; Infinity where it is not told. */
  roundTripMs(): number;
  stop(): void;
}

interface Start {
  readonly port: number;
  /** The client's own clock: near zero, moved and stretched. */
  readonly localMs: () => number;
}

export function startSubject(subject: Subject, start: Start): RunningSubject {
  switch (subject) {
    case 'shanyraq':
      return startOurs(start, null);
    case 'shanyraq/5Hz':
      return startOurs(start, 200);
    case '@ircam/sync':
      return startIrcam(start);
    case 'timesync':
      return startTimesync(start, null);
    case 'timesync/10s':
      return startTimesync(start, 10_000);
  }
}

function startOurs({ port, localMs }: Start, fixedIntervalMs: number | null): RunningSubject {
  const { clock, stop } = startNodeClock({
    url: `http://127.0.0.1:${port}`,
    mono: localMs,
    wall: () => Math.floor(serverStartMs + localMs() - 2_500),
    ...(fixedIntervalMs === null ? {} : { fixedIntervalMs }),
  });
  return {
    trueMsAt: (at) => (clock.state().generation === 0 ? Number.NaN : clock.at(monoMs(at)) - serverStartMs),
    boundMs: () => clock.boundMs(),
    roundTripMs: () => clock.state().roundTripMs ?? Infinity,
    stop,
  };
}

function connectPeer(port: number) {
  return io(`http://127.0.0.1:${port}/peers`, { transports: ['websocket'], forceNew: true });
}

/** Its clocks are seconds and start near zero, as its authors ask. */
function startIrcam({ port, localMs }: Start): RunningSubject {
  const socket = connectPeer(port);
  const client = new SyncClient(() => localMs() / 1000);
  let isReady = false;
  socket.on('connect', () => {
    let receive: Parameters<Parameters<typeof client.start>[1]>[0] = () => undefined;
    client.start(
      (id, sentAt) => void socket.emit('ircam', ([t2, t3]: [number, number]) => receive(id, sentAt, t2, t3)),
      (callback) => {
        receive = callback;
      },
      () => {
        isReady = true;
      },
    );
  });
  return {
    trueMsAt: (at) => (isReady ? client.getSyncTime(at / 1000) * 1000 : Number.NaN),
    boundMs: () => Number.NaN,
    roundTripMs: () => Infinity,
    stop() {
      client.stop();
      socket.disconnect();
    },
  };
}

/** Its clocks are ms since the Unix epoch; interval null is its own default. */
function startTimesync({ port, localMs }: Start, interval: number | null): RunningSubject {
  const socket = connectPeer(port);
  let running: ReturnType<typeof timesync.create> | null = null;
  let isReady = false;
  socket.on('connect', () => {
    const created = timesync.create({
      peers: 'server',
      now: () => serverStartMs + localMs(),
      ...(interval === null ? {} : { interval }),
    });
    created.send = (to, data, timeoutMs) =>
      new Promise<void>((resolve, reject) => {
        socket.timeout(timeoutMs).emit('timesync', (error: Error | null, result: number) => {
          if (error !== null) {
            reject(error);
            return;
          }
          created.receive(to, { id: data.id, result });
          resolve();
        });
      });
    created.on('change', () => {
      isReady = true;
    });
    running = created;
  });
  return {
    trueMsAt: (at) => (isReady && running !== null ? at + running.offset : Number.NaN),
    boundMs: () => Number.NaN,
    roundTripMs: () => Infinity,
    stop() {
      running?.destroy();
      socket.disconnect();
    },
  };
}
