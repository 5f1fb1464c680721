import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openBlobStore } from '../../../../displays/media/blob-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ['refuses', () => Promise.reject(new Error('Unexpected internal error.'))],
  ['never answers', () => new Promise(() => undefined)],
])('keeps media in memory where the disk %s, and says so', async (_how, open) => {
  vi.stubGlobal('caches', { open });
  const told = vi.fn<() => void>();
  const store = openBlobStore(told);
  const kept = store.put('a', new Blob(['picture']));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await kept).toBe(true);
  expect([await store.hashes(), await (await store.get('a'))?.text()]).toEqual([['a'], 'picture']);
  expect(told).toHaveBeenCalledTimes(1);
});

it('keeps media on the disk where there is one, and finds what was kept before', async () => {
  const disk = new Map([['/media/old', new Response('before')]]);
  const cache = {
    keys: () => Promise.resolve([...disk.keys()].map((url) => ({ url: `http://hall${url}` }))),
    match: (url: string) => Promise.resolve(disk.get(url)?.clone()),
    put: (url: string, response: Response) => Promise.resolve(void disk.set(url, response)),
  };
  vi.stubGlobal('caches', { open: () => Promise.resolve(cache) });
  const told = vi.fn<() => void>();
  const store = openBlobStore(told);
  expect(await (await store.get('old'))?.text()).toBe('before');
  await store.put('new', new Blob(['now']));
  await vi.advanceTimersByTimeAsync(10_000);
  expect([await store.hashes(), [...disk.keys()]]).toEqual([
    ['old', 'new'],
    ['/media/old', '/media/new'],
  ]);
  expect(told).not.toHaveBeenCalled();
});
