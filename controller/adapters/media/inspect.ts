import type { Said } from '#shared/said.ts';
import { mediaRefusals as no } from '#shared/words/media-refusals.ts';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { mediaInfoFactory, type MediaInfo } from 'mediainfo.js';
import { uploadable, type MediumFacts } from '#shared/media.ts';
import { factsOf } from './facts-of.ts';
import { isWhole, type ReadAt } from './is-whole.ts';

export type Inspected =
  | {
      readonly ok: true;
      readonly hash: string;
      readonly bytes: number;
      readonly mime: string;
      readonly facts: MediumFacts;
    }
  /** Words for who uploaded it: what it is, and what to do. */
  | { readonly ok: false; readonly why: Said };

/** As many pixels as a browser still holds without trouble. */
const mostPixels = 200_000_000;

/** What file-type calls differently from what browsers want to hear. */
const browserNames: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
};

/**
 * Looks through a whole file: what it is by its content, whether that agrees with its name, whether it is all there, and
 * its SHA-256. `name` is the last part of the id it shall have.
 */
export async function inspect(file: string, name: string): Promise<Inspected> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size === 0) return refused(no.empty(name));
    const type = await fileTypeFromFile(file);
    const read: ReadAt = async (length, offset) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await handle.read(bytes, 0, length, Math.max(0, offset));
      return bytes.subarray(0, bytesRead);
    };
    const mime = type === undefined ? null : (browserNames[type.mime] ?? type.mime);
    if (mime === null) return refused(await unknownWords(name, read));
    const endings = uploadable[mime];
    if (endings === undefined) return refused(no.otherType(name, type?.ext.toUpperCase() ?? mime, mime));
    if (!endings.some((ending) => name.endsWith(`.${ending}`)))
      return refused(no.otherName(name, mime, endings[0] ?? ''));
    if (!(await isWhole(mime, size, read))) return refused(no.cutOff(name));
    const facts = factsOf(mime, await tracksOf(size, read));
    if (facts === null) return refused(no.cutOff(name));
    if ('width' in facts && facts.width * facts.height > mostPixels)
      return refused(no.tooManyPixels(name, facts.width, facts.height));
    return { ok: true, hash: await hashOf(file), bytes: size, mime, facts };
  } finally {
    await handle.close();
  }
}

/** What a file that is in the library already is; data where nobody can tell. */
export async function measure(file: string, mime: string): Promise<MediumFacts> {
  if (!/^(image|video|audio)\//.test(mime) || mime === 'image/svg+xml') return { is: 'data' };
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tracks = await tracksOf(size, async (length, offset) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, (await handle.read(bytes, 0, length, offset)).bytesRead);
    });
    return factsOf(mime, tracks) ?? { is: 'data' };
  } finally {
    await handle.close();
  }
}

const refused = (why: Said): Inspected => ({ ok: false, why });

/** A text, a page or a drawing has no sign at its beginning. */
async function unknownWords(name: string, read: ReadAt): Promise<Said> {
  const start = Buffer.from(await read(1024, 0)).toString('latin1');
  if (/<svg|<!doctype|<html|<\?xml|<script/i.test(start)) return no.page(name);
  return no.unknown(name);
}

async function tracksOf(size: number, read: ReadAt) {
  const info: MediaInfo = await mediaInfoFactory({ format: 'object' });
  try {
    const result = await info.analyzeData(size, read);
    return result.media?.track ?? [];
  } finally {
    info.close();
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>)
    hash.update(chunk);
  return hash.digest('hex');
}
