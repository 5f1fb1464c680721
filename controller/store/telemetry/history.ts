import { zstdDecompressSync } from 'node:zlib';
import type { Availability, HistoryEvent, IncidentQuery, Series, SeriesPoint } from '#core/ports.ts';
import type { Incident } from '#shared/incidents.ts';
import type { Sql } from '../sqlite/sql.ts';
import type { Said } from './said.ts';
import type { RecordRow, RolledRow, TelemetryTables } from './tables.ts';

const hourMs = 3_600_000;
/** Up to this span a chart is drawn from every report, and up to the next from minutes. */
const rawSpanMs = 90 * 60_000;
const minuteSpanMs = 3 * 24 * hourMs;
const mostEvents = 500;

/** A screen's figures between two instants, in the grain that fits the span. */
export function series(sql: Sql<TelemetryTables>, screen: string, from: number, until: number): Series {
  const spanMs = until - from;
  if (spanMs <= rawSpanMs) return { grain: 'raw', points: rawPoints(sql, screen, from, until) };
  const grain = spanMs <= minuteSpanMs ? 'minute' : 'hour';
  const rows = sql.from.selectFrom(grain).selectAll().where('screen', '=', screen);
  return { grain, points: sql.all(rows.where('at', '>=', from).where('at', '<', until).orderBy('at')).map(pointOf) };
}

function pointOf(row: RolledRow): SeriesPoint {
  const known = row.up_ms + row.down_ms;
  const frames = row.drawn + row.dropped;
  return {
    at: row.at,
    up: known === 0 ? null : row.up_ms / known,
    droppedShare: frames === 0 ? null : row.dropped / frames,
    longTaskMs: row.long_task_ms,
    heapBytes: row.heap_bytes,
    roundTripMs: row.round_trip_ms,
    boundMs: row.bound_ms,
    errors: row.errors,
    touches: row.touches,
    temperatureC: row.temperature_c,
    cpu: row.cpu,
    latenessMs: row.lateness_ms,
  };
}

function rawPoints(sql: Sql<TelemetryTables>, screen: string, from: number, until: number): readonly SeriesPoint[] {
  const reports = raw(sql, 'report', screen, from, until);
  const hosts = raw(sql, 'host', screen, from, until);
  let host = 0;
  let before: Said['frames'];
  return reports.map(([at, said]) => {
    while (host + 1 < hosts.length && (hosts[host + 1]?.[0] ?? Infinity) <= at) host += 1;
    const machine = (hosts[host]?.[0] ?? Infinity) <= at ? hosts[host]?.[1] : undefined;
    const drawn = Math.max(0, (said.frames?.drawn ?? 0) - (before?.drawn ?? 0));
    const dropped = Math.max(0, (said.frames?.dropped ?? 0) - (before?.dropped ?? 0));
    const isFirst = before === undefined;
    before = said.frames;
    return {
      at,
      up: 1,
      droppedShare: isFirst || drawn + dropped === 0 ? null : dropped / (drawn + dropped),
      longTaskMs: said.page?.longTaskMs ?? 0,
      heapBytes: said.page?.heapBytes ?? null,
      roundTripMs: said.clock?.roundTripMs ?? null,
      boundMs: said.clock?.boundMs ?? null,
      errors: said.errors?.length ?? 0,
      touches: said.touch?.count ?? 0,
      temperatureC: machine?.temperatureC ?? null,
      cpu: machine?.cpu ?? null,
      latenessMs: null,
    };
  });
}

/** Raw records, packed or not, in order. */
function raw(
  sql: Sql<TelemetryTables>,
  kind: 'report' | 'host',
  screen: string,
  from: number,
  until: number,
): readonly (readonly [at: number, said: Said])[] {
  const packed = sql.all(
    sql.from
      .selectFrom('packed')
      .select('body')
      .where('screen', '=', screen)
      .where('kind', '=', kind)
      .where('until_at', '>=', from)
      .where('from_at', '<', until)
      .orderBy('from_at'),
  );
  const loose = sql.all(
    sql.from
      .selectFrom('record')
      .select(['at', 'body'])
      .where('screen', '=', screen)
      .where('kind', '=', kind)
      .where('at', '>=', from)
      .where('at', '<', until)
      .orderBy('at'),
  );
  const unpacked = packed.flatMap(({ body }) => JSON.parse(zstdDecompressSync(body).toString()) as [number, Said][]);
  const all = [...unpacked, ...loose.map(({ at, body }): [number, Said] => [at, JSON.parse(body) as Said])];
  return all.filter(([at]) => at >= from && at < until);
}

