import type { TelemetryRecord } from '#core/ports.ts';

/** The rows of `telemetry.db`; `at` is shared time in ms, bodies are JSON. */
export interface TelemetryTables {
  record: RecordRow;
  last_report: LastReportRow;
}

export interface RecordRow {
  /** Given by the database. */
  readonly seq?: number;
  readonly kind: TelemetryRecord['kind'];
  readonly at: number;
  readonly screen: string | null;
  readonly run: string | null;
  readonly body: string;
}

export interface LastReportRow {
  readonly screen: string;
  readonly at: number;
  readonly body: string;
}
