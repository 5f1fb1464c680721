import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { uploadLimitBytes } from '#shared/media.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { diskProblem } from './disk-problem.ts';

const Kept = z.strictObject({ bytes: z.int().min(1), by: z.string() });

export interface Upload {
  readonly id: string;
  /** What is there so far, and what there will be. */
  readonly offset: number;
  readonly bytes: number;
}
export type Uploaded =
  | { readonly ok: true; readonly upload: Upload }
  | { readonly ok: false; readonly problem: Problem };

/** Files on their way into the media store. Each belongs to who began it; a restart loses none. */
export interface Uploads {
  begin(by: string, bytes: number): Promise<Uploaded>;
  find(by: string, id: string): Promise<Uploaded>;
  /** Writes what comes behind what is there; whoever wrote before is gone. What came before a break stays. */
  append(by: string, id: string, offset: number, body: Readable): Promise<Uploaded>;
  /** Where it lies; for who has found it. */
  file(id: string): string;
  drop(id: string): Promise<void>;
  /** Throws away what nobody went on with for a day. */
  sweep(): Promise<void>;
}

export interface UploadLimits {
  /** Left free on the disk: the hall's own decisions need room. */
  readonly reserveBytes: number;
  readonly perPerson: number;
  readonly forgottenMs: number;
}
export const usualUploadLimits: UploadLimits = {
  reserveBytes: 2 * 1024 ** 3,
  perPerson: 20,
  forgottenMs: 24 * 3_600_000,
};

const gigabytes = (bytes: number): string => (bytes / 1024 ** 3).toFixed(1);

export function createUploads(
  folder: string,
  wall: () => number,
  { reserveBytes, perPerson, forgottenMs }: UploadLimits = usualUploadLimits,
): Uploads {
  const writers = new Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>();
  const file = (id: string): string => join(folder, id);
  const note = (id: string): string => join(folder, `${id}.json`);

  async function all(): Promise<readonly string[]> {
    const names = await readdir(folder).catch((error: unknown) => (isMissing(error) ? [] : Promise.reject(error)));
    return names.filter((name) => /^[0-9a-f]{32}$/.test(name));
  }

  async function kept(id: string): Promise<z.infer<typeof Kept> | null> {
    if (!/^[0-9a-f]{32}$/.test(id)) return null;
    const text = await readFile(note(id), 'utf8').catch((error: unknown) =>
      isMissing(error) ? null : Promise.reject(error),
    );
    return text === null ? null : Kept.parse(JSON.parse(text));
  }

  async function find(by: string, id: string): Promise<Uploaded> {
    const known = await kept(id);
    // To anybody else, other people's uploads do not exist.
    if (known === null || known.by !== by) return { ok: false, problem: gone };
    const size = await sizeOf(file(id));
    return size === null
      ? { ok: false, problem: gone }
      : { ok: true, upload: { id, offset: size, bytes: known.bytes } };
  }

  /** What is on its way has its room already, though the disk does not know it yet. */
  async function promised(ids: readonly string[]): Promise<number> {
    const open = await Promise.all(
      ids.map(async (id) => Math.max(0, ((await kept(id))?.bytes ?? 0) - ((await sizeOf(file(id))) ?? 0))),
    );
    return open.reduce((sum, bytes) => sum + bytes, 0);
  }

  async function drop(id: string): Promise<void> {
    writers.get(id)?.stop.abort();
    await writers.get(id)?.done;
    await rm(file(id), { force: true });
    await rm(note(id), { force: true });
  }

  async function writeOn(
    by: string,
    id: string,
    offset: number,
    body: Readable,
    signal: AbortSignal,
  ): Promise<Uploaded> {
    const found = await find(by, id);
    if (!found.ok) return found;
    const { upload } = found;
    if (upload.offset !== offset) return refuse(problem('conflict', no.uploadElsewhere(upload.offset, offset)));
    const refused = await write(body, file(id), upload, signal);
    return refused === null ? find(by, id) : refuse(refused);
  }

  return {
    find,
    file,
    drop,
    async begin(by, bytes) {
      if (bytes === 0) return refuse(problem('invalid', no.emptyFile()));
      if (bytes > uploadLimitBytes)
        return refuse(problem('too-large', no.fileTooLarge(gigabytes(bytes), gigabytes(uploadLimitBytes))));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const ids = await all();
      const mine = (await Promise.all(ids.map(kept))).filter((one) => one?.by === by).length;
      if (mine >= perPerson) return refuse(problem('too-many', no.uploadsUnfinished(mine)));
      const { bavail, bsize } = await statfs(folder);
      const free = bavail * bsize - reserveBytes - (await promised(ids));
      if (bytes > free) return refuse(problem('storage', no.noRoom(gigabytes(Math.max(0, free)), gigabytes(bytes))));
      const id = randomBytes(16).toString('hex');
      await writeFile(file(id), '', { mode: 0o600 });
      await writeFile(note(id), JSON.stringify({ bytes, by } satisfies z.infer<typeof Kept>), { mode: 0o600 });
      return { ok: true, upload: { id, offset: 0, bytes } };
    },
    append(by, id, offset, body) {
      const before = writers.get(id);
      before?.stop.abort();
      const stop = new AbortController();
      // One after the other: who comes last writes, and nobody writes beside them.
      const written = (before?.done ?? Promise.resolve()).then(() => writeOn(by, id, offset, body, stop.signal));
      const done = written.then(
        () => undefined,
        () => undefined,
      );
      const writer = { stop, done };
      writers.set(id, writer);
      void done.then(() => writers.get(id) === writer && writers.delete(id));
      return written;
    },
    async sweep() {
      for (const id of await all()) {
        const { mtimeMs } = await stat(file(id));
        if (wall() - mtimeMs > forgottenMs && !writers.has(id)) await drop(id);
      }
    },
  };
}

const refuse = (refused: Problem): Uploaded => ({ ok: false, problem: refused });

const gone = problem('not-found', no.noUpload());

/** Null when all that came is on disk, or the reason why not. A break of the line is none: what came stays. */
async function write(body: Readable, file: string, upload: Upload, signal: AbortSignal): Promise<Problem | null> {
  let room = upload.bytes - upload.offset;
  let isTooMuch = false;
  async function* upToItsEnd(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      const fits = chunk.subarray(0, room);
      room -= fits.length;
      isTooMuch ||= fits.length < chunk.length;
      if (fits.length > 0) yield fits;
    }
  }
  try {
    await pipeline(body, upToItsEnd, createWriteStream(file, { flags: 'r+', start: upload.offset }), { signal });
  } catch (error) {
    const refused = diskProblem(error);
    if (refused !== null) return refused;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR', 'ERR_STREAM_DESTROYED'].includes(code)) return null;
    throw error;
  }
  return isTooMuch ? problem('too-large', no.moreThanAnnounced(upload.bytes)) : null;
}

async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error)));
  return found?.size ?? null;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
