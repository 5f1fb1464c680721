import { parentPort, workerData } from 'node:worker_threads';
import { seededRandom } from '../../support/random.ts';
import { startSubject, type Subject } from './subjects.ts';
import { driftPpm, trueTime } from './true-time.ts';

export interface ClientData {
  readonly startedNs: string;
  readonly subject: Subject;
  readonly port: number;
  readonly seed: number;
  readonly forMs: number;
}

/** What a clock said, look by look; ms since its start, ms of error, ms of bound. */
export interface Looks {
  readonly at: readonly number[];
  readonly error: readonly number[];
  readonly bound: readonly number[];
  /** The largest drop that was a step and no slew, ms. */
  readonly backwardStepMs: number;
  /** The quickest probe that was met, ms; Infinity where the clock tells none. */
  readonly smallestRoundTripMs: number;
}

const lookEveryMs = 50;
const slew = 1e-3;

function run({ startedNs, subject, port, seed, forMs }: ClientData): void {
  const time = trueTime(startedNs);
  const offsetMs = 1_000 + 3_000 * seededRandom(seed)();
  const localAt = (trueMs: number): number => offsetMs + trueMs * (1 + driftPpm * 1e-6);
  const started = time.now();
  const running = startSubject(subject, { port, localMs: () => localAt(time.now()) });
  const at: number[] = [];
  const error: number[] = [];
  const bound: number[] = [];
  let backwardStepMs = 0;
  let smallestRoundTripMs = Infinity;
  let last: { readonly local: number; readonly said: number } | null = null;
  const looking = setInterval(() => {
    const now = time.now();
    // Asked for this instant of its own clock: how late the timer is does not count.
    const local = localAt(now);
    const said = running.trueMsAt(local);
    at.push(now - started);
    error.push(said - now);
    bound.push(running.boundMs());
    smallestRoundTripMs = Math.min(smallestRoundTripMs, running.roundTripMs());
    if (last !== null && !Number.isNaN(said)) {
      const drop = last.said - last.local - (said - local);
      if (drop > slew * (local - last.local) + 0.002) backwardStepMs = Math.max(backwardStepMs, drop);
    }
    if (!Number.isNaN(said)) last = { local, said };
    if (now - started < forMs) return;
    clearInterval(looking);
    running.stop();
    parentPort?.postMessage({ at, error, bound, backwardStepMs, smallestRoundTripMs } satisfies Looks);
  }, lookEveryMs);
}

run(workerData as ClientData);
