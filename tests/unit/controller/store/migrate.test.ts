import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { accept, identify, migrate, type Migration } from '../../../../controller/store/sqlite/migrate.ts';
import { hallMigrations } from '../../../../controller/store/sqlite/migrations/all.ts';

const first: Migration = { version: 1, sql: 'CREATE TABLE one (id INTEGER) STRICT' };
const second: Migration = { version: 2, sql: 'CREATE TABLE two (id INTEGER) STRICT; INSERT INTO one VALUES (2)' };
const broken: Migration = { version: 3, sql: 'INSERT INTO one VALUES (3); INSERT INTO nowhere VALUES (3)' };

describe('migrations', () => {
  it('are numbered without a gap', () =>
    expect(hallMigrations.map(({ version }) => version)).toEqual(hallMigrations.map((_, index) => index + 1)));

  it('run each once, in order', () => {
    const database = new Database(':memory:');
    expect(identify(database, 'test')).toEqual({ is: 'empty' });
    migrate(database, 'test', [first]);
    expect(identify(database, 'test')).toEqual({ is: 'ours', version: 1 });
    migrate(database, 'test', [first, second]);
    migrate(database, 'test', [first, second]);
    expect(identify(database, 'test')).toEqual({ is: 'ours', version: 2 });
    expect(database.prepare('SELECT id FROM one').pluck().all()).toEqual([2]);
  });

  it('that fail leave everything as it was before them', () => {
    const database = new Database(':memory:');
    expect(() => migrate(database, 'test', [first, second, broken])).toThrow('nowhere');
    expect(identify(database, 'test')).toEqual({ is: 'ours', version: 2 });
    expect(database.prepare('SELECT id FROM one').pluck().all()).toEqual([2]);
  });

  it('make STRICT tables only', () => {
    const database = new Database(':memory:');
    migrate(database, 'test', hallMigrations);
    const loose = database.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );
    expect(loose.pluck().all()).toEqual([]);
  });

  it('are not run on the database of another program or of a newer version', () => {
    const database = new Database(':memory:');
    migrate(database, 'test', [first, second]);
    expect(identify(database, 'other')).toEqual({ is: 'foreign' });
    expect(() => accept(identify(database, 'other'), [first], 'a.db')).toThrow('another program');
    expect(() => accept(identify(database, 'test'), [first], 'a.db')).toThrow('newer version');
    expect(() => accept(identify(database, 'test'), [first, second], 'a.db')).not.toThrow();
  });
});
