import type { TelemetryRecord } from '#core/ports.ts';
import type { Sql } from '../sqlite/sql.ts';
import { keepIncidents } from './history.ts';
import type { LastReportRow, RecordRow, TelemetryTables } from './tables.ts';

const dayMs = 24 * 3_600_000;
/** How long a record is kept. */
const keptMs: { readonly [K in TelemetryRecord['kind']]: number } = {
  report: dayMs,
  touch: 90 * dayMs,
  applied: 90 * dayMs,
  take: 90 * dayMs,
  host: dayMs,
  state: 732 * dayMs,
  player: 732 * dayMs,
  // Kept in a table of their own.
  incident: 0,
};
const kinds = Object.keys(keptMs) as TelemetryRecord['kind'][];
const rowsAtOnce = 100;

/** The record as it is stored; its body is fixed here and now, whatever the caller does with it later. */
export function rowOf(record: TelemetryRecord): RecordRow {
  return {
    kind: record.kind,
    at: record.at,
    screen: 'screen' in record ? record.screen : null,
    run: 'run' in record ? record.run : null,
    body: JSON.stringify(record.body ?? null),
  };
}

export function insertRecords(sql: Sql<TelemetryTables>, rows: readonly RecordRow[]): void {
  const kept = rows.filter(({ kind }) => kind !== 'incident');
  for (let start = 0; start < kept.length; start += rowsAtOnce)
    sql.run(sql.from.insertInto('record').values(kept.slice(start, start + rowsAtOnce)));
  keepIncidents(sql, rows);
  const last = new Map<string, LastReportRow>();
  for (const { kind, screen, at, body } of rows)
    if (kind === 'report' && screen !== null) last.set(screen, { screen, at, body });
  for (const { screen, at, body } of last.values())
    sql.run(
      sql.from
        .insertInto('last_report')
        .values({ screen, at, body })
        .onConflict((conflict) => conflict.column('screen').doUpdateSet({ at, body })),
    );
}

/** Removes records that have been kept long enough at `now`, at most `limit` of each kind; how many. */
export function forgetOld(sql: Sql<TelemetryTables>, now: number, limit: number): number {
  return kinds.reduce((total, kind) => total + forget(sql, kind, now - keptMs[kind], limit), 0);
}

/** Removes the oldest raw reports, whatever their age, to make room. */
export function forgetReports(sql: Sql<TelemetryTables>, limit: number): number {
  return forget(sql, 'report', Infinity, limit);
}

function forget(sql: Sql<TelemetryTables>, kind: TelemetryRecord['kind'], before: number, limit: number): number {
  const oldest = sql.from
    .selectFrom('record')
    .select('seq')
    .where('kind', '=', kind)
    .where('at', '<', before)
    .orderBy('at')
    .limit(limit);
  return sql.run(sql.from.deleteFrom('record').where('seq', 'in', oldest));
}

/** In the order in which they came. */
export function recordsOfRun(sql: Sql<TelemetryTables>, run: string): readonly TelemetryRecord[] {
  const rows = sql.from.selectFrom('record').select(['kind', 'at', 'screen', 'run', 'body']).where('run', '=', run);
  return sql.all(rows.orderBy('seq')).map(({ kind, at, screen, run: of, body }) => {
    const names = { ...(screen === null ? {} : { screen }), ...(of === null ? {} : { run: of }) };
    return { kind, at, ...names, body: JSON.parse(body) as unknown } as TelemetryRecord;
  });
}

export type LastReport = Omit<LastReportRow, 'body'> & { readonly body: unknown };

export function lastReports(sql: Sql<TelemetryTables>): readonly LastReport[] {
  const rows = sql.all(sql.from.selectFrom('last_report').select(['screen', 'at', 'body']).orderBy('screen'));
  return rows.map(({ screen, at, body }) => ({ screen, at, body: JSON.parse(body) as unknown }));
}
