import { placeRefusals as no, troubleWords } from '#shared/words/place-refusals.ts';
import Database from 'better-sqlite3';
import { problem, type Problem } from '#shared/problem.ts';

/** What a disk or a damaged file does to us, as opposed to a bug of ours. */
export type Trouble = 'full' | 'read-only' | 'locked' | 'damaged' | 'failing';

/** The trouble behind an error of SQLite or of the file system; null means a bug, to be thrown on. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Database.SqliteError) return troubleOfSqlite(error.code);
  if (error instanceof Error && 'code' in error) return troubleOfSystem(String(error.code));
  return null;
}

function troubleOfSqlite(code: string): Trouble | null {
  if (code === 'SQLITE_FULL') return 'full';
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') return 'read-only';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'locked';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged';
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) return 'failing';
  return null;
}

function troubleOfSystem(code: string): Trouble | null {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'read-only';
  if (code === 'EIO' || code === 'EMFILE' || code === 'ENFILE') return 'failing';
  return null;
}

/** What happened to a decision that could not be made durable, where, and what to do. */
export function storageProblem(trouble: Trouble, file: string, error: unknown): Problem {
  const words = error instanceof Error ? error.message : String(error);
  return problem('storage', no.notDecided(trouble, file, words));
}

/** The trouble with a file, and what to do about it, for logs. */
export const inWords = (trouble: Trouble, file: string): string => troubleWords(trouble, file).en;
