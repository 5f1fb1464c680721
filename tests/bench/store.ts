import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Change, Decision, TelemetryRecord } from '#core/ports.ts';
import { openStore } from '../../controller/store/sqlite/store.ts';
import { openTelemetry } from '../../controller/store/telemetry/telemetry.ts';
import { decision, put, samples, silentLog, startAt } from '../contract/store-samples.ts';
import { diskAfterYears } from './store/disk.ts';
import { distribution, type Row } from './row.ts';

const subject = 'shanyraq';

/** What a take of a show changes: a run, and its timeline of 30 cues. */
function takeOf(revision: number): readonly Change[] {
  const [cue] = samples.timeline.cues;
  if (cue === undefined) throw new Error('the sample has no cue');
  const cues = Array.from({ length: 30 }, (_, index) => ({ ...cue, id: `cue-${index}` }));
  return [put('run', `run-${revision}`), put('timeline', `timeline-${revision % 40}`, { ...samples.timeline, cues })];
}

/** A report of the usual size: about 900 bytes of JSON. */
function reportOf(index: number): TelemetryRecord {
  const body = {
    plan: { revision: index, until: startAt },
    shown: {
      run: 'run-1',
      scene: 'steppe',
      type: 'title',
      key: 'a'.repeat(120),
      cue: 1,
      positionMs: index,
      language: 'kk',
    },
    frames: { drawn: index, dropped: 0, refreshHz: 60 },
    clock: { status: 'locked', boundMs: 0.31, roundTripMs: 0.8 },
    media: { held: 40, missing: [] },
    errors: [],
    page: { visible: true, width: 1080, height: 1920, pixelRatio: 1, browser: 'b'.repeat(120), build: 'c'.repeat(40) },
    filling: 'd'.repeat(240),
  };
  return { kind: 'report', at: startAt + index, screen: `screen-${index % 13}`, body };
}

async function commits(file: string, title: string, decisions: readonly Decision[]): Promise<readonly Row[]> {
  const store = await openStore({ file, log: silentLog });
  const tookMs: number[] = [];
  const startedMs = performance.now();
  for (const made of decisions) {
    const at = performance.now();
    const result = await store.commit(made);
    tookMs.push(performance.now() - at);
    if (!result.ok) throw new Error(result.problem.detail);
  }
  const perSecond = (decisions.length / (performance.now() - startedMs)) * 1000;
  await store.close();
  const head = { case: title, subject };
  return [
    distribution({ ...head, metric: 'commit', unit: 'ms' }, tookMs),
    { ...head, metric: 'commits, one after the other', unit: '1/s', value: perSecond },
  ];
}

async function loading(file: string): Promise<readonly Row[]> {
  const head = { case: '10,000 documents', subject };
  const changes = Array.from({ length: 10_000 }, (_, index) =>
    put(index % 2 === 0 ? 'scene' : 'rule', `document-${index}`),
  );
  const store = await openStore({ file, log: silentLog });
  const at = performance.now();
  await store.commit(decision(1, changes));
  const rows: Row[] = [{ ...head, metric: 'committed as one decision', unit: 'ms', value: performance.now() - at }];
  await store.close();
  const tookMs: number[] = [];
  for (let index = 0; index < 10; index += 1) {
    const openedMs = performance.now();
    const again = await openStore({ file, log: silentLog });
    await again.load();
    tookMs.push(performance.now() - openedMs);
    await again.close();
  }
  return [...rows, distribution({ ...head, metric: 'opened, checked and loaded', unit: 'ms' }, tookMs)];
}

async function telemetryBurst(file: string): Promise<readonly Row[]> {
  const count = 20_000;
  const records = Array.from({ length: count }, (_, index) => reportOf(index));
  const telemetry = openTelemetry({ file, log: silentLog, maxQueued: 2 * count });
  await telemetry.lastReports();
  const startedMs = performance.now();
  for (const record of records) telemetry.append(record);
  const appendedMs = performance.now();
  await telemetry.lastReports();
  const writtenMs = performance.now();
  const { dropped } = telemetry.stats();
  await telemetry.close();
  const head = { case: `${count} reports at once`, subject };
  return [
    { ...head, metric: 'append, on the main thread', unit: 'µs', value: ((appendedMs - startedMs) / count) * 1000 },
    { ...head, metric: 'written', unit: '1/s', value: (count / (writtenMs - startedMs)) * 1000 },
    { ...head, metric: 'dropped', unit: 'records', value: dropped },
  ];
}

/** How late the main thread's timers are while a large hall reports, against the same without. */
async function telemetryStream(file: string, perSecond: number): Promise<Row> {
  const telemetry = openTelemetry({ file, log: silentLog });
  await telemetry.lastReports();
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  for (let tick = 0; tick < 300; tick += 1) {
    for (let index = 0; index < perSecond / 100; index += 1) telemetry.append(reportOf(tick * 100 + index));
    await delay(10);
  }
  loop.disable();
  await telemetry.close();
  const ms = (nanoseconds: number) => nanoseconds / 1e6;
  return {
    case: `${perSecond} reports per second for 3 s`,
    subject,
    metric: 'event loop, one turn with its 1 ms timer',
    unit: 'ms',
    n: loop.count,
    p50: ms(loop.percentile(50)),
    p99: ms(loop.percentile(99)),
    max: ms(loop.max),
  };
}

export async function bench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shanyraq-bench-store-'));
  const file = (name: string) => join(folder, name);
  const series = (changes: (revision: number) => readonly Change[]) =>
    Array.from({ length: 2000 }, (_, index) => decision(index + 1, changes(index + 1)));
  try {
    return [
      ...(await commits(
        file('small.db'),
        'a small decision',
        series((revision) => [put('run', `run-${revision}`)]),
      )),
      ...(await commits(file('take.db'), 'a take of a show of 30 cues', series(takeOf))),
      ...(await loading(file('load.db'))),
      ...(await telemetryBurst(file('burst.db'))),
      await telemetryStream(file('idle.db'), 0),
      await telemetryStream(file('stream.db'), 500),
      ...diskAfterYears(folder, 4),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
