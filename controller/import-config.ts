import { flawLines } from './adapters/config/flaw.ts';
import { placeMedia } from './adapters/config/place-media.ts';
import { readConfigFolder } from './adapters/config/read-folder.ts';
import { importChanges, lostBy, type Change, type Loss, type HallState, type Store } from './core/ports.ts';
import { orderOffline } from './offline.ts';

export type Imported =
  | {
      readonly ok: true;
      readonly changes: readonly Change[];
      readonly lost: readonly Loss[];
      readonly before: HallState;
    }
  /** Words for a person at a terminal; nothing was changed. */
  | { readonly ok: false; readonly message: string };

export interface ImportOptions {
  readonly store: Store;
  readonly configDir: string;
  /** Where media are kept under their hashes. */
  readonly mediaDir: string;
  /** ms since the Unix epoch. */
  readonly now: number;
  /** Tells what would change and changes nothing. */
  readonly dryRun?: boolean;
  /** Also where it undoes what people have changed in the console. */
  readonly overwrite?: boolean;
}

/** Brings the store to what the config folder says, whole or not at all. */
export async function importConfig(options: ImportOptions): Promise<Imported> {
  const { store, configDir, mediaDir, now, dryRun = false, overwrite = false } = options;
  const read = await readConfigFolder(configDir);
  if (!read.ok)
    return {
      ok: false,
      message: `The config in ${configDir} is not right, and nothing was imported:\n${flawLines(read.flaws)}`,
    };
  const { documents, files } = read.config;
  const before = await store.load();
  const changes = importChanges(before, documents);
  const lost = lostBy(before, documents);
  if (dryRun || changes.length === 0) return { ok: true, changes, lost, before };
  if (lost.length > 0 && !overwrite) return { ok: false, message: `Nothing was imported. ${lossLines(lost)}` };
  // Media first: a hall that names a file always has it.
  await placeMedia(files, mediaDir);
  const answer = await orderOffline(store, { type: 'hall.import', documents }, now);
  return answer.ok ? { ok: true, changes, lost, before } : { ok: false, message: answer.problem.detail };
}

/** What an import would undo, and the way out. */
export function lossLines(lost: readonly Loss[]): string {
  return [
    'It would undo what people have made or changed in the console:',
    ...lost.map(({ what, why }) => `  ${what}: ${why}`),
    'To keep that, write the hall out (npm run hall -- export <folder>) and put it into the folder that you import;',
    'to lose it, import with --overwrite.',
  ].join('\n');
}

/**
 * How the shipped config differs from the hall at work, in words with the command that shows more; null when it does
 * not. Flawed configs are told as such: they matter only to who wants to import them.
 */
export async function configDiffers(state: HallState, configDir: string): Promise<string | null> {
  const read = await readConfigFolder(configDir);
  const command = 'npm run hall -- import --dry-run';
  if (!read.ok) return `The config in ${configDir} cannot be imported as it is; \`${command}\` says why.`;
  const changes = importChanges(state, read.config.documents);
  if (changes.length === 0) return null;
  const kinds = [...new Set(changes.map((change) => change.kind))].join(', ');
  return (
    `The config in ${configDir} differs from the hall in ${changes.length} documents (${kinds}). ` +
    `The hall goes on as it is; \`${command}\` shows what an import would change.`
  );
}
