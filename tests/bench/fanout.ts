import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { TakeBody } from '#shared/commands.ts';
import { operator } from '../support/engine.ts';
import { bareSocketIo, bareWs } from './fanout/bare.ts';
import { probeEveryMs, reportEveryMs, startFleet, type Fleet } from './fanout/command-fleet.ts';
import { openBenchHall, type BenchHall } from './fanout/hall.ts';
import { misbehave } from './fanout/misbehave.ts';
import { soak } from './fanout/soak.ts';
import { distribution, type BenchOptions, type Row } from './row.ts';

const subject = 'shanyraq';

const wall = (): number => performance.timeOrigin + performance.now();

/** Processor time of the controller's own thread, ms: a busy machine lengthens it little. */
function busy(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

interface Take {
  /** From the order until the last player has the patch. */
  readonly reachedMs: number;
  /** What the controller's thread was busy with it, until every answer was in. */
  readonly serverMs: number;
  /** How often a patch was encoded for it. */
  readonly encodings: number;
}

/** One take to all, of one of two scenes in turn, and what it cost. */
async function take(
  { engine, encodings }: BenchHall,
  fleet: Fleet,
  turn: number,
  except: readonly string[] = [],
): Promise<Take> {
  fleet.tell({ is: 'expect', except });
  const arrived = fleet.hears('all');
  await delay(20);
  const [startedAt, busyBefore, encodedBefore] = [wall(), busy(), encodings()];
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
  const encoded = encodings() - encodedBefore;
  const run = (answer.answer as { run: string }).run;
  await engine.order({ commandId: `end-${run}`, actor: operator, command: { type: 'run.release', runs: [run] } });
  return { reachedMs: lastAtMs - startedAt, serverMs, encodings: encoded };
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
      { ...head, metric: 'patches encoded for a take', unit: 'times' },
      calm.map(({ encodings }) => encodings),
    ),
  ];
}

/** What a call costs this thread until every answer is in, ms. */
async function costOf(broadcast: () => Promise<unknown>): Promise<number> {
  await delay(200);
  const before = busy();
  await broadcast();
  await delay(60);
  return busy() - before;
}

/** Takes, and the same patch sent by others without a hall behind it, in turn, so that all meet the same machine. */
async function against(
  hall: BenchHall,
  fleet: Fleet,
  title: string,
  payload: unknown,
  turns: number,
): Promise<readonly Row[]> {
  fleet.tell({ is: 'reports', everyMs: null });
  fleet.tell({ is: 'clocks', everyMs: null });
  const others = startFleet();
  const io = await bareSocketIo(payload, async (url) => {
    const connected = others.hears('connected');
    others.tell({ is: 'connect', url, screens: hall.screens, namespace: '/displays' });
    await connected;
  });
  const ws = await bareWs(payload, async (url) => {
    const connected = others.hears('connected');
    others.tell({ is: 'listen', url, count: hall.screens.length });
    await connected;
  });
  const costs = { shanyraq: [] as number[], 'socket.io': [] as number[], ws: [] as number[] };
  const calls = { 'socket.io': [] as number[], ws: [] as number[] };
  const ratios: number[] = [];
  for (let turn = -3; turn < turns; turn += 1) {
    await delay(200);
    const { serverMs } = await take(hall, fleet, 1_000 + turn);
    const measured = { io: 0, ws: 0, calls: { io: 0, ws: 0 } };
    measured.io = await costOf(async () => {
      measured.calls.io = (await io.send()).callMs;
    });
    measured.ws = await costOf(async () => {
      measured.calls.ws = (await ws.send()).callMs;
    });
    if (turn < 0) continue;
    costs.shanyraq.push(serverMs);
    costs['socket.io'].push(measured.io);
    costs.ws.push(measured.ws);
    calls['socket.io'].push(measured.calls.io);
    calls.ws.push(measured.calls.ws);
    ratios.push(serverMs / measured.io);
  }
  const desk = startFleet();
  const watching = desk.hears('connected');
  desk.tell({ is: 'watch', url: hall.url });
  await watching;
  const watched = { costs: [] as number[], ratios: [] as number[] };
  for (let turn = -3; turn < turns; turn += 1) {
    await delay(200);
    const { serverMs } = await take(hall, fleet, 2_000 + turn);
    const bareMs = await costOf(() => io.send());
    if (turn < 0) continue;
    watched.costs.push(serverMs);
    watched.ratios.push(serverMs / bareMs);
  }
  await desk.stop();
  await io.stop();
  await ws.stop();
  await others.stop();
  const row = (of: string, metric: string, unit: string, samples: readonly number[]): Row =>
    distribution({ case: title, subject: of, metric, unit }, samples);
  return [
    row(subject, 'server time of a take', 'ms', costs.shanyraq),
    row('socket.io', 'server time of the same patch, answered', 'ms', costs['socket.io']),
    row('socket.io', 'of it the sending call', 'ms', calls['socket.io']),
    row('ws', 'server time of the same patch, not answered', 'ms', costs.ws),
    row('ws', 'of it the sending call', 'ms', calls.ws),
    row(subject, 'server time against socket.io, pair by pair', 'ratio', ratios),
    row(subject, 'server time of a take while a console watches', 'ms', watched.costs),
    row(subject, 'that against socket.io, pair by pair', 'ratio', watched.ratios),
    { case: title, subject, metric: 'bytes of the patch', unit: 'bytes', value: io.bytes },
  ];
}

/** A hall of so many, all connected, and a broadcast of the very patch that a take sends. */
async function filled(count: number): Promise<{
  readonly hall: BenchHall;
  readonly fleet: Fleet;
  readonly payload: () => unknown;
  readonly stop: () => Promise<void>;
}> {
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
  return {
    hall,
    fleet,
    payload: () => payload,
    async stop() {
      stopWatching();
      await fleet.stop();
      await hall.stop();
    },
  };
}

/** The figures, for the numbers of players in `--only`; with `--soak` the half hour of memory, and nothing else. */
export async function bench({ quick, soak: isSoak, only, say }: BenchOptions): Promise<readonly Row[]> {
  if (isSoak) {
    const { fleet, stop } = await filled(quick ? 100 : 1_000);
    const rows = await soak(fleet, quick ? 2 : 30, say);
    await stop();
    return rows;
  }
  const rows: Row[] = [];
  const counts = only?.map(Number) ?? (quick ? [100] : [10, 100, 1_000]);
  for (const count of counts) {
    const title = `${count} players`;
    say(title);
    const { hall, fleet, payload, stop } = await filled(count);
    rows.push(
      ...(await standing(hall, fleet, title, quick ? 5_000 : 30_000)),
      ...(await pairs(hall, fleet, title, quick ? 4 : 30)),
      ...(await against(hall, fleet, title, payload(), quick ? 5 : 30)),
      ...(await misbehave(hall, fleet, title, (turn, except) => take(hall, fleet, turn, except))),
    );
    await stop();
  }
  return rows;
}
