import type { Problem } from '#shared/problem.ts';
import type { Change, HallState } from './state.ts';

// What adapters and the store need of the core's own words; they see the core through this file alone.
export { canonicalJson } from './canonical.ts';
export { applyChanges, emptyState, kinds } from './state.ts';
export type { Change, Documents, HallState, Kind } from './state.ts';

/** Where a room writes down what happened; pino's logger is one. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Who is behind a command or a question. */
export type Actor =
  | {
      readonly is: 'person';
      readonly id: string;
      readonly name: string;
      readonly role: 'viewer' | 'operator' | 'curator' | 'technician' | 'admin';
    }
  | { readonly is: 'screen'; readonly screen: string }
  /** The controller itself and the person at its machine: import, wake-ups, the one-time link. */
  | { readonly is: 'hall' }
  | { readonly is: 'stranger' };

export interface JournalEntry {
  readonly revision: number;
  /** Shared time, ms. */
  readonly at: number;
  readonly command: string;
  readonly commandId: string;
  readonly actor: string;
  readonly reason: string | null;
  /** What happened, in one plain sentence. */
  readonly summary: string;
  /** Kind and id of every document it changed. */
  readonly changed: readonly { readonly kind: string; readonly id: string }[];
}

/** What one command did, to be made durable as a whole or not at all. */
export interface Decision {
  readonly entry: JournalEntry;
  readonly changes: readonly Change[];
  /** The answer, kept so that the same command id again gets the same answer. JSON. */
  readonly answer: unknown;
}

export interface JournalQuery {
  /** Only entries with a smaller sequence number: the way to the next page. */
  readonly before?: number;
  readonly limit: number;
  readonly actor?: string;
  readonly command?: string;
  /** Shared time, ms; `from` is included, `to` is not. */
  readonly from?: number;
  readonly to?: number;
}

/** A stored journal entry: its sequence number and the chained hash over it and all before it. */
export type StoredEntry = JournalEntry & { readonly seq: number; readonly hash: string };

export type CommitResult = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/** What the hall remembers with. Every implementation passes tests/contract/store. */
export interface Store {
  /** The whole state, as of the last commit. */
  load(): Promise<HallState>;
  /**
   * Resolves ok only when the decision is on disk; a full or read-only disk is an answer, not a throw, and leaves
   * everything as it was. The entry's revision is the stored one plus one; any other is a bug and throws, and so is
   * a command id that was answered already. A decision that was refused may be committed again later.
   */
  commit(decision: Decision): Promise<CommitResult>;
  /** The answer once given to a command id, or null; kept for the newest 10,000 commands of the last 7 days. */
  answered(commandId: string): Promise<{ readonly answer: unknown } | null>;
  /** Newest first. */
  journal(query: JournalQuery): Promise<readonly StoredEntry[]>;
  /** First sequence number that is changed or missing, or null when the journal is whole. */
  verifyJournal(): Promise<number | null>;
  close(): Promise<void>;
}

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
  | { readonly kind: 'touch'; readonly at: number; readonly screen: string; readonly body: unknown };

/**
 * Runs in a worker with a file of its own; bounded, drops the oldest and counts them when it cannot keep up. Raw reports
 * are kept for a day, everything else for 90. The questions reject while the telemetry cannot be read.
 */
export interface Telemetry {
  /** Never waits and never fails the caller. */
  append(record: TelemetryRecord): void;
  /** Everything known of a take: its record and each screen's application, in the order in which they came. */
  ledger(run: string): Promise<readonly TelemetryRecord[]>;
  /** The last report of each screen, for a console that opens after a restart. */
  lastReports(): Promise<readonly { readonly screen: string; readonly at: number; readonly body: unknown }[]>;
  stats(): { readonly queued: number; readonly dropped: number };
  close(): Promise<void>;
}
