import type { Problem } from '#shared/problem.ts';
import type { Change, HallState } from '../state.ts';
import type { Deed } from '../words/deeds.ts';

export interface JournalEntry {
  readonly revision: number;
  /** Shared time, ms. */
  readonly at: number;
  readonly command: string;
  readonly commandId: string;
  readonly actor: string;
  readonly reason: string | null;
  /** What happened, in one plain sentence in English. */
  readonly summary: string;
  /** The same as data, from which sentences in every language are made; absent in halls' older entries. */
  readonly deeds?: readonly Deed[];
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
  /** Only entries of these commands. */
  readonly commands?: readonly string[];
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
  /** Whether a decision could be made durable now. Changes nothing that anybody can see. */
  probe(): Promise<CommitResult>;
  /** The answer once given to a command id, or null; kept for the newest 10,000 commands of the last 7 days. */
  answered(commandId: string): Promise<{ readonly answer: unknown } | null>;
  /** Newest first. */
  journal(query: JournalQuery): Promise<readonly StoredEntry[]>;
  /** First sequence number that is changed or missing, or null when the journal is whole. */
  verifyJournal(): Promise<number | null>;
  close(): Promise<void>;
}
