import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigTrouble } from './flaw.ts';
import { digestOf } from './read-media.ts';

/**
 * Copies files into the media store, each under its hash, whole or not at all. `files` are absolute paths by hash.
 * Throws a ConfigTrouble when a file changed since it was read, and what the disk says when it refuses. Returns how many were new.
 */
export async function placeMedia(files: ReadonlyMap<string, string>, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let placed = 0;
  for (const [hash, file] of files) {
    const target = join(folder, hash);
    if (await isThere(target)) continue;
    const draft = join(folder, `.${hash}.${randomUUID()}`);
    try {
      await copyFile(file, draft);
      await settle(draft);
      const { hash: copied } = await digestOf(draft);
      if (copied !== hash) throw new ConfigTrouble(`${file} changed while it was being imported. Import again.`);
      await rename(draft, target);
      placed += 1;
    } finally {
      await rm(draft, { force: true });
    }
  }
  if (placed > 0) await settle(folder);
  return placed;
}

async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    if ((await handle.stat()).isFile()) await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
