import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything the pages are built from. Folders count with their own time too, so a deleted file is noticed. */
const sources = ['displays', 'operator-ui', 'shared', 'package-lock.json', 'vite.config.ts', 'tsconfig.base.json'];
const built = 'dist/index.html';

async function changedMs(path: string): Promise<number> {
  const found = await stat(path);
  return found.mtimeMs;
}

async function newestMs(path: string): Promise<number> {
  const entries = (await stat(path)).isDirectory() ? await readdir(path, { recursive: true }) : [];
  const times = await Promise.all([path, ...entries.map((entry) => join(path, entry))].map(changedMs));
  return Math.max(...times);
}

async function isBuilt(): Promise<boolean> {
  const builtMs = await changedMs(built).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (builtMs === null) return false;
  const sourceMs = await Promise.all(sources.map(newestMs));
  return sourceMs.every((ms) => ms <= builtMs);
}

if (!(await isBuilt())) {
  console.log('Building the pages …');
  const { build } = await import('vite');
  await build({ logLevel: 'warn' });
}
