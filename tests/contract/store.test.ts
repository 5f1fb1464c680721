import { asIs } from '#shared/said.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryStore } from '../../controller/store/memory.ts';
import { openDatabase } from '../../controller/store/sqlite/open.ts';
import { createStore } from '../../controller/store/sqlite/store.ts';
import { problem } from '#shared/problem.ts';
import { storeContract } from './store-contract.ts';
import { silentLog } from './store-samples.ts';

storeContract('in memory', () => {
  let full = false;
  const refusal = () => (full ? problem('storage', asIs('The disk is full. Make room on it.')) : null);
  const store = createMemoryStore({ refusal });
  return Promise.resolve({
    store,
    reopen: () => Promise.resolve(store),
    setFull: (value) => {
      full = value;
    },
    stop: () => store.close(),
  });
});

storeContract('SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shanyraq-store-'));
  const file = join(folder, 'hall.db');
  const open = () => {
    const opened = openDatabase(file);
    return { opened, store: createStore(opened, silentLog) };
  };
  let current = open();
  return Promise.resolve({
    store: current.store,
    reopen: async () => {
      await current.store.close();
      current = open();
      return current.store;
    },
    setFull: (full) => {
      const { database } = current.opened;
      // SQLite takes a limit below the pages in use for "no more than now".
      database.pragma(`max_page_count = ${full ? 1 : 4_000_000_000}`);
    },
    stop: async () => {
      await current.store.close();
      rmSync(folder, { recursive: true });
    },
  });
});
