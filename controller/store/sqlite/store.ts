import type { CommitResult, Decision, Log, Store } from '#core/ports.ts';
import { answerTo, rememberAnswer } from './command-table.ts';
import { readDocuments, writeDocuments } from './document-table.ts';
import { appendEntry } from './journal-table.ts';
import { probeDisk, setRevision, storedRevision } from './meta-table.ts';
import { openDatabase, type OpenDatabase } from './open.ts';
import { createReader } from './reader.ts';
import { createSql, type Sql } from './sql.ts';
import type { HallTables } from './tables.ts';
import { storageProblem, troubleOf } from './trouble.ts';

/**
 * The hall's memory in one SQLite file. Throws a StoreFailure, with words for a person, when the file cannot be
 * used: a folder that cannot be made or written, another controller on it, a file that is damaged, not ours, or newer.
 */
export function openStore({ file, log }: { readonly file: string; readonly log: Log }): Promise<Store> {
  return Promise.try(() => createStore(openDatabase(file), log));
}

/** The store on a database that is already open; it closes it. */
export function createStore(open: OpenDatabase, log: Log): Store {
  const { file, database } = open;
  const sql = createSql<HallTables>(database);
  const reader = createReader(file);
  let failing = false;

  const attempt = (work: () => void): CommitResult => {
    try {
      work();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === null) throw error;
      const problem = storageProblem(trouble, file, error);
      if (!failing) log.error({ error, trouble, file }, problem.detail);
      failing = true;
      return { ok: false, problem };
    }
    if (failing) log.info({ file }, `${file} can be written again`);
    failing = false;
    return { ok: true };
  };
  const commit = (decision: Decision): CommitResult => attempt(() => sql.transaction(() => write(sql, decision)));

  let closing: Promise<void> | null = null;
  const close = async () => {
    await reader.close();
    open.close();
  };

  return {
    load: () => Promise.try(readDocuments, sql, file),
    commit: (decision) => Promise.try(commit, decision),
    probe: () => Promise.try(attempt, () => probeDisk(sql)),
    answered: (commandId) => Promise.try(answerTo, sql, commandId),
    journal: (query) => reader.journal(query),
    verifyJournal: () => reader.verify(),
    close: () => (closing ??= close()),
  };
}

function write(sql: Sql<HallTables>, { entry, changes, answer }: Decision): void {
  const stored = storedRevision(sql);
  if (entry.revision !== stored + 1)
    throw new Error(`revision ${entry.revision} cannot follow ${stored}: a decision is missing or repeated`);
  writeDocuments(sql, changes, entry.revision);
  const seq = appendEntry(sql, entry);
  rememberAnswer(sql, seq, entry.commandId, answer, entry.at);
  setRevision(sql, entry.revision);
}
