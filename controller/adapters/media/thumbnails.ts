import type { Said } from '#shared/said.ts';
import { mediaRefusals } from '#shared/words/media-refusals.ts';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { thumbnailPx } from '#shared/media.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { diskProblem } from './disk-problem.ts';
import type { Inspector } from './inspector.ts';

/** Small pictures of media, each under the hash of its medium. */
export interface Thumbnails {
  has(hash: string): boolean;
  /** Keeps this JPEG unless there is one. Returns why not, or null. */
  keep(hash: string, jpeg: Uint8Array): Promise<Problem | null>;
  drop(hash: string): Promise<void>;
}

/** The folder of the thumbnails in the media store's. */
export const thumbnailFolder = (media: string): string => join(media, '.thumbnails');
export const thumbnailName = (hash: string): string => `${hash}.jpg`;

export function createThumbnails(media: string, inspector: Inspector): Thumbnails {
  const folder = thumbnailFolder(media);
  const file = (hash: string): string => join(folder, thumbnailName(hash));
  const known = new Set(namesIn(folder).flatMap((name) => /^([0-9a-f]{64})\.jpg$/.exec(name)?.[1] ?? []));

  return {
    has: (hash) => known.has(hash),
    async keep(hash, jpeg) {
      const part = join(folder, `${randomUUID()}.part`);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(part, jpeg, { mode: 0o600 });
        const refused = await refusal(part, inspector);
        if (refused !== null || known.has(hash)) return refused;
        await rename(part, file(hash));
        known.add(hash);
        return null;
      } catch (error) {
        const refused = diskProblem(error);
        if (refused === null) throw error;
        return refused;
      } finally {
        await rm(part, { force: true });
      }
    },
    async drop(hash) {
      known.delete(hash);
      await rm(file(hash), { force: true });
    },
  };
}

/** By its content, like every file that comes in. */
async function refusal(file: string, inspector: Inspector): Promise<Problem | null> {
  const inspected = await inspector.inspect(file, 'thumbnail.jpg');
  if (!inspected.ok) return invalid(inspected.why);
  const { facts } = inspected;
  if (facts.is === 'picture' && facts.width <= thumbnailPx && facts.height <= thumbnailPx) return null;
  return invalid(mediaRefusals.thumbnailTooLarge(thumbnailPx));
}

const invalid = (why: Said): Problem => problem('invalid', why, [{ path: 'picture', message: why.en }]);

/** What is left of a write that a power cut ended is no thumbnail, and is not looked at. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
