import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Log, Telemetry, TelemetryRecord } from '#core/ports.ts';
import { openTelemetry } from '../../../../controller/store/telemetry/telemetry.ts';
import { startAt } from '../../../contract/store-samples.ts';

/** How long a test may wait for a thread to start on a busy machine. */
const patientMs = 15_000;
const dayMs = 24 * 3_600_000;
const report = (screen: string, at: number, body: unknown = { at }): TelemetryRecord => ({
  kind: 'report',
  at,
  screen,
  body,
});
const take = (run: string, at: number, body: unknown = {}): TelemetryRecord => ({ kind: 'take', at, run, body });
const applied = (run: string, screen: string, at: number): TelemetryRecord => ({
  kind: 'applied',
  at,
  screen,
  run,
  body: { latenessMs: 0.4 },
});

describe('telemetry', { timeout: 2 * patientMs }, () => {
  let folder: string;
  let file: string;
  let said: string[];
  const opened: Telemetry[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shanyraq-telemetry-'));
    file = join(folder, 'data', 'telemetry.db');
    said = [];
  });
  afterEach(async () => {
    for (const telemetry of opened.splice(0)) await telemetry.close();
    rmSync(folder, { recursive: true });
  });

  const open = (options: Partial<Parameters<typeof openTelemetry>[0]> = {}) => {
    const say = (level: string) => (_fields: object, message: string) => said.push(`${level}: ${message}`);
    const log: Log = { info: say('info'), warn: say('warn'), error: say('error') };
    const telemetry = openTelemetry({ file, log, closeMs: 20_000, ...options });
    opened.push(telemetry);
    return telemetry;
  };
  const stored = (sql: string): unknown => {
    const database = new Database(file, { readonly: true });
    try {
      return database.prepare(sql).pluck().get();
    } finally {
      database.close();
    }
  };

  it('tells the ledger of a take, including what was appended just now', async () => {
    const telemetry = open();
    const records = [take('run-1', 1, { at: 5 }), applied('run-1', 'map', 2), applied('run-1', 'entrance', 3)];
    for (const record of [...records, applied('run-2', 'map', 4), report('map', 5)]) telemetry.append(record);
    expect(await telemetry.ledger('run-1')).toEqual(records);
    expect(await telemetry.ledger('run-3')).toEqual([]);
    expect(telemetry.stats()).toEqual({ queued: 0, dropped: 0 });
  });

  it('tells the last report of each screen, also after a restart', async () => {
    // Of today: older reports are forgotten, sooner or later.
    const today = Date.now();
    const first = open({ closeMs: 10_000 });
    for (const at of [1, 2, 3]) first.append(report('map', today + at));
    first.append(report('entrance', today + 2));
    await first.close();
    const second = open();
    second.append(report('map', today + 4));
    expect(await second.lastReports()).toEqual([
      { screen: 'entrance', at: today + 2, body: { at: today + 2 } },
      { screen: 'map', at: today + 4, body: { at: today + 4 } },
    ]);
  });

  it('keeps a body as it was when it was appended', async () => {
    const telemetry = open();
    const body = { level: 1 };
    telemetry.append(report('map', 1, body));
    body.level = 2;
    expect(await telemetry.lastReports()).toEqual([{ screen: 'map', at: 1, body: { level: 1 } }]);
  });

  it('writes everything that waits before it closes, for its owner only', async () => {
    const telemetry = open({ closeMs: 10_000 });
    for (let at = 1; at <= 2345; at += 1) telemetry.append(report(`screen-${at % 13}`, at));
    expect(statSync(folder).isDirectory()).toBe(true);
    await telemetry.close();
    expect(telemetry.stats()).toEqual({ queued: 0, dropped: 0 });
    expect(stored('SELECT count(*) FROM record')).toBe(2345);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(said).toEqual([]);
  });

  it('drops and counts what comes after it was closed', async () => {
    const telemetry = open();
    await telemetry.close();
    telemetry.append(report('map', 1));
    expect(telemetry.stats()).toEqual({ queued: 0, dropped: 1 });
    await expect(telemetry.ledger('run-1')).rejects.toThrow('cannot be read now');
  });

  it('drops the oldest, and counts them, when more waits than may', async () => {
    const telemetry = open({ maxQueued: 100 });
    // All in one turn, so that nothing can be sent in between.
    for (let at = 1; at <= 250; at += 1) telemetry.append(take('run-1', at));
    expect(telemetry.stats()).toEqual({ queued: 100, dropped: 150 });
    const kept = await telemetry.ledger('run-1');
    expect(kept.map(({ at }) => at)).toEqual(Array.from({ length: 100 }, (_, index) => 151 + index));
  });

  it('forgets raw reports after a day, and keeps ledgers and the last report', async () => {
    const telemetry = open();
    telemetry.append(report('map', startAt));
    telemetry.append(report('map', startAt + 1));
    telemetry.append(take('run-1', startAt));
    telemetry.append({ kind: 'touch', at: startAt, screen: 'map', body: {} });
    await telemetry.lastReports();
    telemetry.append(report('entrance', startAt + dayMs + 1));
    await telemetry.lastReports();
    expect(stored("SELECT group_concat(at - 1800000000000) FROM record WHERE kind = 'report'")).toBe(
      `1.0,${dayMs + 1}.0`,
    );
    telemetry.append(report('entrance', startAt + 90 * dayMs));
    expect(await telemetry.ledger('run-1')).toHaveLength(1);
    expect((await telemetry.lastReports()).map(({ screen }) => screen)).toEqual(['entrance', 'map']);
    telemetry.append(report('entrance', startAt + 90 * dayMs + 1));
    expect(await telemetry.ledger('run-1')).toEqual([]);
    expect(stored("SELECT count(*) FROM record WHERE kind <> 'report'")).toBe(0);
  });

  it('lets the oldest reports go when its file is full', async () => {
    const telemetry = open({ maxBytes: 400_000 });
    const body = 'a report '.repeat(100);
    for (let at = 1; at <= 1000; at += 1) {
      telemetry.append(report('map', at, body));
      if (at % 50 === 0) await telemetry.lastReports();
    }
    expect(telemetry.stats()).toEqual({ queued: 0, dropped: 0 });
    expect(stored('SELECT max(at) FROM record')).toBe(1000);
    expect(stored('SELECT min(at) FROM record')).toBeGreaterThan(500);
    expect(said).toEqual([]);
  });

  it('drops and counts when there is no room, says so once, and recovers', async () => {
    const telemetry = open({ maxBytes: 400_000 });
    const body = 'a take '.repeat(100);
    for (let at = startAt; at < startAt + 1000; at += 1) {
      telemetry.append(take('run-1', at, body));
      if (at % 50 === 0) await telemetry.lastReports();
    }
    const kept = (await telemetry.ledger('run-1')).length;
    expect(kept).toBeGreaterThan(100);
    expect(telemetry.stats()).toEqual({ queued: 0, dropped: 1000 - kept });
    expect(said).toEqual([expect.stringMatching(/^error: telemetry is dropped: the disk .* is full/)]);

    telemetry.append(take('run-2', startAt + 91 * dayMs));
    expect(await telemetry.ledger('run-2')).toHaveLength(1);
    expect(said.slice(1)).toEqual(['info: telemetry is kept again']);
    expect(telemetry.stats().dropped).toBe(1000 - kept);
  });

  it.each([
    ['damaged', () => writeFileSync(file, 'no database '.repeat(1000))],
    ["another program's", () => new Database(file).exec('CREATE TABLE song (title TEXT)').close()],
  ])('moves a file that is %s aside, and starts anew', async (_what, spoil) => {
    mkdirSync(join(folder, 'data'));
    spoil();
    const before = readFileSync(file);
    const telemetry = open();
    telemetry.append(take('run-1', 1));
    expect(await telemetry.ledger('run-1')).toHaveLength(1);
    expect(readFileSync(`${file}.set-aside`)).toEqual(before);
    expect(said).toEqual([expect.stringMatching(/^warn: .*was moved aside/)]);
  });

  it('moves a file aside in which it finds damage while it writes, and starts anew', async () => {
    const first = open({ closeMs: 10_000 });
    for (let at = 1; at <= 2000; at += 1) first.append(report('map', at));
    await first.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 5 * 4096);
    writeFileSync(file, bytes);
    const second = open({ restartMs: 10 });
    await vi.waitFor(
      async () => {
        second.append(take('run-1', 1));
        expect(await second.ledger('run-1')).not.toEqual([]);
      },
      { timeout: patientMs },
    );
    expect(readFileSync(`${file}.set-aside`)).toEqual(bytes);
    expect(said).toContainEqual(expect.stringMatching(/^error: telemetry has stopped/));
  });

  it('waits, and does not hold up the hall, while its file cannot be opened', async () => {
    mkdirSync(file, { recursive: true });
    const telemetry = open({ restartMs: 10 });
    telemetry.append(take('run-1', 1));
    await vi.waitFor(() => expect(said).toContainEqual(expect.stringMatching(/^error: telemetry has stopped/)), {
      timeout: patientMs,
    });
    expect(telemetry.stats().dropped).toBe(0);
    rmSync(file, { recursive: true });
    await vi.waitFor(async () => expect(await telemetry.ledger('run-1')).toHaveLength(1), { timeout: patientMs });
  });
});
