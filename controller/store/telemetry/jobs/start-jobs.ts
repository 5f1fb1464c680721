import { schedule } from 'node-cron';
import type { Sql } from '../../sqlite/sql.ts';
import type { TelemetryTables } from '../tables.ts';
import { pack, prune, rollUp } from './jobs.ts';

/**
 * Rolls up, packs and prunes by the wall clock, at most one job at a time; `now` is shared time, ms. `attempt` runs a job
 * and keeps the disk's troubles from ending the worker. Returns its stop.
 */
export function startJobs(
  sql: Sql<TelemetryTables>,
  now: () => number,
  attempt: (work: () => void) => void,
): () => void {
  const tasks = [
    schedule('6 * * * * *', () => attempt(() => rollUp(sql, now()))),
    schedule('20 * * * * *', () => attempt(() => void pack(sql, now()))),
    schedule('40 7 * * * *', () => attempt(() => prune(sql, now()))),
  ];
  return () => {
    for (const task of tasks) void task.stop();
  };
}
