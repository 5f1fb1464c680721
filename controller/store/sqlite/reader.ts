import { Worker } from 'node:worker_threads';
import type { JournalQuery, StoredEntry } from '#core/ports.ts';
import { createWorkerCalls } from '../../worker-calls.ts';

export type ReaderRequest = { readonly is: 'journal'; readonly query: JournalQuery } | { readonly is: 'verify' };

/** Questions that may take long, answered by a thread with a connection of its own: a list never delays a decision. */
export interface Reader {
  journal(query: JournalQuery): Promise<readonly StoredEntry[]>;
  verify(): Promise<number | null>;
  close(): Promise<void>;
}

/** The thread starts with the first question, and again after it has failed. */
export function createReader(file: string): Reader {
  let current: { readonly worker: Worker; ask(request: ReaderRequest): Promise<unknown> } | null = null;
  const start = () => {
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { workerData: file });
    const started = { worker, ...createWorkerCalls<ReaderRequest>(worker) };
    worker.once('exit', () => {
      if (current === started) current = null;
    });
    return started;
  };
  const ask = (request: ReaderRequest): Promise<unknown> => (current ??= start()).ask(request);
  return {
    journal: async (query) => (await ask({ is: 'journal', query })) as readonly StoredEntry[],
    verify: async () => (await ask({ is: 'verify' })) as number | null,
    close: async () => {
      await current?.worker.terminate();
    },
  };
}
