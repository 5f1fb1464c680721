import { parentPort, workerData } from 'node:worker_threads';
import { createSql } from '../sqlite/sql.ts';
import { inWords, troubleOf, type Trouble } from '../sqlite/trouble.ts';
import { answerCalls } from '../../worker-answers.ts';
import { openTelemetryDatabase } from './open.ts';
import { availability, events, flips, incidents, series } from './history.ts';
import { dropOldestRaw } from './jobs/jobs.ts';
import { forgetOld, forgetReports, insertRecords, lastReports, recordsOfRun } from './records.ts';
import type { RecordRow, TelemetryTables } from './tables.ts';
import type { Appended, TelemetryRequest, TelemetryWorkerData } from './telemetry.ts';

if (parentPort === null) throw new Error('this file runs as a worker thread');
const data = workerData as TelemetryWorkerData;
const { database, setAside } = openTelemetryDatabase(data);
const sql = createSql<TelemetryTables>(database);
/** The newest instant that was heard of, and this machine's clock then: the jobs go by the hall's time. */
const heard = { at: Date.now(), mono: performance.now() };
const jobs: { stop: () => void; isOver: boolean } = { stop: () => undefined, isOver: false };
/** After the first questions: a hall that starts does not wait for its housekeeping to be loaded. */
const jobsAfterMs = 3_000;
setTimeout(() => void keepHouse(), jobsAfterMs).unref();

async function keepHouse(): Promise<void> {
  const { startJobs } = await import('./jobs/start-jobs.ts');
  if (jobs.isOver) return;
  jobs.stop = startJobs(
    sql,
    () => heard.at + performance.now() - heard.mono,
    (work) => void attempt(work),
  );
}

answerCalls<TelemetryRequest>(parentPort, (request) => {
  switch (request.is) {
    case 'open':
      return setAside;
    case 'append':
      return append(request.rows);
    case 'ledger':
      return recordsOfRun(sql, request.run);
    case 'last-reports':
      return lastReports(sql);
    case 'series':
      return series(sql, request.screen, request.from, request.until);
    case 'events':
      return events(sql, request.screen, request.from, request.until);
    case 'flips':
      return flips(sql, request.screen, request.from, request.until);
    case 'availability':
      return availability(sql, request.from, request.until);
    case 'incidents':
      return incidents(sql, request.query);
    case 'close':
      jobs.isOver = true;
      jobs.stop();
      database.close();
      return null;
  }
});

/** Each batch first removes what is old, and more of it than it brings, so that the file stops growing. */
function append(rows: readonly RecordRow[]): Appended {
  const newest = rows.reduce((latest, { at }) => Math.max(latest, at), 0);
  if (newest > 0) Object.assign(heard, { at: newest, mono: performance.now() });
  const insert = () => sql.transaction(() => insertRecords(sql, rows));
  let trouble = attempt(() => {
    forgetOld(sql, newest, 2 * rows.length + 100);
    insert();
  });
  if (trouble === 'full')
    trouble = attempt(() => {
      dropOldestRaw(sql, 100);
      forgetReports(sql, 4 * rows.length + 100);
      insert();
    });
  return trouble === null
    ? { dropped: 0, trouble: null }
    : { dropped: rows.length, trouble: inWords(trouble, data.file) };
}

/** The disk's trouble with the work, or null. A damaged file ends this worker; the next one moves it aside. */
function attempt(work: () => void): Trouble | null {
  try {
    work();
    return null;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === null || trouble === 'damaged') throw error;
    return trouble;
  }
}
