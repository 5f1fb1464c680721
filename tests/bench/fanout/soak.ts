import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout as delay } from 'node:timers/promises';
import { distribution, type BenchOptions, type Row } from '../row.ts';
import { probeEveryMs, reportEveryMs, type Fleet } from './command-fleet.ts';

const subject = 'shanyraq';
const minuteMs = 60_000;

/** Collects garbage, so that what is measured is what is held. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** What is held once a minute while all report and keep their clocks: the slope is what leaks. */
export async function soak(fleet: Fleet, minutes: number, say: BenchOptions['say']): Promise<readonly Row[]> {
  const collect = collector();
  fleet.tell({ is: 'reports', everyMs: reportEveryMs });
  fleet.tell({ is: 'clocks', everyMs: probeEveryMs });
  // The first minute fills what is bounded: pictures, delays, counts.
  await delay(minuteMs);
  const heaps: number[] = [];
  for (let minute = 0; minute <= minutes; minute += 1) {
    collect();
    heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
    say(`minute ${minute} of ${minutes}: ${heaps.at(-1)?.toFixed(1)} MiB held`);
    if (minute < minutes) await delay(minuteMs);
  }
  const head = { case: `all report for ${minutes} min`, subject };
  return [
    distribution({ ...head, metric: 'held after collection', unit: 'MiB' }, heaps),
    { ...head, metric: 'slope', unit: 'MiB/h', value: 60 * slope(heaps) },
    { ...head, metric: 'resident at the end', unit: 'MiB', value: process.memoryUsage().rss / 2 ** 20 },
  ];
}

/** Of the line through them by least squares, for one step. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [rise, run] = values.reduce(
    ([up, along], value, index) => [up + (index - middle) * (value - mean), along + (index - middle) ** 2] as const,
    [0, 0] as readonly [number, number],
  );
  return rise / run;
}
