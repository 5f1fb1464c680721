import type { Migration } from '../../sqlite/migrate.ts';

const rolled = (table: string): string => `
    CREATE TABLE ${table} (
      screen TEXT NOT NULL,
      at REAL NOT NULL,
      reports INTEGER NOT NULL,
      up_ms REAL NOT NULL,
      proved_ms REAL NOT NULL,
      down_ms REAL NOT NULL,
      planned_ms REAL NOT NULL,
      drawn INTEGER NOT NULL,
      dropped INTEGER NOT NULL,
      long_task_ms REAL NOT NULL,
      heap_bytes REAL,
      round_trip_ms REAL,
      bound_ms REAL,
      errors INTEGER NOT NULL,
      touches INTEGER NOT NULL,
      temperature_c REAL,
      cpu REAL,
      lateness_ms REAL,
      PRIMARY KEY (screen, at)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${table}_age ON ${table} (at);`;

/** Reports by the minute and the hour, a day of raw ones packed, and incidents. */
export const telemetry002: Migration = {
  version: 2,
  sql: `
    ${rolled('minute')}
    ${rolled('hour')}

    CREATE TABLE packed (
      seq INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      screen TEXT NOT NULL,
      from_at REAL NOT NULL,
      until_at REAL NOT NULL,
      count INTEGER NOT NULL,
      body BLOB NOT NULL
    ) STRICT;
    CREATE INDEX packed_screen ON packed (screen, kind, until_at);
    CREATE INDEX packed_age ON packed (until_at);

    CREATE TABLE incident (
      id TEXT PRIMARY KEY,
      opened_at REAL NOT NULL,
      closed_at REAL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX incident_opened ON incident (opened_at);
    CREATE INDEX incident_open ON incident (closed_at) WHERE closed_at IS NULL;

    CREATE INDEX record_screen ON record (screen, kind, at) WHERE screen IS NOT NULL;

    CREATE TABLE progress (
      job TEXT PRIMARY KEY,
      until_at REAL NOT NULL
    ) STRICT;
  `,
};
