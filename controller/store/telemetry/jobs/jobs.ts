import { zstdCompressSync } from 'node:zlib';
import type { Sql } from '../../sqlite/sql.ts';
import type { PackedRow, RolledRow, TelemetryTables } from '../tables.ts';
import { rollHour } from './roll-hour.ts';
import { rollMinute } from './roll-minute.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long each kind of memory lasts, ms. */
export const kept = { raw: dayMs, minutes: 31 * dayMs, hours: 2 * 366 * dayMs } as const;

/** What reports late still counts: a minute is rolled up this long after it ended. */
const settleMs = 5_000;
/** Raw records stay as they came for this long, for the newest charts, before they are packed. */
export const unpackedMs = 5 * minuteMs;
/** After a stop nothing is known of; the minutes before are not rolled up again. */
const mostMinutes = 15;
/** At most this many rows in one go, so that no job holds the thread for long. */
const rowsAtOnce = 20_000;

/** Rolls up every minute that has ended by `now` and every hour whose minutes are all there. */
export function rollUp(sql: Sql<TelemetryTables>, now: number): void {
  const until = Math.floor((now - settleMs) / minuteMs) * minuteMs;
  const from = Math.max(progress(sql, 'minute') ?? until - minuteMs, until - mostMinutes * minuteMs);
  for (let at = from; at < until; at += minuteMs)
    sql.transaction(() => keep(sql, 'minute', rollMinute(sql, at), at + minuteMs));
  const hoursUntil = Math.floor(until / hourMs) * hourMs;
  const hoursFrom = progress(sql, 'hour') ?? Math.floor(from / hourMs) * hourMs;
  for (let at = hoursFrom; at < hoursUntil; at += hourMs) {
    const rows = rollHour(sql, at);
    sql.transaction(() => keep(sql, 'hour', rows, at + hourMs));
  }
}

function keep(sql: Sql<TelemetryTables>, table: 'minute' | 'hour', rows: readonly RolledRow[], until: number): void {
  for (const row of rows) {
    const { screen: _screen, at: _at, ...values } = row;
    sql.run(
      sql.from
        .insertInto(table)
        .values(row)
        .onConflict((conflict) => conflict.columns(['screen', 'at']).doUpdateSet(values)),
    );
  }
  const said = { until_at: until };
  sql.run(
    sql.from
      .insertInto('progress')
      .values({ job: table, ...said })
      .onConflict((conflict) => conflict.column('job').doUpdateSet(said)),
  );
}

function progress(sql: Sql<TelemetryTables>, job: string): number | null {
  return sql.first(sql.from.selectFrom('progress').select('until_at').where('job', '=', job))?.until_at ?? null;
}

/** Packs raw reports that have been rolled up: alike as they are, they take a twentieth of the room. How many it packed. */
export function pack(sql: Sql<TelemetryTables>, now: number): number {
  const before = Math.min(progress(sql, 'minute') ?? 0, now - unpackedMs);
  const records = sql.all(
    sql.from
      .selectFrom('record')
      .select(['seq', 'kind', 'screen', 'at', 'body'])
      .where('kind', 'in', ['report', 'host'])
      .where('at', '<', before)
      .orderBy('at')
      .limit(rowsAtOnce),
  );
  const groups = Map.groupBy(records, ({ kind, screen }) => `${kind}/${screen}`);
  sql.transaction(() => {
    for (const group of groups.values()) sql.run(sql.from.insertInto('packed').values(packedRow(group)));
    for (const { seq } of records) sql.run(sql.from.deleteFrom('record').where('seq', '=', seq ?? -1));
  });
  return records.length;
}

interface Raw {
  readonly kind: string;
  readonly screen: string | null;
  readonly at: number;
  readonly body: string;
}

function packedRow(group: readonly Raw[]): PackedRow {
  const body = `[${group.map(({ at, body: one }) => `[${at},${one}]`).join(',')}]`;
  const first = group[0];
  if (first === undefined) throw new Error('a group of records is never empty');
  return {
    kind: first.kind as PackedRow['kind'],
    screen: first.screen ?? '',
    from_at: first.at,
    until_at: group.at(-1)?.at ?? first.at,
    count: group.length,
    body: zstdCompressSync(body),
  };
}

/** Forgets what has been kept long enough. */
export function prune(sql: Sql<TelemetryTables>, now: number): void {
  sql.run(sql.from.deleteFrom('packed').where('until_at', '<', now - kept.raw));
  sql.run(sql.from.deleteFrom('minute').where('at', '<', now - kept.minutes));
  sql.run(sql.from.deleteFrom('hour').where('at', '<', now - kept.hours));
  sql.run(sql.from.deleteFrom('incident').where('closed_at', '<', now - kept.hours));
}

/** Makes room where the file has reached its limit: the oldest raw reports go, whatever their age. */
export function dropOldestRaw(sql: Sql<TelemetryTables>, rows: number): number {
  const oldest = sql.from.selectFrom('packed').select('seq').orderBy('until_at').limit(rows);
  return sql.run(sql.from.deleteFrom('packed').where('seq', 'in', oldest));
}
