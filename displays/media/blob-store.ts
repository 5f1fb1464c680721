/** Where verified media are kept on this machine, by hash. */
export interface BlobStore {
  hashes(): Promise<readonly string[]>;
  get(hash: string): Promise<Blob | null>;
  /** False where there is no room for it. */
  put(hash: string, blob: Blob): Promise<boolean>;
  delete(hash: string): Promise<void>;
}

const name = 'shanyraq-media';
const urlOf = (hash: string): string => `/media/${hash}`;

/** On disk where the origin is secure, so that the hall is dark no longer than the power is; otherwise in memory. */
export function openBlobStore(): BlobStore {
  return 'caches' in globalThis ? openCacheStore() : openMemoryStore(memoryBytes);
}

/** The browser keeps large blobs on disk by itself; this is what a page without a cache may hold at all. */
const memoryBytes = 2 * 1024 ** 3;

interface Opened {
  readonly cache: Cache;
  readonly held: Set<string>;
}

async function openCache(): Promise<Opened> {
  const cache = await caches.open(name);
  const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname.split('/').at(-1) ?? ''));
  return { cache, held };
}

/** Opens beside whatever else a page does when it starts; who asks earlier waits for it. */
function openCacheStore(): BlobStore {
  const opening = openCache();
  // Each who asks is told why it could not be opened.
  opening.catch(() => undefined);
  return {
    hashes: async () => [...(await opening).held],
    async get(hash) {
      const { cache, held } = await opening;
      const response = held.has(hash) ? await cache.match(urlOf(hash)) : undefined;
      return response === undefined ? null : response.blob();
    },
    async put(hash, blob) {
      const { cache, held } = await opening;
      try {
        await cache.put(urlOf(hash), new Response(blob, { headers: { 'Content-Type': blob.type } }));
      } catch (error) {
        if (error instanceof DOMException && error.name === 'QuotaExceededError') return false;
        throw error;
      }
      held.add(hash);
      return true;
    },
    async delete(hash) {
      const { cache, held } = await opening;
      held.delete(hash);
      await cache.delete(urlOf(hash));
    },
  };
}

export function openMemoryStore(mostBytes: number): BlobStore {
  const blobs = new Map<string, Blob>();
  const used = (): number => [...blobs.values()].reduce((sum, { size }) => sum + size, 0);
  return {
    hashes: () => Promise.resolve([...blobs.keys()]),
    get: (hash) => Promise.resolve(blobs.get(hash) ?? null),
    put(hash, blob) {
      if (used() + blob.size > mostBytes) return Promise.resolve(false);
      blobs.set(hash, blob);
      return Promise.resolve(true);
    },
    delete(hash) {
      blobs.delete(hash);
      return Promise.resolve();
    },
  };
}
