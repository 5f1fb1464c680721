import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { answerCalls } from '../../worker-answers.ts';
import { firstBrokenEntry, readJournal } from './journal-table.ts';
import type { ReaderRequest } from './reader.ts';
import { createSql } from './sql.ts';
import type { HallTables } from './tables.ts';

if (parentPort === null) throw new Error('this file runs as a worker thread');
const database = new Database(workerData as string, { readonly: true, fileMustExist: true });
const sql = createSql<HallTables>(database);

answerCalls<ReaderRequest>(parentPort, (request) => {
  switch (request.is) {
    case 'journal':
      return readJournal(sql, request.query);
    case 'verify':
      return database.transaction(() => firstBrokenEntry(sql)).deferred();
  }
});