/** Each screen's time in what it was, from the hours in [from, until) and the minutes after the last whole hour. */
export function availability(sql: Sql<TelemetryTables>, from: number, until: number): readonly Availability[] {
  const hoursUntil =
    sql.first(sql.from.selectFrom('progress').select('until_at').where('job', '=', 'hour'))?.until_at ?? 0;
  const sums = new Map<string, Availability>();
  const add = (table: 'hour' | 'minute', since: number, before: number): void => {
    const rows = sql.from
      .selectFrom(table)
      .where('at', '>=', since)
      .where('at', '<', before)
      .groupBy('screen')
      .select(({ fn }) => [
        'screen',
        fn.sum<number>('up_ms').as('upMs'),
        fn.sum<number>('proved_ms').as('provedMs'),
        fn.sum<number>('down_ms').as('downMs'),
        fn.sum<number>('planned_ms').as('plannedMs'),
      ]);
    for (const row of sql.all(rows)) {
      const known = sums.get(row.screen);
      sums.set(row.screen, {
        screen: row.screen,
        upMs: row.upMs + (known?.upMs ?? 0),
        provedMs: row.provedMs + (known?.provedMs ?? 0),
        downMs: row.downMs + (known?.downMs ?? 0),
        plannedMs: row.plannedMs + (known?.plannedMs ?? 0),
      });
    }
  };
  add('hour', from, until);
  add('minute', Math.max(from, hoursUntil), until);
  return [...sums.values()].toSorted((a, b) => (a.screen < b.screen ? -1 : 1));
}

/** What happened to a screen and its player: states, reconnects, software. Newest first. */
export function events(
  sql: Sql<TelemetryTables>,
  screen: string,
  from: number,
  until: number,
): readonly HistoryEvent[] {
  const rows = sql.from
    .selectFrom('record')
    .select(['kind', 'at', 'body'])
    .where('screen', '=', screen)
    .where('kind', 'in', ['state', 'player'])
    .where('at', '>=', from)
    .where('at', '<', until);
  return sql
    .all(rows.orderBy('at', 'desc').limit(mostEvents))
    .map(({ kind, at, body }) => ({ kind, at, body: JSON.parse(body) as unknown }) as HistoryEvent);
}

/** A screen's flips, newest first: when and how late. */
export function flips(sql: Sql<TelemetryTables>, screen: string, from: number, until: number): readonly unknown[] {
  const rows = sql.from
    .selectFrom('record')
    .select('body')
    .where('screen', '=', screen)
    .where('kind', '=', 'applied')
    .where('at', '>=', from)
    .where('at', '<', until);
  return sql.all(rows.orderBy('at', 'desc').limit(mostEvents)).map(({ body }) => JSON.parse(body) as unknown);
}

export function incidents(sql: Sql<TelemetryTables>, { from, until, open }: IncidentQuery): readonly Incident[] {
  let rows = sql.from.selectFrom('incident').select('body').where('opened_at', '<', until);
  rows = open
    ? rows.where('closed_at', 'is', null)
    : rows.where((where) => where.or([where('closed_at', 'is', null), where('closed_at', '>=', from)]));
  return sql.all(rows.orderBy('opened_at', 'desc').limit(mostEvents)).map(({ body }) => JSON.parse(body) as Incident);
}

/** Remembers incidents as they are now; the latest word counts. */
export function keepIncidents(sql: Sql<TelemetryTables>, rows: readonly RecordRow[]): void {
  for (const { kind, body } of rows) {
    if (kind !== 'incident') continue;
    const { id, openedAt, closedAt } = JSON.parse(body) as Incident;
    const values = { opened_at: openedAt, closed_at: closedAt, body };
    sql.run(
      sql.from
        .insertInto('incident')
        .values({ id, ...values })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values)),
    );
  }
}
