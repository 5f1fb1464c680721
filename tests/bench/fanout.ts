import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { TakeBody } from '#shared/commands.ts';
import { operator } from '../support/engine.ts';
import { bareSocketIo, bareWs } from './fanout/bare.ts';
import { startFleet, type Fleet } from './fanout/command-fleet.ts';
import { openBenchHall, type BenchHall } from './fanout/hall.ts';
import { misbehave } from './fanout/misbehave.ts';
import { distribution, type BenchOptions, type Row } from './row.ts';

const subject = 'shanyraq';
const reportEveryMs = 2_000;
/** What a clock that has settled needs on a wired link; at first it asks more often. */
const probeEveryMs = 1_000;

const wall = (): number => performance.timeOrigin + performance.now();

/** Processor time of this process's own thread, ms. */
const busy = (): number => performance.eventLoopUtilization().active;

interface Take {
  /** From the order until the last player has the patch. */
  readonly reachedMs: number;
  /** What the controller's thread was busy with it, until every answer was in. */
  readonly serverMs: number;
}

/** One take to all, of one of two scenes in turn, and what it cost. */
async function take({ engine }: BenchHall, fleet: Fleet, turn: number, except: readonly string[] = []): Promise<Take> {
  fleet.tell({ is: 'expect', except });
  const arrived = fleet.hears('all');
  await delay(20);
  const [startedAt, busyBefore] = [wall(), busy()];
  const body = TakeBody.parse({ targets: 'all', scene: turn % 2 === 0 ? 'poem' : 'map', policy: 'go' });
  const answer = await engine.order({
    commandId: `take-${turn}-${startedAt}`,
    actor: operator,
    command: { type: 'run.take', body },
  });
  if (!answer.ok) throw new Error(answer.problem.detail);
  const { lastAtMs } = await Promise.race([arrived, tooLate()]);
  // The answers of the last ones.
  await delay(60);
  const serverMs = busy() - busyBefore;
  const run = (answer.answer as { run: string }).run;
  await engine.order({ commandId: `end-${run}`, actor: operator, command: { type: 'run.release', run } });
  return { reachedMs: lastAtMs - startedAt, serverMs };
}

async function tooLate(): Promise<never> {
  await delay(15_000, undefined, { ref: false });
  throw new Error('a take did not reach every player within 15 s');
}

/** The event loop's delay and the memory while so many players report and keep their clocks, for a while. */
async function standing(hall: BenchHall, fleet: Fleet, title: string, ms: number): Promise<readonly Row[]> {
  fleet.tell({ is: 'reports', everyMs: reportEveryMs });
  fleet.tell({ is: 'clocks', everyMs: probeEveryMs });
  await delay(3_000);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  const before = performance.eventLoopUtilization();
  loop.enable();
  await delay(ms);
  loop.disable();
  const { utilization } = performance.eventLoopUtilization(before);
  const probes = fleet.hears('probes');
  fleet.tell({ is: 'clocks', everyMs: null });
  const { roundTripMs } = await probes;
  const inMs = (ns: number): number => ns / 1e6;
  const head = { case: title, subject };
  return [
    {
      ...head,
      metric: 'event-loop delay',
      unit: 'ms',
      n: loop.count,
      p50: inMs(loop.percentile(50)),
      p99: inMs(loop.percentile(99)),
      max: inMs(loop.max),
    },
    { ...head, metric: 'thread in use', unit: 'share', value: utilization },
    distribution({ ...head, metric: 'probe, there and back', unit: 'ms' }, roundTripMs),
    { ...head, metric: 'telemetry dropped', unit: 'records', value: hall.telemetry.stats().dropped },
  ];
}

/** Takes with and without reports, in turn, so that both meet the same machine. */
async function pairs(hall: BenchHall, fleet: Fleet, title: string, count: number): Promise<readonly Row[]> {
  const calm: Take[] = [];
  const reporting: Take[] = [];
  const ratios: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const order = turn % 2 === 0 ? [true, false] : [false, true];
    for (const isReporting of order) {
      fleet.tell({ is: 'reports', everyMs: isReporting ? reportEveryMs : null });
      fleet.tell({ is: 'clocks', everyMs: isReporting ? probeEveryMs : null });
      await delay(2_200);
      (isReporting ? reporting : calm).push(await take(hall, fleet, 2 * turn + (isReporting ? 1 : 0)));
    }
    ratios.push((reporting.at(-1)?.reachedMs ?? NaN) / (calm.at(-1)?.reachedMs ?? NaN));
  }
  const head = { case: title, subject };
  const reached = (takes: readonly Take[]) => takes.map(({ reachedMs }) => reachedMs);
  return [
    distribution({ ...head, metric: 'take, until the last has it', unit: 'ms' }, reached(calm)),
    distribution({ ...head, metric: 'the same while all report', unit: 'ms' }, reached(reporting)),
    distribution({ ...head, metric: 'slowed by reports, pair by pair', unit: 'ratio' }, ratios),
    distribution(
      { ...head, metric: 'server time of a take', unit: 'ms' },
      calm.map(({ serverMs }) => serverMs),
    ),
  ];
}

