import { createHash } from 'node:crypto';
import type { JournalEntry, StoredEntry } from '#core/ports.ts';
import { canonicalJson } from '#shared/canonical-json.ts';

/** The end of a journal: what the next entry is chained to. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What the first entry is chained to. */
export const noEntries: Head = { seq: 0, hash: '0'.repeat(64) };

/** The entry as it is stored after `head`: numbered, with the SHA-256 over the hash before it and its canonical JSON. */
export function chain(head: Head, entry: JournalEntry): StoredEntry {
  const { revision, at, command, commandId, actor, reason, summary, deeds, changed } = entry;
  const told = { summary, ...(deeds === undefined ? {} : { deeds }) };
  const numbered = { seq: head.seq + 1, revision, at, command, commandId, actor, reason, ...told, changed };
  const hash = createHash('sha256').update(head.hash).update(canonicalJson(numbered)).digest('hex');
  return { ...numbered, hash };
}

/** A stored entry with the hash that it says it was chained to. */
export type ChainedEntry = StoredEntry & { readonly previousHash: string };

export type ChainCheck =
  | { readonly is: 'whole'; readonly head: Head }
  /** `seq` is the first sequence number that is changed or missing. */
  | { readonly is: 'broken'; readonly seq: number };

/** Whether the entries, oldest first, continue the journal that ends in `head`. */
export function checkChain(head: Head, entries: Iterable<ChainedEntry>): ChainCheck {
  let last = head;
  for (const entry of entries) {
    const expected = chain(last, entry);
    if (entry.seq !== expected.seq || entry.previousHash !== last.hash || entry.hash !== expected.hash)
      return { is: 'broken', seq: expected.seq };
    last = { seq: entry.seq, hash: entry.hash };
  }
  return { is: 'whole', head: last };
}
