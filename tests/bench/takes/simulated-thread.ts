import { parentPort, Worker, workerData } from 'node:worker_threads';
import { nodeFace, startNodeClock } from '../../support/node-clock.ts';
import { startSimulatedPlayer } from '../../support/simulated-player.ts';
import { monoMs } from '#shared/time.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { trueTime } from '../clock/true-time.ts';
import type { ClockReading } from './simulated-clocks-thread.ts';
import { simulatedCrystal, type SimulatedData } from './simulated.ts';

/** A change of one screen, in true ms since the bench began; what its clock was off by then. */
export interface TrueFlip {
  readonly screen: string;
  readonly run: string;
  readonly at: number;
  /** When it was to change, in true ms. */
  readonly plannedAt: number;
  readonly clockErrorMs: number;
}

const data = workerData as SimulatedData;
const { startedNs, cookie, directUrl, players } = data;
const time = trueTime(startedNs);
const auth = { as: 'session', protocol: PROTOCOL_VERSION, build: 'simulated' };
const truth = startNodeClock({ url: directUrl, auth, headers: { cookie }, mono: () => time.now() }).clock;
/**
 * To take a plan in and to answer costs one of them 2 ms of a core, and more in its link and the controller. It comes
 * after the pages' own change, and so far from the next that those who draw hardly notice.
 */
const workAfterMs = (index: number): number => 300 + 20 * index;
const clocks = new Worker(new URL('simulated-clocks-thread.ts', import.meta.url), { workerData: data });
const faces = new Map<string, ReturnType<typeof nodeFace>>();
clocks.on('message', ({ screen, reading }: ClockReading) => faces.get(screen)?.show(reading, 0));

for (const [index, { screen, port, seed }] of players.entries()) {
  const { mono, wall, trueAt, refresh } = simulatedCrystal(seed, time);
  const face = nodeFace({ mono, wall });
  faces.set(screen, face);
  startSimulatedPlayer({
    url: `http://127.0.0.1:${port}`,
    cookie,
    screen,
    mono,
    wall,
    clock: { clock: face.clock, stop: () => undefined },
    refresh,
    workAfterMs: workAfterMs(index),
    onFlip({ run, since, frameAt, sharedAt }) {
      const at = trueAt(frameAt);
      const shared = truth.at(monoMs(at));
      const plannedAt = at + since - shared;
      parentPort?.postMessage({ screen, run, at, plannedAt, clockErrorMs: sharedAt - shared } satisfies TrueFlip);
    },
  });
}
