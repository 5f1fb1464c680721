import type { Incident } from '#shared/incidents.ts';

/** One line of telemetry; `at` is the controller's shared time, ms, when it heard of it. Bodies are JSON. */
export type TelemetryRecord =
  | { readonly kind: 'report'; readonly at: number; readonly screen: string; readonly body: unknown }
  | {
      readonly kind: 'applied';
      readonly at: number;
      readonly screen: string;
      readonly run: string;
      readonly body: unknown;
    }
  | { readonly kind: 'take'; readonly at: number; readonly run: string; readonly body: unknown }
  | { readonly kind: 'touch'; readonly at: number; readonly screen: string; readonly body: unknown }
  /** A screen's state became another. */
  | { readonly kind: 'state'; readonly at: number; readonly screen: string; readonly body: unknown }
  /** Its player came, went, or runs other software than before. */
  | { readonly kind: 'player'; readonly at: number; readonly screen: string; readonly body: unknown }
  | { readonly kind: 'host'; readonly at: number; readonly screen: string; readonly body: unknown }
  /** An incident as it is now: opened, changed or closed. */
  | { readonly kind: 'incident'; readonly at: number; readonly body: Incident };

/** One point of a screen's history; null where nothing is known. Over a minute or an hour the worst, or the mean of shares. */
export interface SeriesPoint {
  readonly at: number;
  /** Share of the known time in which it showed what it should. */
  readonly up: number | null;
  readonly droppedShare: number | null;
  readonly longTaskMs: number;
  readonly heapBytes: number | null;
  readonly roundTripMs: number | null;
  readonly boundMs: number | null;
  readonly errors: number;
  readonly touches: number;
  readonly temperatureC: number | null;
  readonly cpu: number | null;
  readonly latenessMs: number | null;
}

export interface Series {
  readonly grain: 'raw' | 'minute' | 'hour';
  readonly points: readonly SeriesPoint[];
}

/** How long a screen was what, ms. Time in which nobody could know counts nowhere; proved time is part of up. */
export interface Availability {
  readonly screen: string;
  readonly upMs: number;
  readonly provedMs: number;
  readonly downMs: number;
  readonly plannedMs: number;
}

export interface HistoryEvent {
  readonly kind: 'state' | 'player';
  readonly at: number;
  readonly body: unknown;
}

export interface IncidentQuery {
  /** Open in some of [from, until), ms; with `open` only those that have not ended. */
  readonly from: number;
  readonly until: number;
  readonly open: boolean;
}

/** The past of the hall's screens. The questions reject while it cannot be read. Times in ms of shared time. */
export interface History {
  series(screen: string, from: number, until: number): Promise<Series>;
  availability(from: number, until: number): Promise<readonly Availability[]>;
  events(screen: string, from: number, until: number): Promise<readonly HistoryEvent[]>;
  /** Bodies of `applied` records, newest first. */
  flips(screen: string, from: number, until: number): Promise<readonly unknown[]>;
  incidents(query: IncidentQuery): Promise<readonly Incident[]>;
}

/**
 * Runs in a worker with a file of its own; bounded, drops the oldest and counts them when it cannot keep up. Raw reports
 * are kept for a day, their minutes for a month, their hours, states and incidents for two years, the rest for 90 days. The questions reject while the telemetry cannot be read.
 */
export interface Telemetry extends History {
  /** Never waits and never fails the caller. */
  append(record: TelemetryRecord): void;
  /** Everything known of a take: its record and each screen's application, in the order in which they came. */
  ledger(run: string): Promise<readonly TelemetryRecord[]>;
  /** The last report of each screen, for a console that opens after a restart. */
  lastReports(): Promise<readonly { readonly screen: string; readonly at: number; readonly body: unknown }[]>;
  stats(): { readonly queued: number; readonly dropped: number };
  close(): Promise<void>;
}
