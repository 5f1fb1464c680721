import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#core/ports.ts';
import { firstBrokenEntry } from '../../../../controller/store/sqlite/journal-table.ts';
import { createSql } from '../../../../controller/store/sqlite/sql.ts';
import { openStore } from '../../../../controller/store/sqlite/store.ts';
import type { HallTables } from '../../../../controller/store/sqlite/tables.ts';
import { decision, sceneOf, silentLog } from '../../../contract/store-samples.ts';

describe('the journal on disk', () => {
  let folder: string;
  let database: Database.Database;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shanyraq-journal-'));
    store = await openStore({ file: join(folder, 'hall.db'), log: silentLog });
    for (let revision = 1; revision <= 5; revision += 1) await store.commit(decision(revision, [sceneOf(revision)]));
    database = new Database(join(folder, 'hall.db'));
  });
  afterEach(async () => {
    database.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['changed', "UPDATE journal SET actor = 'nobody' WHERE seq = 3"],
    ['cut', 'DELETE FROM journal WHERE seq = 5'],
    ['replaced', 'INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 3'],
    [
      'filled',
      'INSERT INTO journal SELECT 0, 0, at, command, command_id, actor, reason, summary, changed, prev_hash, hash, deeds FROM journal WHERE seq = 3',
    ],
  ])('cannot be %s', (_how, sql) => {
    expect(() => database.exec(sql)).toThrow('the journal is append-only');
  });

  it.each([
    ['an actor that was changed', "UPDATE journal SET actor = 'nobody' WHERE seq = 3", 3],
    ['a reason that was added', "UPDATE journal SET reason = 'because' WHERE seq = 1", 1],
    ['a list of changes that was emptied', "UPDATE journal SET changed = '[]' WHERE seq = 2", 2],
    ['a deed that was put there', `UPDATE journal SET deeds = '[["leftHours"]]' WHERE seq = 2`, 2],
    ['an entry that was taken out', 'DELETE FROM journal WHERE seq = 2', 2],
    ['a first entry that was taken out', 'DELETE FROM journal WHERE seq = 1', 1],
    ['an end that was cut off', 'DELETE FROM journal WHERE seq > 3', 4],
    ['a journal that was emptied', 'DELETE FROM journal', 1],
    ['a hash that was changed', "UPDATE journal SET hash = 'f' WHERE seq = 4", 4],
    ['a hash before that was changed', "UPDATE journal SET prev_hash = 'f' WHERE seq = 4", 4],
  ])('tells of %s by somebody who took the triggers away', async (_what, sql, seq) => {
    expect(await store.verifyJournal()).toBeNull();
    database.exec('DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_cut');
    database.exec(sql);
    expect(await store.verifyJournal()).toBe(seq);
  });

  it.each([1, 2, 4, 5, 6])('is verified in pages of %i', (rowsAtOnce) => {
    const sql = createSql<HallTables>(database);
    expect(firstBrokenEntry(sql, rowsAtOnce)).toBeNull();
    database.exec('DROP TRIGGER journal_is_not_changed');
    database.exec("UPDATE journal SET summary = 'nothing' WHERE seq = 4");
    expect(firstBrokenEntry(sql, rowsAtOnce)).toBe(4);
  });
});
