import {
  applyChanges,
  emptyState,
  type CommitResult,
  type Decision,
  type HallState,
  type JournalQuery,
  type Store,
  type StoredEntry,
} from '#core/ports.ts';
import type { Problem } from '#shared/problem.ts';
import { chain, checkChain, noEntries, type ChainedEntry } from './chain.ts';
import { keptCommands, keptCommandsMs } from './retention.ts';

/**
 * A hall that forgets: for tests, and for the copy that people train on. It starts as `state`; commits are refused
 * while `refusal` gives a problem, as a full disk would.
 */
export function createMemoryStore({
  state = emptyState(),
  refusal = () => null,
}: {
  readonly state?: HallState;
  readonly refusal?: () => Problem | null;
} = {}): Store {
  let current = state;
  const entries: ChainedEntry[] = [];
  const answers = new Map<string, { readonly answer: unknown; readonly at: number }>();

  const commit = ({ entry, changes, answer }: Decision): CommitResult => {
    const problem = refusal();
    if (problem !== null) return { ok: false, problem };
    if (entry.revision !== current.revision + 1)
      throw new Error(
        `revision ${entry.revision} cannot follow ${current.revision}: a decision is missing or repeated`,
      );
    if (answers.has(entry.commandId)) throw new Error(`the command ${entry.commandId} was answered already`);
    const head = entries.at(-1) ?? noEntries;
    entries.push({ ...chain(head, entry), previousHash: head.hash });
    current = applyChanges(current, changes, entry.revision);
    answers.set(entry.commandId, { answer: answer ?? null, at: entry.at });
    for (const [id, { at }] of answers) {
      if (answers.size <= keptCommands && at >= entry.at - keptCommandsMs) break;
      answers.delete(id);
    }
    return { ok: true };
  };

  return {
    load: () => Promise.resolve(current),
    commit: (decision) => Promise.try(commit, decision),
    probe: () => {
      const problem = refusal();
      return Promise.resolve(problem === null ? { ok: true } : { ok: false, problem });
    },
    answered: (id) => {
      const known = answers.get(id);
      return Promise.resolve(known === undefined ? null : { answer: known.answer });
    },
    journal: (query) => Promise.resolve(entries.toReversed().filter(matches(query)).slice(0, query.limit).map(stored)),
    verifyJournal: () => {
      const check = checkChain(noEntries, entries);
      return Promise.resolve(check.is === 'broken' ? check.seq : null);
    },
    close: () => Promise.resolve(),
  };
}

function matches(query: JournalQuery): (entry: StoredEntry) => boolean {
  const { before = Infinity, from = -Infinity, to = Infinity, actor, commands } = query;
  return (entry) =>
    entry.seq < before &&
    entry.at >= from &&
    entry.at < to &&
    (actor === undefined || entry.actor === actor) &&
    (commands === undefined || commands.includes(entry.command));
}

function stored({ previousHash: _previousHash, ...entry }: ChainedEntry): StoredEntry {
  return entry;
}
