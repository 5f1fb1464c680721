import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createListeners } from '#shared/listeners.ts';
import { MediumFacts } from '#shared/media.ts';
import type { Medium } from '#shared/scene.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Actor, Answer, HallEngine, Log } from '#core/ports.ts';
import type { Inspector } from './inspector.ts';
import { isPinned } from './is-pinned.ts';
import { createThumbnails } from './thumbnails.ts';
import type { Uploads } from './uploads.ts';

export type Taken =
  | { readonly ok: true; readonly medium: Medium; readonly facts: MediumFacts; readonly isNew: boolean }
  | { readonly ok: false; readonly problem: Problem };

/** The files of the hall, by their content. */
export interface MediaLibrary {
  /**
   * Brings a finished upload into the hall under this id. What is refused for its content leaves nothing behind; where
   * only the id is taken, the upload waits for another one.
   */
  take(
    order: { readonly commandId: string; readonly actor: Actor },
    by: string,
    upload: string,
    id: string,
  ): Promise<Taken>;
  /** Forgets a medium, and its file where nothing else needs it. */
  forget(order: { readonly commandId: string; readonly actor: Actor }, id: string): Promise<Answer>;
  /** What the file says of itself; null while it is being looked at. */
  facts(medium: Medium): MediumFacts | null;
  hasThumbnail(medium: Medium): boolean;
  /** Calls `listener` with each medium of which more is known now: what its file says, or its small picture. Returns its stop. */
  subscribe(listener: (id: string) => void): () => void;
  /**
   * Keeps a small picture (JPEG) of the medium with this id, unless it has one; it goes with the medium. Returns why not,
   * or null.
   */
  keepThumbnail(id: string, jpeg: Uint8Array): Promise<Problem | null>;
}

export interface MediaLibraryOptions {
  readonly engine: HallEngine;
  readonly uploads: Uploads;
  readonly inspector: Inspector;
  /** The media store's folder. */
  readonly folder: string;
  readonly log: Log;
}

export function createMediaLibrary({ engine, uploads, inspector, folder, log }: MediaLibraryOptions): MediaLibrary {
  const known = new Map<string, MediumFacts | null>();
  const busy = new Set<string>();
  let looking: Promise<unknown> = Promise.resolve();
  const listeners = createListeners<string>();
  const notes = join(folder, '.facts');
  const thumbnails = createThumbnails(folder, inspector);
  const target = (hash: string): string => join(folder, hash);
  const withHash = (hash: string): Medium | undefined =>
    Object.values(engine.state().medium).find((medium) => medium.hash === hash);

  /** What a file says never changes: it is looked at once, and written down beside it. */
  async function look({ hash, mime }: Medium): Promise<MediumFacts> {
    const note = join(notes, `${hash}.json`);
    const text = await readFile(note, 'utf8').catch(() => null);
    const written = text === null ? null : MediumFacts.safeParse(parsed(text));
    if (written?.success === true) return written.data;
    const facts = await inspector.measure(target(hash), mime);
    await keep(hash, facts);
    return facts;
  }

  async function keep(hash: string, facts: MediumFacts): Promise<void> {
    await mkdir(notes, { recursive: true, mode: 0o700 });
    await writeFile(join(notes, `${hash}.json`), JSON.stringify(facts), { mode: 0o600 });
  }

  /** Takes the file away where no medium and no run needs it. */
  async function clear(hash: string): Promise<void> {
    if (withHash(hash) !== undefined || isPinned(engine.state(), hash)) return;
    known.delete(hash);
    await rm(target(hash), { force: true });
    await rm(join(notes, `${hash}.json`), { force: true });
    await thumbnails.drop(hash);
  }

  /** Whoever cannot take the news must not keep the next file from being looked at. */
  function tell(id: string): void {
    try {
      listeners.tell(id);
    } catch (error) {
      log.error({ error, medium: id }, 'not everybody could be told what is known of a medium now');
    }
  }

  async function place(upload: string, hash: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await settle(uploads.file(upload));
    await rename(uploads.file(upload), target(hash));
    await settle(folder);
  }

  return {
    async take(order, by, upload, id) {
      const found = await uploads.find(by, upload);
      if (!found.ok) return found;
      const { offset, bytes } = found.upload;
      if (offset < bytes) return refused(problem('conflict', no.uploadNotWhole(offset, bytes)));
      if (engine.state().medium[id] !== undefined) return refused(takenId(id));
      if (busy.has(upload)) return refused(problem('conflict', no.uploadBusy()));
      busy.add(upload);
      try {
        const inspected = await inspector.inspect(uploads.file(upload), id.slice(id.lastIndexOf('/') + 1));
        if (!inspected.ok)
          return refused(problem('invalid', inspected.why, [{ path: 'upload', message: inspected.why.en }]));
        const { hash, mime, facts } = inspected;
        const same = withHash(hash);
        if (same !== undefined) return { ok: true, medium: same, facts, isNew: false };
        await place(upload, hash);
        await keep(hash, facts);
        const medium: Medium = { id, hash, bytes: inspected.bytes, mime };
        const answer = await engine.order({ ...order, command: { type: 'medium.add', medium } });
        if (answer.ok) {
          known.set(hash, facts);
          return { ok: true, medium, facts, isNew: true };
        }
        await clear(hash);
        return answer;
      } finally {
        await uploads.drop(upload);
        busy.delete(upload);
      }
    },
    async forget(order, id) {
      const medium = engine.state().medium[id];
      const answer = await engine.order({ ...order, command: { type: 'medium.delete', id } });
      if (answer.ok && medium !== undefined) await clear(medium.hash);
      return answer;
    },
    facts(medium) {
      const facts = known.get(medium.hash);
      if (facts !== undefined) return facts;
      known.set(medium.hash, null);
      // One file at a time: a large library must not fill the memory.
      looking = looking
        .then(() => look(medium))
        .then(
          (found) => known.set(medium.hash, found),
          (error: unknown) => {
            log.warn({ error, medium: medium.id }, 'a medium could not be looked at');
            known.set(medium.hash, { is: 'data' });
          },
        )
        .then(() => tell(medium.id));
      return null;
    },
    hasThumbnail: ({ hash }) => thumbnails.has(hash),
    async keepThumbnail(id, jpeg) {
      const medium = engine.state().medium[id];
      if (medium === undefined) return problem('not-found', no.noMediumCalled(id));
      if (!/^(image|video)\//.test(medium.mime)) return problem('invalid', no.noThumbnailOf(id, medium.mime));
      if (thumbnails.has(medium.hash)) return null;
      const refusal = await thumbnails.keep(medium.hash, jpeg);
      // It may have been deleted meanwhile.
      await clear(medium.hash);
      if (refusal === null) tell(id);
      return refusal;
    },
    subscribe: (listener) => listeners.add(listener),
  };
}

const refused = (why: Problem): Taken => ({ ok: false, problem: why });

const takenId = (id: string): Problem => problem('conflict', no.otherFileTaken(id), [{ path: 'id', message: 'taken' }]);

async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
