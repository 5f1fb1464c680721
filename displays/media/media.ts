import type { Lack } from '#shared/report.ts';
import type { Medium } from '#shared/scene.ts';
import type { BlobStore } from './blob-store.ts';
import { fetchMedium, MediumError, mediumUrl, type FetchOptions } from './fetch-medium.ts';
import { evictable, mergeNeeds, type Need } from '#shared/media-needs.ts';

/** The media of all players of a page: fetched in order of need, verified, kept. */
export interface PlayerMedia {
  /** What a player's plan needs from now on, in order. */
  want(owner: string, needs: readonly Need[]): void;
  /** Resolves when all are here and verified; rejects where one cannot be had. */
  hold(media: readonly Medium[]): Promise<void>;
  /** Calls once, as soon as one of these comes that could not be had until then. Returns its stop. */
  onCame(media: readonly Medium[], run: () => void): () => void;
  /** The medium on this machine, or the controller's URL while it is not here. */
  url(medium: Medium): string;
  /** A JSON medium, parsed once for all. */
  data(medium: Medium): Promise<unknown>;
  status(owner: string): MediaStatus;
  /** Seconds until these are here at the present pace; null while nothing comes. */
  secondsLeft(media: readonly Medium[]): number | null;
  stop(): void;
}

export interface MediaStatus {
  readonly held: number;
  /** Ids of those that could not be had. */
  readonly missing: readonly string[];
  /** All that is needed and not here, the soonest needed first. */
  readonly lacks: readonly { readonly id: string; readonly how: Lack }[];
  /** Seconds until all is here that can be had, at the present pace; null while nothing comes. */
  readonly secondsLeft: number | null;
}

export interface MediaOptions {
  readonly store: BlobStore;
  readonly fetch: FetchOptions['fetch'];
  readonly onError: (where: string, what: string) => void;
  /** What was wrong there is so no more: the medium has come, or nobody needs it any longer. */
  readonly onMended: (where: string) => void;
}

/** What is fetched ahead leaves the network and the disk to what plays: 6 MB a second at most. */
const aheadBytesPerMs = 6_000;
/** A film larger than this is streamed rather than waited for, when it has to be shown at once. */
const streamedBytes = 8 * 1024 ** 2;
/** What could not be had is tried again after this long: each try costs the network all of it, also where the disk is full. */
const failedAgainMs = 10_000;
const atOnce = 6;

