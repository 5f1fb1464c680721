import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../support/browser.ts';
import type { LinkName } from '../support/links.ts';
import { buildPage, runPage } from './clock/browser.ts';
import type { Looks } from './clock/client-thread.ts';
import type { Subject } from './clock/subjects.ts';
import { startBed, type Bed } from './clock/threads.ts';
import { distribution, type BenchOptions, type Row } from './row.ts';

const minuteMs = 60_000;
const cases: readonly LinkName[] = ['loopback', 'lan', 'wifi', 'rough', 'lopsided'];
const measured: readonly Subject[] = ['shanyraq', '@ircam/sync', 'timesync', 'timesync/10s'];
/** When the link has shown what it is. */
const measuredFromMs = (link: LinkName): number => (link === 'lan' || link === 'loopback' ? 15_000 : 2 * minuteMs);

interface Lengths {
  readonly forMs: number;
  /** Of a start whose convergence is looked at; a clock that takes longer counts as this long. */
  readonly startMs: number;
  readonly starts: number;
  readonly startsAtOnce: number;
  readonly linkedMs: number;
  readonly holdoverMs: number;
}

const full: Lengths = {
  forMs: 4 * minuteMs,
  startMs: 20_000,
  starts: 20,
  startsAtOnce: 4,
  linkedMs: 5 * minuteMs,
  holdoverMs: 10 * minuteMs,
};
const quickly: Lengths = {
  forMs: 130_000,
  startMs: 8_000,
  starts: 3,
  startsAtOnce: 3,
  linkedMs: 30_000,
  holdoverMs: minuteMs,
};

/** Our clock beside its peers, and inside Chromium: true offset, 40 ppm of drift and every delay known. */
export async function bench({ quick, say }: BenchOptions): Promise<readonly Row[]> {
  const lengths = quick ? quickly : full;
  const pages = await mkdtemp(join(tmpdir(), 'shanyraq-clock-'));
  say('building the page …');
  await buildPage(pages);
  const bed = await startBed(pages);
  const browser = await launchBrowser();
  try {
    const holding = holdovers(bed, lengths);
    say(`${cases.length} links, ${measured.length + 1} clocks each, ${lengths.forMs / 1000} s …`);
    const runs = cases.flatMap((link, index) => [
      ...[...measured, ...(link === 'rough' ? (['shanyraq/5Hz'] as const) : [])].map(async (subject) => ({
        link,
        subject: subject as string,
        looks: await bed.run({ subject, link, seed: 100 + index, forMs: lengths.forMs }),
      })),
      (async () => ({
        link,
        subject: 'shanyraq/chromium',
        looks: await runPage(browser, bed, { link, seed: 100 + index, forMs: lengths.forMs }),
      }))(),
    ]);
    const steady = (await Promise.all(runs)).flatMap(({ link, subject, looks }) => rowsOf(link, subject, looks));
    say(`${lengths.starts} starts of each clock on each link …`);
    const starting = await convergences(bed, lengths);
    say(`holdover, ${(lengths.linkedMs + lengths.holdoverMs) / minuteMs} minutes since the beginning …`);
    return [...steady, ...starting, ...(await holding)];
  } finally {
    await browser.close();
    await bed.stop();
    await rm(pages, { recursive: true });
  }
}

function rowsOf(
  link: LinkName,
  subject: string,
  { at, error, bound, backwardStepMs, smallestRoundTripMs }: Looks,
): readonly Row[] {
  const row = (metric: string, unit: string) => ({ case: link, subject, metric, unit });
  const indices = at.keys().toArray();
  const late = indices.filter((index) => (at[index] ?? 0) > measuredFromMs(link));
  const sizes = (of: readonly number[], which: readonly number[]) =>
    which.map((index) => Math.abs(of[index] ?? Number.NaN));
  const rows: Row[] = [
    distribution(row('error', 'ms'), sizes(error, late)),
    { ...row('backward_step', 'ms'), value: backwardStepMs },
  ];
  const certified = indices.filter((index) => Number.isFinite(bound[index]) && !Number.isNaN(error[index]));
  if (certified.length === 0) return rows;
  const within = certified.filter((index) => Math.abs(error[index] ?? Infinity) <= (bound[index] ?? 0));
  return [
    ...rows,
    distribution(row('bound', 'ms'), sizes(bound, late)),
    { ...row('in_bound', 'share'), value: within.length / certified.length },
    { ...row('smallest_round_trip', 'ms'), value: smallestRoundTripMs },
  ];
}

/** From the start until the error is within 1 ms for good. */
async function convergences(bed: Bed, lengths: Lengths): Promise<readonly Row[]> {
  const { startMs, starts, startsAtOnce } = lengths;
  const of = async (link: LinkName, subject: Subject): Promise<Row> => {
    const took: number[] = [];
    for (let first = 0; first < starts; first += startsAtOnce) {
      const batch = Array.from({ length: Math.min(startsAtOnce, starts - first) }, (_, index) =>
        bed.run({ subject, link, seed: 500 + first + index, forMs: startMs }),
      );
      for (const { at, error } of await Promise.all(batch)) {
        const lastWrong = error.findLastIndex((ms) => Number.isNaN(ms) || Math.abs(ms) > 1);
        took.push(at[lastWrong + 1] ?? startMs);
      }
    }
    return distribution({ case: link, subject, metric: 'converge_1ms', unit: 'ms' }, took);
  };
  const rows: Row[] = [];
  // Subject after subject, all links at once: a burst of starts of one does not disturb the figures of another.
  for (const subject of measured) rows.push(...(await Promise.all(cases.map((link) => of(link, subject)))));
  return rows;
}

/** What the error grows by without a link, and whether the bound keeps up with it. */
function holdovers(bed: Bed, { linkedMs, holdoverMs }: Lengths): Promise<readonly Row[]> {
  const of = async (link: LinkName): Promise<readonly Row[]> => {
    const forMs = linkedMs + holdoverMs;
    const { at, error, bound } = await bed.run({ subject: 'shanyraq', link, seed: 900, forMs, cutAfterMs: linkedMs });
    const cutAt = at.findIndex((ms) => ms > linkedMs);
    const atCut = Math.abs(error[cutAt - 1] ?? Number.NaN);
    const since = error.slice(cutAt).map(Math.abs);
    const row = (metric: string, unit: string) => ({ case: link, subject: 'shanyraq', metric, unit });
    const within = since.filter((ms, index) => ms <= (bound[cutAt + index] ?? 0));
    return [
      { ...row('holdover_added', 'ms'), value: Math.max(...since) - atCut },
      { ...row('holdover_bound', 'ms'), value: bound.at(-1) ?? Number.NaN },
      { ...row('holdover_in_bound', 'share'), value: within.length / since.length },
    ];
  };
  return Promise.all((['lan', 'rough'] as const).map(of)).then((rows) => rows.flat());
}
