import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { createSql, type Sql } from '../../../controller/store/sqlite/sql.ts';
import { kept, pack, prune, rollUp } from '../../../controller/store/telemetry/jobs/jobs.ts';
import { openTelemetryDatabase } from '../../../controller/store/telemetry/open.ts';
import { forgetOld, insertRecords, rowOf } from '../../../controller/store/telemetry/records.ts';
import type { RolledRow, TelemetryTables } from '../../../controller/store/telemetry/tables.ts';
import { startAt } from '../../contract/store-samples.ts';
import { seededRandom } from '../../support/random.ts';
import type { Row } from '../row.ts';
import { dayOf, minuteOf } from './reports.ts';

const subject = 'shanyraq';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const recordDays = 90;
const yearDays = 365;
/** A little more than the raw reports of a day, so that the oldest are pruned as in life. */
const liveHours = 26;

/**
 * What a hall's telemetry takes on the disk when it has run for years: two years of hours, a month of minutes and the
 * records that last, as the jobs have left them, then more than a day of every report, with the worker's own jobs run
 * minute by minute. The time is compressed, the file is real.
 */
export function diskAfterYears(folder: string, screens: number): readonly Row[] {
  const ids = Array.from({ length: screens }, (_, index) => `screen-${index + 1}`);
  const like = sampleOf(`${folder}/sample.db`);
  const file = `${folder}/years.db`;
  const { database } = openTelemetryDatabase({ file, maxBytes: 2 ** 30, check: false });
  const sql = createSql<TelemetryTables>(database);
  const end = Math.floor(startAt / dayMs) * dayMs;
  remember(sql, ids, like, end);
  live(sql, ids, end, liveHours);
  const bytes = bytesOfTables(database);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const head = { case: `two years of ${screens} screens`, subject };
  const perScreen = (...tables: readonly string[]): number =>
    tables.reduce((sum, table) => sum + (bytes.get(table) ?? 0), 0) / screens / 2 ** 20;
  return [
    { ...head, metric: 'file', unit: 'MiB', value: statSync(file).size / 2 ** 20 },
    { ...head, metric: 'per screen, all together', unit: 'MiB', value: perScreen(...bytes.keys()) },
    {
      ...head,
      metric: 'per screen: a day of raw reports',
      unit: 'MiB',
      value: perScreen('packed', 'packed_screen', 'packed_age'),
    },
    { ...head, metric: 'per screen: a month of minutes', unit: 'MiB', value: perScreen('minute', 'minute_age') },
    { ...head, metric: 'per screen: two years of hours', unit: 'MiB', value: perScreen('hour', 'hour_age') },
    {
      ...head,
      metric: 'per screen: changes and touches of 90 days, states of two years, the last minutes as they came',
      unit: 'MiB',
      value: perScreen('record', 'record_age', 'record_run', 'record_screen'),
    },
  ];
}

/** True rows of the jobs, to fill the years with. */
function sampleOf(file: string): { readonly minute: RolledRow; readonly hour: RolledRow } {
  const { database } = openTelemetryDatabase({ file, maxBytes: 2 ** 30, check: false });
  const sql = createSql<TelemetryTables>(database);
  live(sql, ['screen-1'], startAt - (startAt % hourMs), 2);
  const newest = (table: 'minute' | 'hour'): RolledRow | undefined =>
    sql.first(sql.from.selectFrom(table).selectAll().orderBy('at', 'desc').limit(1));
  const [minute, hour] = [newest('minute'), newest('hour')];
  database.close();
  if (minute === undefined || hour === undefined) throw new Error('the jobs have rolled nothing up');
  return { minute, hour };
}

function remember(
  sql: Sql<TelemetryTables>,
  ids: readonly string[],
  like: ReturnType<typeof sampleOf>,
  end: number,
): void {
  for (let day = 2 * yearDays; day > 0; day -= 1) {
    const at = end - day * dayMs;
    const kinds =
      day <= recordDays ? (['applied', 'touch', 'state', 'player'] as const) : (['state', 'player'] as const);
    sql.transaction(() => {
      insertRecords(sql, ids.flatMap((screen) => dayOf(screen, at, kinds)).map(rowOf));
      for (let hour = at; hour < at + dayMs; hour += hourMs)
        for (const screen of ids) {
          sql.run(sql.from.insertInto('hour').values({ ...like.hour, screen, at: hour }));
          if (end - hour > kept.minutes) continue;
          for (let minute = hour; minute < hour + hourMs; minute += minuteMs)
            sql.run(sql.from.insertInto('minute').values({ ...like.minute, screen, at: minute }));
        }
    });
  }
}

/** Every report of so many hours, and the jobs as often as the worker runs them. */
function live(sql: Sql<TelemetryTables>, ids: readonly string[], from: number, hours: number): void {
  const random = seededRandom(7);
  for (let at = from; at <= from + hours * hourMs; at += minuteMs) {
    const records = ids.flatMap((screen) => [
      ...minuteOf(screen, at, random),
      ...(at % dayMs === 0 ? dayOf(screen, at, ['state', 'player']) : []),
    ]);
    sql.transaction(() => insertRecords(sql, records.map(rowOf)));
    rollUp(sql, at + minuteMs + 6_000);
    pack(sql, at + minuteMs + 20_000);
    if (at % hourMs !== 0) continue;
    prune(sql, at);
    forgetOld(sql, at, 10_000);
  }
}

/** Bytes of each table and index in the file, by SQLite's own count of its pages. */
function bytesOfTables(database: Database.Database): ReadonlyMap<string, number> {
  const rows = database.prepare('SELECT name, SUM(pgsize) AS bytes FROM dbstat GROUP BY name').all() as {
    readonly name: string;
    readonly bytes: number;
  }[];
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}
