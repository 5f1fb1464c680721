import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type {
  Availability,
  HistoryEvent,
  IncidentQuery,
  Log,
  Series,
  Telemetry,
  TelemetryRecord,
} from '#core/ports.ts';
import type { Incident } from '#shared/incidents.ts';
import { createWorkerCalls, type WorkerCalls } from '../../worker-calls.ts';
import { createQueue } from './queue.ts';
import { rowOf, type LastReport } from './records.ts';
import type { RecordRow } from './tables.ts';

export interface TelemetryWorkerData {
  readonly file: string;
  readonly maxBytes: number;
  /** Whether to read the whole file for damage: after a failure, for it takes a while. */
  readonly check: boolean;
}

export type TelemetryRequest =
  | { readonly is: 'open' }
  | { readonly is: 'append'; readonly rows: readonly RecordRow[] }
  | { readonly is: 'ledger'; readonly run: string }
  | { readonly is: 'last-reports' }
  | { readonly is: 'series'; readonly screen: string; readonly from: number; readonly until: number }
  | { readonly is: 'events'; readonly screen: string; readonly from: number; readonly until: number }
  | { readonly is: 'flips'; readonly screen: string; readonly from: number; readonly until: number }
  | { readonly is: 'availability'; readonly from: number; readonly until: number }
  | { readonly is: 'incidents'; readonly query: IncidentQuery }
  | { readonly is: 'close' };

/** What became of a batch. */
export interface Appended {
  readonly dropped: number;
  readonly trouble: string | null;
}

type Link = WorkerCalls<TelemetryRequest>;

const batchSize = 500;
const gatherMs = 200;

/**
 * Telemetry in a SQLite file that a worker thread writes. `maxQueued` records may wait in memory, `maxBytes` lie on
 * disk; beyond that the oldest go. A worker that fails is started again after `restartMs`; until then records wait.
 */
export function openTelemetry({
  file,
  log,
  maxQueued = 20_000,
  maxBytes = 2 ** 30,
  restartMs = 10_000,
  closeMs = 1000,
}: {
  readonly file: string;
  readonly log: Log;
  readonly maxQueued?: number;
  readonly maxBytes?: number;
  readonly restartMs?: number;
  readonly closeMs?: number;
}): Telemetry {
  const queue = createQueue<RecordRow>();
  let worker: Worker | null = null;
  /** The worker's answers; null while it is not open. */
  let link: Link | null = null;
  let timer: NodeJS.Timeout | null = null;
  let sent = 0;
  let dropped = 0;
  /** What was last said to be wrong; said once. */
  let trouble: string | null = null;
  let closing: Promise<void> | null = null;

  const start = async (check: boolean) => {
    worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { file, maxBytes, check } satisfies TelemetryWorkerData,
    });
    const started = createWorkerCalls<TelemetryRequest>(worker);
    try {
      const setAside = await started.ask({ is: 'open' });
      if (setAside !== null) log.warn({ file, setAside }, `the telemetry in ${file} is unusable, and was moved aside`);
      link = started;
      if (queue.size() > 0) gather();
    } catch (error) {
      restart(error);
    }
  };
  let starting = start(false);

  const restart = (error: unknown) => {
    if (closing !== null) return;
    link = null;
    if (trouble === null) log.error({ error, file }, `telemetry has stopped, and is tried again every ${restartMs} ms`);
    trouble = 'stopped';
    void worker?.terminate();
    setTimeout(() => {
      if (closing === null) starting = start(true);
    }, restartMs).unref();
  };

  const send = async (to: Link) => {
    const rows = queue.take(batchSize);
    sent += rows.length;
    try {
      note((await to.ask({ is: 'append', rows })) as Appended);
    } catch (error) {
      dropped += rows.length;
      if (link === to) restart(error);
    }
    sent -= rows.length;
    if (queue.size() > 0) gather();
  };

  const note = (result: Appended) => {
    dropped += result.dropped;
    if (result.trouble !== null && trouble === null) log.error({ file }, `telemetry is dropped: ${result.trouble}`);
    if (result.trouble === null && trouble !== null) log.info({ file, dropped }, 'telemetry is kept again');
    ({ trouble } = result);
  };

  const sendNow = () => {
    if (link !== null && sent === 0 && queue.size() > 0) void send(link);
  };

  /** One batch is under way at a time: at once when there is enough for one, else after a little while. */
  const gather = () => {
    if (queue.size() >= batchSize) sendNow();
    timer ??= setTimeout(() => {
      timer = null;
      sendNow();
    }, gatherMs).unref();
  };

  /** Asks after everything that was appended before the question. */
  const ask = async (request: TelemetryRequest): Promise<unknown> => {
    await starting;
    if (link === null) throw new Error(`the telemetry in ${file} cannot be read now`);
    while (queue.size() > 0) void send(link);
    return link.ask(request);
  };

  const close = async () => {
    if (timer !== null) clearTimeout(timer);
    const ended = ask({ is: 'close' }).catch((error: unknown) =>
      log.error({ error, file }, 'telemetry did not end in time'),
    );
    await Promise.race([ended, delay(closeMs, null, { ref: false })]);
    await worker?.terminate();
    await ended;
    link = null;
    dropped += queue.take(Infinity).length;
    if (dropped > 0) log.warn({ file, dropped }, 'records of telemetry were dropped since the start');
  };

  return {
    append: (record) => {
      if (closing !== null) {
        dropped += 1;
        return;
      }
      if (queue.size() + sent >= maxQueued) dropped += queue.take(1).length;
      queue.push(rowOf(record));
      gather();
    },
    ledger: async (run) => (await ask({ is: 'ledger', run })) as readonly TelemetryRecord[],
    lastReports: async () => (await ask({ is: 'last-reports' })) as readonly LastReport[],
    series: async (screen, from, until) => (await ask({ is: 'series', screen, from, until })) as Series,
    events: async (screen, from, until) =>
      (await ask({ is: 'events', screen, from, until })) as readonly HistoryEvent[],
    flips: async (screen, from, until) => (await ask({ is: 'flips', screen, from, until })) as readonly unknown[],
    availability: async (from, until) => (await ask({ is: 'availability', from, until })) as readonly Availability[],
    incidents: async (query) => (await ask({ is: 'incidents', query })) as readonly Incident[],
    stats: () => ({ queued: queue.size() + sent, dropped }),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
