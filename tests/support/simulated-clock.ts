import { createFace } from '#shared/clock/face.ts';
import { addSample, createFilter, defaultConfig, resetFilter, setStill, type Filter } from '#shared/clock/filter.ts';
import { burstAgain, firstPace, paced, probeEveryMs } from '#shared/clock/pace.ts';
import { bound } from '#shared/clock/reading.ts';
import { monoMs, ppm } from '#shared/time.ts';
import { seededRandom } from './random.ts';

export interface Look {
  /** True ms since the start. */
  readonly at: number;
  /** Output minus truth. */
  readonly errorMs: number;
  readonly boundMs: number;
  readonly generation: number;
  /** Smallest of the steps between looks a quarter of a ms apart. */
  readonly stepMs: number;
  readonly intervalMs: number;
}

export interface Simulation {
  readonly seed: number;
  readonly forMs: number;
  readonly driftPpm: number;
  readonly there: (random: () => number) => number;
  readonly back: (random: () => number) => number;
  /** Between probes after the burst; absent: as the pace decides. */
  readonly intervalMs?: number;
  /** At this instant the machine sleeps for so long, its monotonic clock with it. */
  readonly suspend?: { readonly atMs: number; readonly forMs: number; readonly isNoticed: boolean };
  /** At this instant another controller answers, whose time differs by so much. */
  readonly newEpoch?: { readonly atMs: number; readonly byMs: number };
  /** From this instant no probe is answered. */
  readonly silentFromMs?: number;
  readonly isStill?: boolean;
  /** A crystal that warms and cools: its rate swings by so much around the drift, once in so long. */
  readonly swing?: { readonly ppm: number; readonly periodMs: number };
}

const bootMs = 1_760_000_000_000;

/** A clock's life on a simulated link, looked at before and after every answer. */
export function simulateClock(life: Simulation): readonly Look[] {
  const random = seededRandom(life.seed);
  const startMs = 5_000 + random() * 1e6;
  const looks: Look[] = [];
  const sleep = { ms: 0 };
  const swing = life.swing ?? { ppm: 0, periodMs: 1 };
  const turn = swing.periodMs / (2 * Math.PI);
  const swung = (at: number): number => ppm(swing.ppm) * turn * (1 - Math.cos(at / turn));
  const local = (at: number): number => startMs + (at - sleep.ms) * (1 - ppm(life.driftPpm)) - swung(at);
  const epochAt = (at: number): string =>
    life.newEpoch !== undefined && at >= life.newEpoch.atMs ? 'second' : 'first';
  const shared = (at: number): number => bootMs + at + (epochAt(at) === 'second' ? (life.newEpoch?.byMs ?? 0) : 0);

  let now = 0;
  let filter: Filter = setStill(
    createFilter({ ...defaultConfig, resolutionMs: 0.005 }, bootMs - 4_000),
    life.isStill ?? true,
  );
  let pace = firstPace;
  const face = createFace({ mono: () => monoMs(local(now)), first: filter.reading });

  const look = (): void => {
    const before = face.clock.now();
    now += 0.25;
    const after = face.clock.now();
    looks.push({
      at: now,
      errorMs: after - shared(now),
      boundMs: face.clock.boundMs(),
      generation: face.clock.state().generation,
      stepMs: after - before,
      intervalMs: probeEveryMs(pace),
    });
  };
  let suspend = life.suspend;
  while (now < life.forMs) {
    const sentAt = now;
    if (suspend !== undefined && now >= suspend.atMs) {
      sleep.ms += suspend.forMs;
      now += suspend.forMs;
      if (suspend.isNoticed) {
        filter = resetFilter(filter);
        pace = burstAgain(pace);
        face.show(filter.reading, 0);
      }
      suspend = undefined;
      continue;
    }
    if (life.silentFromMs !== undefined && now >= life.silentFromMs) {
      now += 1_000;
      look();
      continue;
    }
    look();
    const t1 = local(now);
    const there = now + life.there(random);
    const t2 = shared(there);
    const t3 = shared(there + 0.02);
    const epoch = epochAt(there);
    now = there + 0.02 + life.back(random);
    filter = addSample(filter, { t1, t2, t3, t4: local(now), epoch });
    pace = paced(pace, local(now), bound(filter.reading, monoMs(local(now))) - filter.leastBoundMs);
    face.show(filter.reading, 0);
    look();
    const every = pace.burstLeft > 0 ? probeEveryMs(pace) : (life.intervalMs ?? probeEveryMs(pace));
    now = Math.max(now, sentAt + every);
  }
  return looks;
}

/** The p-th quantile of the errors' sizes, ms. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? NaN;
}
