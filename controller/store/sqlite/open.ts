import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreFailure } from '../failure.ts';
import { ensurePrivateFile } from '../private-file.ts';
import { lockFolder } from './lock.ts';
import { accept, identify, migrate } from './migrate.ts';
import { hallMigrations } from './migrations/all.ts';
import { inWords, troubleOf } from './trouble.ts';

export const hallApplication = 'shanyraq';
/** How long a commit waits for another program's lock; it holds up the controller. */
const busyMs = 250;

/** The hall's database, ours alone as long as it is open. */
export interface OpenDatabase {
  readonly file: string;
  readonly database: Database.Database;
  close(): void;
}

/** Opens the database, makes it where there is none, and brings its schema up to date. Throws a StoreFailure. */
export function openDatabase(file: string): OpenDatabase {
  const folder = dirname(file);
  ensureFolder(folder);
  const steps: (() => void)[] = [];
  const closeAll = () => {
    for (const step of steps.splice(0).toReversed()) step();
  };
  try {
    ensurePrivateFile(`${file}.lock`);
    steps.push(lockFolder(folder, `${file}.lock`));
    ensurePrivateFile(file);
    const database = new Database(file, { timeout: busyMs });
    steps.push(() => database.close());
    prepare(database, file);
    return { file, database, close: closeAll };
  } catch (error) {
    closeAll();
    throw failureOf(error, file);
  }
}

function prepare(database: Database.Database, file: string): void {
  accept(identify(database, hallApplication), hallMigrations, file);
  const checked = database.pragma('quick_check(1)', { simple: true });
  if (checked !== 'ok') throw damaged(file, String(checked));
  chmodSync(file, 0o600);
  const mode = database.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal')
    throw new StoreFailure(
      'disk',
      `The file system of ${file} does not support the hall's database (its journal mode stays "${String(mode)}"). Put the data folder on a local disk with DATA_DIR.`,
    );
  database.pragma('synchronous = FULL');
  migrate(database, hallApplication, hallMigrations);
}

function failureOf(error: unknown, file: string): unknown {
  if (error instanceof StoreFailure) return error;
  if (error instanceof Error && 'code' in error && error.code === 'EISDIR')
    return new StoreFailure(
      'folder',
      `${file} is a folder. Move it away, or choose another data folder with DATA_DIR.`,
      error,
    );
  const trouble = troubleOf(error);
  const message = error instanceof Error ? error.message : String(error);
  switch (trouble) {
    case null:
      return error;
    case 'damaged':
      return damaged(file, message, error);
    case 'read-only':
      return new StoreFailure('read-only', `The hall cannot open its memory: ${inWords(trouble, file)}`, error);
    case 'full':
    case 'locked':
    case 'failing':
      return new StoreFailure('disk', `The hall cannot open its memory: ${inWords(trouble, file)} (${message})`, error);
  }
}

function damaged(file: string, said: string, cause?: unknown): StoreFailure {
  return new StoreFailure(
    'damaged',
    `${file} is damaged (${said}), and was left as it is. Restore a backup over it, or move it aside to start with an empty hall.`,
    cause,
  );
}

function ensureFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new StoreFailure(
      'folder',
      `The data folder ${folder} cannot be made (${error.message}). Make it yourself, writable for the user that runs the controller, or choose another with DATA_DIR.`,
      error,
    );
  }
}
