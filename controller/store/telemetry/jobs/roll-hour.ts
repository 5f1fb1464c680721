import type { Sql } from '../../sqlite/sql.ts';
import type { RolledRow, TelemetryTables } from '../tables.ts';

const hourMs = 3_600_000;

/** The row of every screen for the hour that begins at `at`, from its minutes. */
export function rollHour(sql: Sql<TelemetryTables>, at: number): readonly RolledRow[] {
  const minutes = sql.from
    .selectFrom('minute')
    .where('at', '>=', at)
    .where('at', '<', at + hourMs)
    .groupBy('screen')
    .select(({ fn }) => [
      'screen',
      fn.sum<number>('reports').as('reports'),
      fn.sum<number>('up_ms').as('up_ms'),
      fn.sum<number>('proved_ms').as('proved_ms'),
      fn.sum<number>('down_ms').as('down_ms'),
      fn.sum<number>('planned_ms').as('planned_ms'),
      fn.sum<number>('drawn').as('drawn'),
      fn.sum<number>('dropped').as('dropped'),
      fn.max('long_task_ms').as('long_task_ms'),
      fn.max('heap_bytes').as('heap_bytes'),
      fn.max('round_trip_ms').as('round_trip_ms'),
      fn.max('bound_ms').as('bound_ms'),
      fn.sum<number>('errors').as('errors'),
      fn.sum<number>('touches').as('touches'),
      fn.max('temperature_c').as('temperature_c'),
      fn.avg<number | null>('cpu').as('cpu'),
      fn.max('lateness_ms').as('lateness_ms'),
    ]);
  return sql.all(minutes).map((row) => ({ ...row, at }));
}
