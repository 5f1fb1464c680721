import type { Migration } from '../../sqlite/migrate.ts';

export const telemetry001: Migration = {
  version: 1,
  sql: `
    CREATE TABLE record (
      seq INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      at REAL NOT NULL,
      screen TEXT,
      run TEXT,
      body TEXT NOT NULL
    ) STRICT;

    CREATE INDEX record_age ON record (kind, at);
    CREATE INDEX record_run ON record (run) WHERE run IS NOT NULL;

    CREATE TABLE last_report (
      screen TEXT PRIMARY KEY,
      at REAL NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
  `,
};
