import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Upload, type DetailedError } from 'tus-js-client';
import { z } from 'zod';
import { uploadLimitBytes } from '#shared/media.ts';
import { Problem } from '#shared/problem.ts';
import { Medium } from '#shared/scene.ts';
import { baseOf } from '#shared/training.ts';
import { ask, type Refusal } from './rest.ts';

/** How far a file has come. */
export type Sending =
  | { readonly is: 'waits' }
  | { readonly is: 'sending'; readonly share: number }
  /** The line is broken; it goes on by itself. */
  | { readonly is: 'broken'; readonly share: number }
  | { readonly is: 'checking' }
  | { readonly is: 'done'; readonly id: string; readonly isNew: boolean }
  | { readonly is: 'refused'; readonly why: string | Refusal };

export interface Sent {
  readonly name: string;
  readonly id: string;
  readonly bytes: number;
  readonly state: Sending;
}

/** Small enough to be there within the minute that a request has, on a line of 1.1 Mbit/s. */
const chunkBytes = 8 * 1024 ** 2;
const retryDelays = [0, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 30_000, 30_000, 60_000, 60_000, 60_000];
/** Gigabytes are hashed within this time, ms. */
const patienceMs = 10 * 60_000;

const Taken = z.object({ medium: Medium, isNew: z.boolean() });

/** Files on their way to the hall, one after the other; a broken line, or a page that was closed, costs nothing. */
export class Uploads implements ReactiveController {
  all: readonly Sent[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #files = new Map<string, File>();
  readonly #taken: (medium: Medium, file: File) => void;
  #current: Upload | null = null;
  #isBusy = false;

  /** `taken` is told what each file has become. */
  constructor(host: ReactiveControllerHost, taken: (medium: Medium, file: File) => void) {
    this.#host = host;
    this.#taken = taken;
    host.addController(this);
  }

  /** Files are sent to their end only while somebody is here; what was sent is kept for a day. */
  hostDisconnected(): void {
    void this.#current?.abort();
  }

  add(file: File, id: string, words: { readonly empty: string; readonly tooLarge: string }): void {
    const why = file.size === 0 ? words.empty : file.size > uploadLimitBytes ? words.tooLarge : null;
    const state: Sending = why === null ? { is: 'waits' } : { is: 'refused', why };
    this.#files.set(id, file);
    this.all = [...this.all.filter((one) => one.id !== id), { name: file.name, id, bytes: file.size, state }];
    this.#host.requestUpdate();
    void this.#next();
  }

  /** Takes it off the list; what is on its way stops, and nothing of it stays. */
  async drop(id: string): Promise<void> {
    const state = this.all.find((one) => one.id === id)?.state.is;
    this.all = this.all.filter((one) => one.id !== id);
    this.#files.delete(id);
    this.#host.requestUpdate();
    if (state !== 'sending' && state !== 'broken') return;
    const current = this.#current;
    this.#free();
    // Where the hall cannot be reached it forgets the rest by itself after a day.
    await current?.abort(true).catch(() => undefined);
  }

  #free(): void {
    this.#current = null;
    this.#isBusy = false;
    void this.#next();
  }

  async #next(): Promise<void> {
    const next = this.all.find(({ state }) => state.is === 'waits');
    const file = next === undefined ? undefined : this.#files.get(next.id);
    if (this.#isBusy || next === undefined || file === undefined) return;
    this.#isBusy = true;
    const { id } = next;
    let share = 0;
    const upload = new Upload(file, {
      endpoint: `${baseOf(location.pathname)}/api/uploads`,
      chunkSize: chunkBytes,
      retryDelays,
      metadata: { filename: file.name },
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        const isTransient = status === 0 || status === 409 || status === 423 || status >= 500;
        if (isTransient) this.#become(id, { is: 'broken', share });
        return isTransient;
      },
      onProgress: (sent, bytes) => {
        share = bytes === 0 ? 0 : sent / bytes;
        this.#become(id, { is: 'sending', share });
      },
      onError: (error) => {
        this.#become(id, { is: 'refused', why: whyOf(error) });
        this.#free();
      },
      onSuccess: () => void this.#take(id, upload),
    });
    this.#current = upload;
    this.#become(id, { is: 'sending', share: 0 });
    const [earlier] = await upload.findPreviousUploads();
    if (earlier !== undefined) upload.resumeFromPreviousUpload(earlier);
    upload.start();
  }

  /** All of it is there: now the hall looks at it. */
  async #take(id: string, { url }: Upload): Promise<void> {
    this.#become(id, { is: 'checking' });
    const upload = (url ?? '').slice((url ?? '').lastIndexOf('/') + 1);
    const answer = await ask('POST', 'media', Taken, { upload, id }, {}, patienceMs);
    const file = this.#files.get(id);
    if (answer.ok && file !== undefined) this.#taken(answer.value.medium, file);
    this.#become(
      id,
      answer.ok
        ? { is: 'done', id: answer.value.medium.id, isNew: answer.value.isNew }
        : { is: 'refused', why: answer.refusal },
    );
    this.#free();
  }

  #become(id: string, state: Sending): void {
    this.all = this.all.map((one) => (one.id === id ? { ...one, state } : one));
    if (state.is === 'done' || state.is === 'refused') this.#files.delete(id);
    this.#host.requestUpdate();
  }
}

/** The hall's own words where it said some. */
function whyOf(error: Error | DetailedError): string | Refusal {
  const body = 'originalResponse' in error ? (error.originalResponse?.getBody() ?? '') : '';
  const problem = Problem.safeParse(parsed(body));
  return problem.success ? problem.data : error.message;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
