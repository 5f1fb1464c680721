import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { MediumId } from '#shared/scenes/media-id.ts';
import type { Medium } from '#shared/scene.ts';
import { table } from '#core/ports.ts';
import type { ConfigFlaw } from './flaw.ts';
import { headBytes, mimeOf } from './mime.ts';

export interface FoundMedia {
  readonly media: Readonly<Record<string, Medium>>;
  /** Absolute path of a file with that content, by hash. */
  readonly files: ReadonlyMap<string, string>;
  readonly flaws: readonly ConfigFlaw[];
}

/** SHA-256 of a file as lower-case hex, its size, and how it begins. */
export async function digestOf(
  file: string,
): Promise<{ readonly hash: string; readonly bytes: number; readonly head: Uint8Array }> {
  const hash = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
  }
  return { hash: hash.digest('hex'), bytes, head };
}

/** Every file below the media folder; a missing folder is empty. Names in flaws start at the config folder. */
export async function readMedia(folder: string): Promise<FoundMedia> {
  const media = table<Medium>();
  const files = new Map<string, string>();
  const flaws: ConfigFlaw[] = [];
  for (const entry of await entriesOf(folder)) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const file = join(entry.parentPath, entry.name);
    const id = relative(folder, file).split(sep).join('/');
    const flaw = (path: string, found: string, expected: string) =>
      flaws.push({ file: `media/${id}`, path, found, expected });
    const named = MediumId.safeParse(id);
    if (!named.success) {
      flaw('(its name)', id, named.error.issues.map((issue) => issue.message).join(', '));
      continue;
    }
    const { hash, bytes, head } = await digestOf(file);
    const kind = mimeOf(id, head);
    if (!kind.ok) {
      flaw('(its content)', kind.found, kind.expected);
      continue;
    }
    media[id] = { id, hash, bytes, mime: kind.mime };
    files.set(hash, file);
  }
  return { media, files, flaws };
}

async function entriesOf(folder: string) {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.toSorted((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
