import Database from 'better-sqlite3';
import { ensurePrivateFile } from '../private-file.ts';

/** Copies a database as it is at one instant, also while a controller writes to it. `to` must not exist. */
export async function backupDatabase(file: string, to: string): Promise<void> {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    ensurePrivateFile(to);
    await database.backup(to);
  } finally {
    database.close();
  }
}
