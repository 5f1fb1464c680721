import type Database from 'better-sqlite3';
import { StoreFailure } from '../failure.ts';

/** One numbered step of a database's schema; numbers start at 1 and leave no gap. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** What a database says it is, before anything was written to it. */
export type Identity =
  | { readonly is: 'empty' }
  | { readonly is: 'foreign' }
  | { readonly is: 'ours'; readonly version: number };

export function identify(database: Database.Database, application: string): Identity {
  const tables = database.prepare('SELECT name FROM sqlite_schema').pluck().all();
  if (tables.length === 0) return { is: 'empty' };
  if (!tables.includes('meta')) return { is: 'foreign' };
  const columns = database.pragma('table_info(meta)') as readonly { readonly name: string }[];
  if (columns.map(({ name }) => name).join() !== 'name,value') return { is: 'foreign' };
  const value = database.prepare('SELECT value FROM meta WHERE name = ?').pluck();
  const version = value.get('schema');
  if (value.get('application') !== application || typeof version !== 'number') return { is: 'foreign' };
  return { is: 'ours', version };
}

/** Throws a StoreFailure where the database is somebody else's, or was written by a newer version of the program. */
export function accept(identity: Identity, migrations: readonly Migration[], file: string): void {
  if (identity.is === 'foreign')
    throw new StoreFailure(
      'not-ours',
      `${file} is a database of another program, and was left as it is. Move it away, or choose another data folder with DATA_DIR.`,
    );
  if (identity.is === 'ours' && identity.version > migrations.length)
    throw new StoreFailure(
      'newer-version',
      `${file} was written by a newer version of this program (its schema is number ${identity.version}, this version knows ${migrations.length}), and was left as it is. Start the newer version again, or restore a backup that this one made.`,
    );
}

/** Brings the database to the newest schema, each step whole or not at all. */
export function migrate(database: Database.Database, application: string, migrations: readonly Migration[]): void {
  const identity = identify(database, application);
  const version = identity.is === 'ours' ? identity.version : 0;
  for (const migration of migrations.slice(version)) {
    const apply = database.transaction(() => {
      if (migration.version === 1) {
        database.exec('CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID');
        database.prepare("INSERT INTO meta (name, value) VALUES ('application', ?)").run(application);
      }
      database.exec(migration.sql);
      database
        .prepare("INSERT INTO meta (name, value) VALUES ('schema', ?) ON CONFLICT DO UPDATE SET value = excluded.value")
        .run(migration.version);
    });
    apply.immediate();
  }
}
