import type { Lack } from '#shared/report.ts';
import type { Medium } from '#shared/scene.ts';
import { hashOf } from './verify.ts';

/** Why a medium cannot be had here. */
export class MediumError extends Error {
  override readonly name = 'MediumError';
  readonly reason: Exclude<Lack, 'waiting' | 'fetching'>;

  constructor(reason: MediumError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface FetchOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Called for every piece that came. */
  readonly onBytes?: (bytes: number) => void;
  /** Waits until the next piece may be asked for. */
  readonly pace?: (bytes: number) => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
}

const tries = 4;
const firstWaitMs = 500;

/** The URL of a medium on the controller; its name is its content. */
export const mediumUrl = ({ hash }: Medium): string => `/media/${hash}`;

/**
 * Fetches a medium whole and verified. A broken transfer goes on where it stopped; content that is not what the hash
 * says is fetched anew once and then refused.
 */
export async function fetchMedium(medium: Medium, options: FetchOptions): Promise<Blob> {
  let pieces: Blob[] = [];
  let failure: unknown = null;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (attempt > 0) await options.wait(firstWaitMs * 2 ** (attempt - 1));
    try {
      await fetchRest(medium, pieces, options);
      const blob = new Blob(pieces, { type: medium.mime });
      if (blob.size === medium.bytes && (await hashOf(blob)) === medium.hash) return blob;
      pieces = [];
      failure = new MediumError('wrong-content', `${medium.id} came with other content than its name says`);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function fetchRest(medium: Medium, pieces: Blob[], { fetch, onBytes, pace }: FetchOptions): Promise<void> {
  const got = pieces.reduce((sum, { size }) => sum + size, 0);
  if (got >= medium.bytes && got > 0) return;
  const response = await fetch(mediumUrl(medium), got === 0 ? {} : { headers: { Range: `bytes=${got}-` } });
  if (!response.ok)
    throw new MediumError(
      response.status === 404 ? 'not-there' : 'unreachable',
      `${medium.id}: the controller answered ${response.status}`,
    );
  // A server that ignores the range sends everything again.
  if (got > 0 && response.status !== 206) pieces.length = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error(`${medium.id} came without content`);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    pieces.push(new Blob([value]));
    onBytes?.(value.byteLength);
    await pace?.(value.byteLength);
  }
}