async function bare(
  count: number,
  screens: readonly string[],
  payload: unknown,
  turns: number,
): Promise<readonly Row[]> {
  const title = `${count} players`;
  const rows: Row[] = [];
  const fleet = startFleet();
  const io = await bareSocketIo(payload, async (url) => {
    const connected = fleet.hears('connected');
    fleet.tell({ is: 'connect', url, screens, namespace: '/displays' });
    await connected;
  });
  const ws = await bareWs(payload, count);
  for (const [peer, broadcast] of [
    ['socket.io', io],
    ['ws', ws],
  ] as const) {
    const server: number[] = [];
    const calls: number[] = [];
    for (let turn = -2; turn < turns; turn += 1) {
      await delay(100);
      const before = busy();
      const { callMs } = await broadcast.send();
      await delay(60);
      if (turn < 0) continue;
      server.push(busy() - before);
      calls.push(callMs);
    }
    rows.push(
      distribution({ case: title, subject: peer, metric: 'server time of a broadcast', unit: 'ms' }, server),
      distribution({ case: title, subject: peer, metric: 'of it the sending call', unit: 'ms' }, calls),
      { case: title, subject: peer, metric: 'bytes of a packet', unit: 'bytes', value: broadcast.bytes },
    );
  }
  await io.stop();
  await ws.stop();
  await fleet.stop();
  return rows;
}

/** Heap and resident memory once a minute while all report: the slope is what leaks. */
async function soak(fleet: Fleet, title: string, minutes: number, say: BenchOptions['say']): Promise<readonly Row[]> {
  fleet.tell({ is: 'reports', everyMs: reportEveryMs });
  fleet.tell({ is: 'clocks', everyMs: probeEveryMs });
  const heaps: number[] = [];
  for (let minute = 0; minute <= minutes; minute += 1) {
    globalThis.gc?.();
    heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
    say(`${title}: minute ${minute} of ${minutes}, heap ${heaps.at(-1)?.toFixed(0)} MiB`);
    if (minute < minutes) await delay(60_000);
  }
  const head = { case: title, subject };
  const third = Math.max(1, Math.floor(heaps.length / 3));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    distribution({ ...head, metric: `heap over ${minutes} min`, unit: 'MiB' }, heaps),
    {
      ...head,
      metric: 'last third less first third',
      unit: 'MiB',
      value: mean(heaps.slice(-third)) - mean(heaps.slice(0, third)),
    },
    { ...head, metric: 'resident at the end', unit: 'MiB', value: process.memoryUsage().rss / 2 ** 20 },
  ];
}

/** `SOAK_MINUTES` adds the long watch over the memory, 30 in the figures of the docs. */
export async function bench({ quick, say }: BenchOptions): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const count of quick ? [100] : [10, 100, 1_000]) {
    const title = `${count} players`;
    say(title);
    const hall = await openBenchHall(count);
    let payload: unknown = null;
    const stopWatching = hall.engine.onPlans(([news]) => {
      payload ??= { screens: null, patch: news?.patch };
    });
    const fleet = startFleet();
    const connected = fleet.hears('connected');
    fleet.tell({ is: 'connect', url: hall.url, screens: hall.screens, namespace: '/displays' });
    await connected;
    await delay(2_000);
    rows.push(...(await standing(hall, fleet, title, quick ? 5_000 : 30_000)));
    rows.push(...(await pairs(hall, fleet, title, quick ? 4 : 30)));
    rows.push(...(await misbehave(hall, fleet, title, (turn, except) => take(hall, fleet, turn, except))));
    const minutes = Number(process.env['SOAK_MINUTES'] ?? 0);
    if (count === 1_000 && minutes > 0) rows.push(...(await soak(fleet, title, minutes, say)));
    stopWatching();
    await fleet.stop();
    await hall.stop();
    rows.push(...(await bare(count, hall.screens, payload, quick ? 5 : 30)));
  }
  return rows;
}
