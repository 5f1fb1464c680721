import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ensurePrivateFile } from '../private-file.ts';
import { identify, migrate } from '../sqlite/migrate.ts';
import { troubleOf } from '../sqlite/trouble.ts';
import { telemetryMigrations } from './migrations/all.ts';
import type { TelemetryWorkerData } from './telemetry.ts';

const application = 'shanyraq telemetry';

export interface OpenTelemetryDatabase {
  readonly database: Database.Database;
  /** Where a file that could not be used was moved, or null. */
  readonly setAside: string | null;
}

/** Opens the telemetry. A file that is damaged, newer or not ours is moved aside: the hall never waits for its past. */
export function openTelemetryDatabase({ file, maxBytes, check }: TelemetryWorkerData): OpenTelemetryDatabase {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const kept = openUsable(file, check);
  const setAside = kept === null ? moveAside(file) : null;
  const database = kept ?? openUsable(file, check);
  if (database === null) throw new Error(`${file} cannot be used, although it is new`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  const pageBytes = database.pragma('page_size', { simple: true }) as number;
  migrate(database, application, telemetryMigrations);
  database.pragma(`max_page_count = ${Math.ceil(maxBytes / pageBytes)}`);
  return { database, setAside };
}

function openUsable(file: string, check: boolean): Database.Database | null {
  ensurePrivateFile(file);
  const database = new Database(file);
  if (isUsable(database, check)) return database;
  database.close();
  return null;
}

function isUsable(database: Database.Database, check: boolean): boolean {
  try {
    const identity = identify(database, application);
    const known = identity.is === 'empty' || (identity.is === 'ours' && identity.version <= telemetryMigrations.length);
    return known && (!check || database.pragma('quick_check(1)', { simple: true }) === 'ok');
  } catch (error) {
    if (troubleOf(error) === 'damaged') return false;
    throw error;
  }
}

function moveAside(file: string): string {
  const aside = `${file}.set-aside`;
  renameSync(file, aside);
  for (const companion of ['-wal', '-shm']) rmSync(file + companion, { force: true });
  return aside;
}
