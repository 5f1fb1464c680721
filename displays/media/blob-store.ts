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

/** A disk that has not opened by then is one that stays shut: a picture waits for it no longer. */
const patienceMs = 3_000;
/** The browser keeps large blobs on disk by itself; this is what a page without a cache may hold at all. */
const memoryBytes = 2 * 1024 ** 3;

/**
 * On disk where the origin is secure and the browser lets us, so that the hall is dark no longer than the power is;
 * otherwise in memory. It opens beside whatever else a page does when it starts; who asks earlier waits. `onLimit` is told
 * of a disk that cannot be had where there should be one.
 */
export function openBlobStore(onLimit: () => void): BlobStore {
  const memory = openMemoryStore(memoryBytes);
  if (!('caches' in globalThis)) return memory;
  let disk: BlobStore | null = null;
  const shut = new Promise<void>((resolve) => {
    setTimeout(resolve, patienceMs);
  });
  const opening = openCacheStore().then(
    (opened) => void (disk = opened),
    () => undefined,
  );
  const decided = Promise.race([opening, shut]).then(() => void (disk === null && onLimit()));
  /** A disk that opens later is used from then on. */
  const store = async (): Promise<BlobStore> => {
    await decided;
    return disk ?? memory;
  };
  return {
    hashes: async () => (await store()).hashes(),
    get: async (hash) => (await store()).get(hash),
    put: async (hash, blob) => (await store()).put(hash, blob),
    delete: async (hash) => (await store()).delete(hash),
  };
}

async function openCacheStore(): Promise<BlobStore> {
  const cache = await caches.open(name);
  const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname.split('/').at(-1) ?? ''));
  return {
    hashes: () => Promise.resolve([...held]),
    async get(hash) {
      const response = held.has(hash) ? await cache.match(urlOf(hash)) : undefined;
      return response === undefined ? null : response.blob();
    },
    async put(hash, blob) {
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
