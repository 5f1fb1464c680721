import type { TelemetryRecord } from '#core/ports.ts';

/** The rows of `telemetry.db`; `at` is shared time in ms, bodies are JSON. */
export interface TelemetryTables {
  record: RecordRow;
  last_report: LastReportRow;
  minute: RolledRow;
  hour: RolledRow;
  packed: PackedRow;
  incident: IncidentRow;
  progress: { readonly job: string; readonly until_at: number };
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

/** One screen over one minute or hour that begins at `at`. Maxima where not said otherwise; null: nothing was said of it. */
export interface RolledRow {
  readonly screen: string;
  readonly at: number;
  readonly reports: number;
  /** Time in states that show what they should, of it proved; in states that do not; dark by plan or in maintenance. */
  readonly up_ms: number;
  readonly proved_ms: number;
  readonly down_ms: number;
  readonly planned_ms: number;
  /** Sums. */
  readonly drawn: number;
  readonly dropped: number;
  readonly long_task_ms: number;
  readonly heap_bytes: number | null;
  readonly round_trip_ms: number | null;
  readonly bound_ms: number | null;
  /** Sums. */
  readonly errors: number;
  readonly touches: number;
  readonly temperature_c: number | null;
  /** The mean, 0 to 1. */
  readonly cpu: number | null;
  readonly lateness_ms: number | null;
}

/** Records of one kind and screen, compressed: a JSON array of `[at, body]`, by Zstandard. */
export interface PackedRow {
  readonly seq?: number;
  readonly kind: 'report' | 'host';
  readonly screen: string;
  readonly from_at: number;
  readonly until_at: number;
  readonly count: number;
  readonly body: Buffer;
}

export interface IncidentRow {
  readonly id: string;
  readonly opened_at: number;
  readonly closed_at: number | null;
  readonly body: string;
}
