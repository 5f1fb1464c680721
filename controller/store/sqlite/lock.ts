import Database from 'better-sqlite3';
import { StoreFailure } from '../failure.ts';
import { troubleOf } from './trouble.ts';

/** Long enough for a controller that is just ending. */
const waitMs = 500;

/**
 * Holds the data folder for this process: a write lock on a small database of its own, which the system lets go with
 * the process, however that ends. The hall's own file stays open to readers. Returns what lets the folder go.
 */
export function lockFolder(folder: string, lockFile: string): () => void {
  const lock = new Database(lockFile, { timeout: waitMs });
  try {
    lock.exec('BEGIN IMMEDIATE');
    nameHolder(lock);
  } catch (error) {
    const held = troubleOf(error) === 'locked';
    const holder = held ? lock.pragma('user_version', { simple: true }) : 0;
    lock.close();
    if (!held) throw error;
    throw new StoreFailure(
      'in-use',
      `Another controller${holder === 0 ? '' : ` (process ${String(holder)})`} is running on the data folder ${folder}. Stop it first, or give this one a folder of its own with DATA_DIR.`,
    );
  }
  return () => lock.close();
}

/** Leaves our process id for whoever finds the folder locked; a disk that has no room for it does not matter. */
function nameHolder(lock: Database.Database): void {
  try {
    lock.pragma(`user_version = ${process.pid}`);
    lock.exec('COMMIT');
  } catch (error) {
    if (troubleOf(error) === null) throw error;
    if (lock.inTransaction) lock.exec('ROLLBACK');
  }
  lock.exec('BEGIN IMMEDIATE');
}
