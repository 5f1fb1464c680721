import type { HealthState } from '#shared/facts.ts';
import type { Sql } from '../../sqlite/sql.ts';
import type { Said } from '../said.ts';
import type { RolledRow, TelemetryTables } from '../tables.ts';

const minuteMs = 60_000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Growing = Mutable<RolledRow> & { cpus: number; before: { drawn: number; dropped: number } | null };

const empty = (screen: string, at: number): Growing => ({
  screen,
  at,
  reports: 0,
  up_ms: 0,
  proved_ms: 0,
  down_ms: 0,
  planned_ms: 0,
  drawn: 0,
  dropped: 0,
  long_task_ms: 0,
  heap_bytes: null,
  round_trip_ms: null,
  bound_ms: null,
  errors: 0,
  touches: 0,
  temperature_c: null,
  cpu: null,
  lateness_ms: null,
  cpus: 0,
  before: null,
});

const most = (a: number | null, b: number | null | undefined): number | null =>
  b === null || b === undefined ? a : Math.max(a ?? -Infinity, b);

/** Counts a state for `ms`. Unknown counts nowhere: nobody could know. */
function spend(row: Growing, state: HealthState, ms: number): void {
  switch (state) {
    case 'online':
      row.up_ms += ms;
      row.proved_ms += ms;
      return;
    case 'late':
    case 'degraded':
    case 'unproved':
      row.up_ms += ms;
      return;
    case 'offline':
    case 'frozen':
    case 'wrong':
      row.down_ms += ms;
      return;
    case 'dark':
    case 'maintenance':
      row.planned_ms += ms;
      return;
    case 'unknown':
  }
}

/** The row of every screen for the minute that begins at `at`, from the raw records of that minute. */
export function rollMinute(sql: Sql<TelemetryTables>, at: number): readonly RolledRow[] {
  const rows = new Map<string, Growing>();
  const rowOf = (screen: string): Growing => {
    const row = rows.get(screen) ?? empty(screen, at);
    rows.set(screen, row);
    return row;
  };
  const records = sql.all(
    sql.from
      .selectFrom('record')
      .select(['kind', 'screen', 'at', 'body'])
      .where('kind', 'in', ['report', 'host', 'applied', 'state'])
      .where('at', '>=', at)
      .where('at', '<', at + minuteMs)
      .orderBy('at'),
  );
  const states = statesAt(sql, at);
  const changedAt = new Map<string, number>();
  for (const record of records) {
    if (record.screen === null) continue;
    const row = rowOf(record.screen);
    const said = JSON.parse(record.body) as Said;
    if (record.kind === 'report') addReport(row, said);
    else if (record.kind === 'host') addHost(row, said);
    else if (record.kind === 'applied') row.lateness_ms = most(row.lateness_ms, said.latenessMs);
    else {
      const before = states.get(record.screen);
      if (before !== undefined) spend(row, before, record.at - (changedAt.get(record.screen) ?? at));
      changedAt.set(record.screen, record.at);
      if (said.is !== undefined) states.set(record.screen, said.is);
    }
  }
  for (const [screen, state] of states) {
    if (state === 'unknown' && !rows.has(screen)) continue;
    spend(rowOf(screen), state, at + minuteMs - (changedAt.get(screen) ?? at));
  }
  return [...rows.values()].map(({ cpus: _cpus, before: _before, ...row }) => row);
}

function addReport(row: Growing, { frames, clock, page, errors, touch }: Said): void {
  row.reports += 1;
  const counted = { drawn: frames?.drawn ?? 0, dropped: frames?.dropped ?? 0 };
  // Counts begin anew with every page.
  if (row.before !== null && counted.drawn >= row.before.drawn) {
    row.drawn += counted.drawn - row.before.drawn;
    row.dropped += Math.max(0, counted.dropped - row.before.dropped);
  }
  row.before = counted;
  row.long_task_ms = Math.max(row.long_task_ms, page?.longTaskMs ?? 0);
  row.heap_bytes = most(row.heap_bytes, page?.heapBytes);
  row.round_trip_ms = most(row.round_trip_ms, clock?.roundTripMs);
  row.bound_ms = most(row.bound_ms, clock?.boundMs);
  row.errors += errors?.length ?? 0;
  row.touches += touch?.count ?? 0;
}

function addHost(row: Growing, { temperatureC, cpu }: Said): void {
  row.temperature_c = most(row.temperature_c, temperatureC);
  if (cpu === undefined) return;
  row.cpu = ((row.cpu ?? 0) * row.cpus + cpu) / (row.cpus + 1);
  row.cpus += 1;
}

/** The state that each screen was in when the minute began. */
function statesAt(sql: Sql<TelemetryTables>, at: number): Map<string, HealthState> {
  const states = new Map<string, HealthState>();
  for (const { screen } of sql.all(sql.from.selectFrom('last_report').select('screen'))) {
    const newest = sql.first(
      sql.from
        .selectFrom('record')
        .select('body')
        .where('screen', '=', screen)
        .where('kind', '=', 'state')
        .where('at', '<', at)
        .orderBy('at', 'desc')
        .limit(1),
    );
    const { is } = newest === undefined ? {} : (JSON.parse(newest.body) as Said);
    if (is !== undefined) states.set(screen, is);
  }
  return states;
}
