import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dataPaths } from '../data-paths.ts';
import { backupDatabase } from '../store/sqlite/backup.ts';
import type { CliResult } from './run.ts';

/**
 * Copies a data folder to a new one, also while the controller runs. Databases first: a medium is on the disk before any
 * decision names it, so that what the copied decisions name is in the copied media.
 */
export async function backUp(dataDir: string, folder: string): Promise<CliResult> {
  const paths = dataPaths(dataDir);
  if (!existsSync(paths.hall)) return { ok: false, message: `${dataDir} holds no hall yet.` };
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return { ok: false, message: `${folder} is not empty: a backup is never written over another.` };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  for (const file of [paths.hall, paths.telemetry])
    if (existsSync(file)) await backupDatabase(file, join(folder, basename(file)));
  for (const part of [paths.media, paths.certificates, paths.notices])
    if (existsSync(part)) cpSync(part, join(folder, basename(part)), { recursive: true, preserveTimestamps: true });
  return {
    ok: true,
    message: `Backed up ${dataDir} to ${folder}. It holds what lets people in: keep it as safe as the machine.`,
  };
}
