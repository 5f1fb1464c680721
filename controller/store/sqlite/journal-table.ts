import type { JournalEntry, JournalQuery, StoredEntry } from '#core/ports.ts';
import { chain, checkChain, noEntries, type ChainedEntry, type Head } from '../chain.ts';
import { storedRevision } from './meta-table.ts';
import type { Sql } from './sql.ts';
import type { HallTables, JournalRow } from './tables.ts';

/** The last entry's number and hash. */
export function journalHead(sql: Sql<HallTables>): Head {
  const last = sql.from.selectFrom('journal').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1);
  return sql.first(last) ?? noEntries;
}

/** Chains the entry to the journal; its sequence number. */
export function appendEntry(sql: Sql<HallTables>, entry: JournalEntry): number {
  const head = journalHead(sql);
  const { commandId, changed, deeds, ...stored } = chain(head, entry);
  const row = {
    ...stored,
    command_id: commandId,
    changed: JSON.stringify(changed),
    deeds: deeds === undefined ? null : JSON.stringify(deeds),
    prev_hash: head.hash,
  };
  sql.run(sql.from.insertInto('journal').values(row));
  return stored.seq;
}

function entryOf(row: JournalRow): ChainedEntry {
  const { command_id: commandId, prev_hash: previousHash, changed, deeds, ...rest } = row;
  const done = deeds === null ? {} : { deeds: JSON.parse(deeds) as NonNullable<ChainedEntry['deeds']> };
  return { ...rest, ...done, commandId, previousHash, changed: JSON.parse(changed) as ChainedEntry['changed'] };
}

/** Newest first. */
export function readJournal(sql: Sql<HallTables>, query: JournalQuery): readonly StoredEntry[] {
  let wanted = sql.from.selectFrom('journal').selectAll().orderBy('seq', 'desc').limit(query.limit);
  if (query.before !== undefined) wanted = wanted.where('seq', '<', query.before);
  if (query.actor !== undefined) wanted = wanted.where('actor', '=', query.actor);
  if (query.commands !== undefined) wanted = wanted.where('command', 'in', query.commands);
  if (query.from !== undefined) wanted = wanted.where('at', '>=', query.from);
  if (query.to !== undefined) wanted = wanted.where('at', '<', query.to);
  return sql.all(wanted).map((row) => {
    const { previousHash: _previousHash, ...entry } = entryOf(row);
    return entry;
  });
}

/** First sequence number that is changed or missing, or null. Reads the whole journal: only for a worker. */
export function firstBrokenEntry(sql: Sql<HallTables>, rowsAtOnce = 1000): number | null {
  let head = noEntries;
  let revision = 0;
  for (;;) {
    const page = sql.from
      .selectFrom('journal')
      .selectAll()
      .where('seq', '>', head.seq)
      .orderBy('seq')
      .limit(rowsAtOnce);
    const rows = sql.all(page);
    const check = checkChain(head, rows.map(entryOf));
    if (check.is === 'broken') return check.seq;
    head = check.head;
    revision = rows.at(-1)?.revision ?? revision;
    // A journal that was cut at its end is still a whole chain, but ends before the hall does.
    if (rows.length < rowsAtOnce) return revision === storedRevision(sql) ? null : head.seq + 1;
  }
}
