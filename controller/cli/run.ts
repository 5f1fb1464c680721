import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { exportFolder } from '../adapters/config/export-folder.ts';
import { importedOf, type Change, type HallState, type Log, type Store } from '../core/ports.ts';
import { dataPaths } from '../data-paths.ts';
import type { Environment } from '../environment.ts';
import { importConfig, lossLines } from '../import-config.ts';
import { openStore } from '../store/sqlite/store.ts';
import type { CliCall } from './arguments.ts';
import { backUp } from './backup.ts';
import { differences } from './differences.ts';
import { resetAdmin } from './reset-admin.ts';

export type CliResult = { readonly ok: boolean; readonly message: string };

type Work = Exclude<CliCall, { readonly is: 'help' | 'misused' }>;

export interface CliPlace {
  readonly environment: Environment;
  /** Where relative folders start. */
  readonly cwd: string;
  readonly log: Log;
  /** ms since the Unix epoch. */
  readonly now: number;
}

/** Does what was asked on the data folder. Throws a StoreFailure when that cannot be opened, or a controller holds it. */
export async function runCall(call: Work, place: CliPlace): Promise<CliResult> {
  const { environment, cwd } = place;
  // Beside a running controller: it asks for no lock.
  if (call.is === 'backup') return backUp(environment.dataDir, resolve(cwd, call.folder));
  const store = await openStore({ file: dataPaths(environment.dataDir).hall, log: place.log });
  try {
    return await work(call, store, place);
  } finally {
    await store.close();
  }
}

function work(call: Exclude<Work, { readonly is: 'backup' }>, store: Store, place: CliPlace): Promise<CliResult> {
  const { environment, cwd, now } = place;
  const { media } = dataPaths(environment.dataDir);
  switch (call.is) {
    case 'import': {
      const configDir = call.folder === null ? environment.configDir : resolve(cwd, call.folder);
      return bringIn({ store, configDir, mediaDir: media, now, dryRun: call.dryRun, overwrite: call.overwrite });
    }
    case 'export':
      return writeOut(store, media, resolve(cwd, call.folder));
    case 'export-journal':
      return writeJournal(store, resolve(cwd, call.file));
    case 'reset-admin':
      return resetAdmin(store, now);
    case 'verify-journal':
      return verify(store);
  }
}

async function bringIn(options: Parameters<typeof importConfig>[0]): Promise<CliResult> {
  const imported = await importConfig(options);
  if (!imported.ok) return imported;
  const { changes, lost, before } = imported;
  if (changes.length === 0) return { ok: true, message: `The hall is as ${options.configDir} says; nothing changes.` };
  const said = options.dryRun === true ? 'An import would change' : 'Imported';
  const lines = [`${said} ${changes.length} documents:`, ...changes.map((change) => line(change, before))];
  if (options.dryRun === true && lost.length > 0) lines.push(lossLines(lost));
  return { ok: true, message: lines.join('\n') };
}

function line({ kind, id, body }: Change, before: HallState): string {
  return `  ${body === null ? 'removed' : 'set    '}  ${kind} ${id}${kind === 'hall' ? inHall(before.hall[id], body) : ''}`;
}

const mostPaths = 20;

/** The hall is one large document: of what it says of one screen nobody would learn from its name. */
function inHall(before: unknown, after: unknown): string {
  if (before === undefined) return '';
  const paths = differences(before, after);
  const more = paths.length > mostPaths ? ` and ${paths.length - mostPaths} more` : '';
  return `: ${paths.slice(0, mostPaths).join(', ')}${more}`;
}

async function writeOut(store: Store, media: string, folder: string): Promise<CliResult> {
  const documents = importedOf(await store.load());
  if (Object.keys(documents.hall).length === 0)
    return { ok: false, message: 'This data folder holds no hall yet: start the controller once, or import one.' };
  await exportFolder(documents, media, folder);
  return { ok: true, message: `Wrote the hall to ${folder}.` };
}

/** Entries are read in pages; a journal of years does not fit in memory. */
const pageSize = 1000;

async function writeJournal(store: Store, file: string): Promise<CliResult> {
  const [newest] = await store.journal({ limit: 1 });
  // Never over what is there: an export is evidence.
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  await once(out, 'open');
  for (let first = 1; first <= (newest?.seq ?? 0); first += pageSize) {
    const page = await store.journal({ before: first + pageSize, limit: pageSize });
    for (const entry of page.toReversed()) if (entry.seq >= first) out.write(`${JSON.stringify(entry)}\n`);
  }
  out.end();
  await once(out, 'finish');
  const head =
    newest === undefined
      ? ''
      : ` It ends in ${newest.hash}: write that down elsewhere, and nobody can rewrite it unseen.`;
  return { ok: true, message: `Wrote ${newest?.seq ?? 0} entries to ${file}.${head}` };
}

async function verify(store: Store): Promise<CliResult> {
  const broken = await store.verifyJournal();
  return broken === null
    ? { ok: true, message: 'The journal is whole: every entry follows from the one before.' }
    : {
        ok: false,
        message: `The journal is broken at entry ${broken}: from there on it was changed, or entries are missing. Compare it with a backup.`,
      };
}
