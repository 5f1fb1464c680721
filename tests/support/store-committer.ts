import { writeSync } from 'node:fs';
import { openStore } from '../../controller/store/sqlite/store.ts';
import { decision, put, sceneOf, silentLog } from '../contract/store-samples.ts';

/**
 * A process to be killed: commits one decision after the other to the database in its first argument, and says each
 * revision on a line as soon as it was acknowledged. Each writes a document of its own and one that all write, and
 * every third removes one again.
 */
const store = await openStore({ file: process.argv[2] ?? '', log: silentLog });
let { revision } = await store.load();
writeSync(1, 'ready\n');
for (;;) {
  revision += 1;
  const removed = revision % 3 === 0 ? [{ kind: 'person', id: `person-${revision - 1}`, body: null } as const] : [];
  const changes = [sceneOf(revision), put('person', `person-${revision}`), ...removed];
  const result = await store.commit(decision(revision, changes));
  if (!result.ok) throw new Error(result.problem.detail);
  writeSync(1, `${revision}\n`);
}
