import { parentPort, workerData } from 'node:worker_threads';
import { startNodeProbes } from '../../support/node-clock.ts';
import type { Reading } from '#shared/clock/reading.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { trueTime } from '../clock/true-time.ts';
import { simulatedCrystal, type SimulatedData } from './simulated.ts';

/** What a simulated player's probes have found, by the player's own clocks. */
export interface ClockReading {
  readonly screen: string;
  readonly reading: Reading;
}

// As on a page, no plan stands in a probe's way: forty players that take in a patch on one thread would hold up the
// probes of all.
const { startedNs, cookie, players } = workerData as SimulatedData;
const time = trueTime(startedNs);
const auth = { as: 'session', protocol: PROTOCOL_VERSION, build: 'simulated' };
for (const { screen, port, seed } of players) {
  const { mono, wall } = simulatedCrystal(seed, time);
  startNodeProbes({ url: `http://127.0.0.1:${port}`, auth, headers: { cookie }, mono, wall }, (reading) =>
    parentPort?.postMessage({ screen, reading } satisfies ClockReading),
  );
}
