import { parentPort, workerData } from 'node:worker_threads';
import { startNodeClock } from '../../support/node-clock.ts';
import { seededRandom } from '../../support/random.ts';
import { startSimulatedPlayer } from '../../support/simulated-player.ts';
import { monoMs } from '#shared/time.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { trueTime } from '../clock/true-time.ts';

export interface SimulatedData {
  readonly startedNs: string;
  readonly cookie: string;
  /** The controller without any link between, for the truth that no player sees. */
  readonly directUrl: string;
  readonly players: readonly {
    readonly screen: string;
    readonly port: number;
    readonly seed: number;
    readonly outputDelayMs: number;
  }[];
}

/** A change of one screen, in true ms since the bench began; what its clock was off by then. */
export interface TrueFlip {
  readonly screen: string;
  readonly run: string;
  readonly at: number;
  /** When it was to change, in true ms. */
  readonly plannedAt: number;
  readonly clockErrorMs: number;
}

const { startedNs, cookie, directUrl, players } = workerData as SimulatedData;
const time = trueTime(startedNs);
const auth = { as: 'session', protocol: PROTOCOL_VERSION, build: 'simulated' };
const truth = startNodeClock({ url: directUrl, auth, headers: { cookie }, mono: () => time.now() }).clock;

for (const { screen, port, seed, outputDelayMs } of players) {
  const random = seededRandom(seed);
  // Up to five minutes away from everybody else, and up to 40 ppm faster or slower.
  const offsetMs = 600_000 * random();
  const rate = 1 + (random() * 2 - 1) * 40e-6;
  const periodMs = (1000 / 60) * rate;
  const local = (trueMs: number): number => offsetMs + trueMs * rate;
  startSimulatedPlayer({
    url: `http://127.0.0.1:${port}`,
    cookie,
    screen,
    mono: () => local(time.now()),
    wall: () => 1_700_000_000_000 + local(time.now()),
    refresh: { phaseMs: random() * periodMs, periodMs },
    onFlip({ run, since, frameAt, sharedAt }) {
      const at = (frameAt - offsetMs) / rate;
      const shared = truth.at(monoMs(at));
      const clockErrorMs = sharedAt - outputDelayMs - shared;
      const plannedAt = at + since - shared;
      parentPort?.postMessage({ screen, run, at: at + outputDelayMs, plannedAt, clockErrorMs } satisfies TrueFlip);
    },
  });
}