interface Failure {
  readonly at: number;
  readonly reason: MediumError['reason'];
  readonly where: string;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function createMedia({ store, fetch, onError, onMended }: MediaOptions): PlayerMedia {
  const needs = new Map<string, readonly Need[]>();
  const urls = new Map<string, string>();
  const parsed = new Map<string, Promise<unknown>>();
  const coming = new Map<string, Promise<Blob>>();
  const failed = new Map<string, Failure>();
  const awaited = new Set<(hash: string) => void>();
  const rate = { bytes: 0, since: performance.now(), perMs: 0 };
  const life = new AbortController();
  let ahead: Promise<void> | null = null;
  let urgent = 0;

  const order = (): readonly Need[] => mergeNeeds([...needs.values()]);
  const isHeld = (hash: string): boolean => urls.has(hash);

  function count(bytes: number): void {
    const now = performance.now();
    rate.bytes += bytes;
    if (now - rate.since < 500) return;
    rate.perMs = rate.bytes / (now - rate.since);
    rate.bytes = 0;
    rate.since = now;
  }

  /** From the store, or from the controller into the store; once, however many ask. */
  function bring(medium: Medium, pace?: (bytes: number) => Promise<void>): Promise<Blob> {
    const known = coming.get(medium.hash);
    if (known !== undefined) return known;
    const blob = bringOnce(medium, pace).finally(() => coming.delete(medium.hash));
    coming.set(medium.hash, blob);
    return blob;
  }

  async function bringOnce(medium: Medium, pace?: (bytes: number) => Promise<void>): Promise<Blob> {
    try {
      const kept = await store.get(medium.hash);
      const blob = kept ?? (await fetchMedium(medium, { fetch, wait, onBytes: count, ...(pace && { pace }) }));
      if (kept === null) await keep(medium, blob);
      if (!isHeld(medium.hash)) urls.set(medium.hash, URL.createObjectURL(blob));
      if (failed.has(medium.hash)) {
        mend(medium.hash);
        for (const came of awaited) came(medium.hash);
      }
      return blob;
    } catch (error) {
      const where = `medium ${medium.id}`;
      if (!failed.has(medium.hash)) onError(where, error instanceof Error ? error.message : String(error));
      const reason = error instanceof MediumError ? error.reason : 'unreachable';
      failed.set(medium.hash, { at: performance.now(), reason, where });
      throw error;
    }
  }

  function mend(hash: string): void {
    const failure = failed.get(hash);
    failed.delete(hash);
    if (failure !== undefined) onMended(failure.where);
  }

  async function keep(medium: Medium, blob: Blob): Promise<void> {
    while (!(await store.put(medium.hash, blob))) {
      const victim = evictable(await store.hashes(), order(), medium.hash);
      if (victim === null) throw new MediumError('no-room', `there is no room for ${medium.id} on this machine`);
      await evict(victim);
    }
  }

  async function evict(hash: string): Promise<void> {
    await store.delete(hash);
    const url = urls.get(hash);
    if (url !== undefined) URL.revokeObjectURL(url);
    urls.delete(hash);
    parsed.delete(hash);
  }

  /** One after the other behind everything urgent, until all that is needed is here. */
  async function fetchAhead(): Promise<void> {
    for (let next = nextAhead(); next !== null && !life.signal.aborted; next = nextAhead()) {
      if (urgent > 0 && !next.isArmed) {
        await wait(100);
        continue;
      }
      const pace = next.isArmed ? undefined : (bytes: number) => wait(bytes / aheadBytesPerMs);
      await bring(next.medium, pace).catch(() => undefined);
    }
  }

  function nextAhead(): Need | null {
    const now = performance.now();
    const mayTry = ({ hash }: Medium): boolean => {
      const last = failed.get(hash);
      return last === undefined || now - last.at > failedAgainMs;
    };
    return order().find(({ medium }) => !isHeld(medium.hash) && mayTry(medium)) ?? null;
  }

  function pump(): void {
    ahead ??= fetchAhead().finally(() => {
      ahead = null;
    });
  }

  const again = setInterval(pump, failedAgainMs);

  function secondsLeft(media: readonly Medium[]): number | null {
    const bytes = media.filter(({ hash }) => !isHeld(hash)).reduce((sum, medium) => sum + medium.bytes, 0);
    if (bytes === 0) return 0;
    return rate.perMs > 0 ? bytes / rate.perMs / 1000 : null;
  }

  return {
    want(owner, list) {
      needs.set(owner, list);
      const needed = new Set(order().map(({ medium }) => medium.hash));
      for (const hash of failed.keys()) if (!needed.has(hash)) mend(hash);
      pump();
    },
    async hold(media) {
      urgent += 1;
      try {
        const waiting = media.filter(
          ({ hash, mime, bytes }) => !isHeld(hash) && !(bytes > streamedBytes && isFilm(mime)),
        );
        for (let first = 0; first < waiting.length; first += atOnce)
          await Promise.all(waiting.slice(first, first + atOnce).map((medium) => bring(medium)));
      } finally {
        urgent -= 1;
      }
    },
    onCame(media, run) {
      const came = (hash: string): void => {
        if (media.every((medium) => medium.hash !== hash)) return;
        awaited.delete(came);
        run();
      };
      awaited.add(came);
      return () => void awaited.delete(came);
    },
    url: (medium) => urls.get(medium.hash) ?? mediumUrl(medium),
    data(medium) {
      const known = parsed.get(medium.hash);
      if (known !== undefined) return known;
      const value = bring(medium).then(async (blob): Promise<unknown> => JSON.parse(await blob.text()));
      parsed.set(medium.hash, value);
      value.catch(() => parsed.delete(medium.hash));
      return value;
    },
    status(owner) {
      const mine = needs.get(owner) ?? [];
      const awaitable = mine.map(({ medium }) => medium).filter(({ hash }) => !failed.has(hash));
      return {
        secondsLeft: secondsLeft(awaitable),
        held: mine.filter(({ medium }) => isHeld(medium.hash)).length,
        missing: mine.filter(({ medium }) => failed.has(medium.hash)).map(({ medium }) => medium.id),
        lacks: mine
          .filter(({ medium }) => !isHeld(medium.hash))
          .map(({ medium: { id, hash } }) => ({
            id,
            how: failed.get(hash)?.reason ?? (coming.has(hash) ? 'fetching' : 'waiting'),
          })),
      };
    },
    secondsLeft,
    stop() {
      life.abort();
      clearInterval(again);
      for (const url of urls.values()) URL.revokeObjectURL(url);
    },
  };
}

const isFilm = (mime: string): boolean => mime.startsWith('video/') || mime.startsWith('audio/');
