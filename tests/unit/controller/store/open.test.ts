import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#core/ports.ts';
import { StoreFailure } from '../../../../controller/store/failure.ts';
import { openDatabase } from '../../../../controller/store/sqlite/open.ts';
import { openStore } from '../../../../controller/store/sqlite/store.ts';
import { decision, put, sceneOf, silentLog } from '../../../contract/store-samples.ts';

describe('opening the store', () => {
  let folder: string;
  let file: string;
  const opened: Store[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shanyraq-open-'));
    file = join(folder, 'data', 'hall.db');
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (path = file) => {
    const store = await openStore({ file: path, log: silentLog });
    opened.push(store);
    return store;
  };
  const failure = async (path = file): Promise<StoreFailure> => {
    const error: unknown = await open(path).then(
      () => new Error('it opened'),
      (reason: unknown) => reason,
    );
    if (error instanceof StoreFailure) return error;
    throw error;
  };
  /** The file as a store leaves it, with one scene in it. */
  const made = async () => {
    const store = await open();
    await store.commit(decision(1, [sceneOf(1), put('run', 'run-1')]));
    await store.close();
  };
  const inside = (change: (database: Database.Database) => void) => {
    const database = new Database(file);
    change(database);
    database.close();
  };

  it('makes the folder and the files, for their owner only', async () => {
    const store = await open();
    await store.commit(decision(1, [sceneOf(1)]));
    const rights = (path: string) => statSync(path).mode & 0o777;
    expect(rights(dirname(file))).toBe(0o700);
    for (const suffix of ['', '-wal', '-shm', '.lock'])
      expect([suffix, rights(file + suffix)]).toEqual([suffix, 0o600]);
  });

  it('takes rights away from others that they once had', async () => {
    await made();
    chmodSync(file, 0o644);
    await open();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('refuses a second controller on the same folder, and says which process is the first', async () => {
    const first = await open();
    const refused = await failure();
    expect(refused.reason).toBe('in-use');
    expect(refused.message).toContain(`(process ${process.pid})`);
    expect(refused.message).toContain(dirname(file));
    expect(await first.commit(decision(1, [sceneOf(1)]))).toEqual({ ok: true });
    await first.close();
    expect((await (await open()).load()).revision).toBe(1);
  });

  it('refuses a database that a newer version wrote, and leaves it as it is', async () => {
    await made();
    inside((database) => database.exec("UPDATE meta SET value = 1000 WHERE name = 'schema'"));
    const before = readFileSync(file);
    const refused = await failure();
    expect(refused.reason).toBe('newer-version');
    expect(refused.message).toMatch(/number 1000.*Start the newer version again/);
    expect(refused.message).toContain(file);
    expect(readFileSync(file)).toEqual(before);
  });

  it.each([
    ['another table', 'CREATE TABLE song (title TEXT)'],
    ['a meta table of other columns', 'CREATE TABLE meta (key TEXT, data TEXT)'],
    [
      'a meta table of another program',
      "CREATE TABLE meta (name TEXT, value TEXT); INSERT INTO meta VALUES ('application', 'x'), ('schema', 1)",
    ],
  ])('refuses a database of another program (%s), and leaves it as it is', async (_what, sql) => {
    mkdirSync(dirname(file));
    inside((database) => database.exec(sql));
    const before = readFileSync(file);
    expect(await failure()).toMatchObject({ reason: 'not-ours', message: expect.stringContaining(file) as string });
    expect(readFileSync(file)).toEqual(before);
  });

  it('refuses a file that is no database', async () => {
    mkdirSync(dirname(file));
    writeFileSync(file, 'not a database, but long enough to be taken for one '.repeat(100));
    const refused = await failure();
    expect(refused.reason).toBe('damaged');
    expect(refused.message).toMatch(/Restore a backup over it/);
  });

  it('refuses a damaged database', async () => {
    const store = await open();
    for (let revision = 1; revision <= 50; revision += 1)
      await store.commit(decision(revision, [sceneOf(revision, `scene-${revision}`)]));
    await store.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 2 * 4096, bytes.length - 4096);
    writeFileSync(file, bytes);
    expect(await failure()).toMatchObject({ reason: 'damaged', message: expect.stringContaining(file) as string });
  });

  it('refuses a folder that cannot be made, and a folder where the file should be', async () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(await failure(join(folder, 'taken', 'hall.db'))).toMatchObject({
      reason: 'folder',
      message: expect.stringMatching(/cannot be made.*DATA_DIR/) as string,
    });
    mkdirSync(file, { recursive: true });
    expect((await failure()).reason).toBe('folder');
  });

  it('refuses a folder and a file that it may not write', async () => {
    await made();
    chmodSync(folder, 0o755);
    chmodSync(dirname(file), 0o555);
    await asNobody(async () => {
      expect(await failure()).toMatchObject({ reason: 'read-only', message: expect.stringContaining(file) as string });
      expect((await failure(join(dirname(file), 'other.db'))).reason).toBe('read-only');
      expect((await failure(join(dirname(file), 'new', 'hall.db'))).reason).toBe('folder');
    });
    chmodSync(dirname(file), 0o755);
  });

  it.each([
    ['scene', 'steppe', '{"id":"steppe"', '(the whole document)'],
    ['scene', 'steppe', '{"id":"steppe","version":1,"type":"title","title":{"en":"x"}}', 'params'],
    ['run', 'run-1', '{"id":"run-1","layer":"loudest"}', 'layer'],
  ])('names a %s that cannot be read (%s)', async (kind, id, body, path) => {
    await made();
    inside((database) =>
      database.prepare('UPDATE document SET body = ? WHERE kind = ? AND id = ?').run(body, kind, id),
    );
    const store = await open();
    await expect(store.load()).rejects.toMatchObject({
      name: 'StoreFailure',
      reason: 'unreadable-document',
      message: expect.stringMatching(`"${id}" of kind "${kind}".*at ${path.replaceAll(/[()]/g, '.')}`) as string,
    });
  });

  it('names a kind that it does not know', async () => {
    await made();
    inside((database) => database.exec("UPDATE document SET kind = 'hologram' WHERE kind = 'scene'"));
    await expect((await open()).load()).rejects.toThrow('of kind "hologram"');
  });

  it('waits for the disk at every commit, in a write-ahead log', () => {
    const direct = openDatabase(file);
    expect(direct.database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(direct.database.pragma('synchronous', { simple: true })).toBe(2);
    direct.close();
  });
});

/** Runs the work as a user without rights; root may write everywhere, so the tests that root runs need another. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  const nobody = 65_534;
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}
