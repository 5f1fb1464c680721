import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fetchMedium } from '../../../../displays/media/fetch-medium.ts';
import { hashOf } from '../../../../displays/media/verify.ts';
import { openMemoryStore } from '../../../../displays/media/blob-store.ts';

const bytes = new Uint8Array(1_000_003).map((_, index) => index % 251);
const sha = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
const medium = { id: 'film.webm', hash: sha(bytes), bytes: bytes.length, mime: 'video/webm' };

/** A body that breaks after so many bytes. */
function body(data: Uint8Array, breaksAfter = Infinity): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= breaksAfter) return controller.error(new Error('the link broke'));
      if (at >= data.length) return controller.close();
      controller.enqueue(data.slice(at, Math.min(at + 65_536, breaksAfter, data.length)));
      at = Math.min(at + 65_536, breaksAfter, data.length);
    },
  });
}

type Answer = (range: number | null) => Response;

/** Fetches through these answers, one a request; tells which ranges were asked for. */
async function through(...answers: readonly Answer[]) {
  const ranges: (number | null)[] = [];
  const blob = await fetchMedium(medium, {
    fetch(url, { headers }) {
      expect(url).toBe(`/media/${medium.hash}`);
      const range = /bytes=(\d+)-/.exec((headers as Record<string, string> | undefined)?.['Range'] ?? '')?.[1];
      const from = range === undefined ? null : Number(range);
      ranges.push(from);
      const answer = answers[Math.min(ranges.length, answers.length) - 1];
      return Promise.resolve(answer?.(from) ?? new Response(null, { status: 500 }));
    },
    wait: () => Promise.resolve(),
  });
  return { blob, ranges };
}

const whole: Answer = () => new Response(body(bytes));
const rest: Answer = (from) => new Response(body(bytes.slice(from ?? 0)), { status: from === null ? 200 : 206 });
const broken =
  (after: number): Answer =>
  () =>
    new Response(body(bytes, after));

describe('a medium', () => {
  it('comes whole, verified and of its own kind', async () => {
    const { blob, ranges } = await through(whole);
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
    expect([blob.type, ranges]).toEqual(['video/webm', [null]]);
  });

  it('goes on where a broken transfer stopped', async () => {
    const { blob, ranges } = await through(broken(300_000), rest);
    expect(await hashOf(blob)).toBe(medium.hash);
    expect(ranges).toEqual([null, 300_000]);
  });

  it('is not made of two beginnings where a server ignores the range', async () => {
    const { blob } = await through(broken(300_000), whole);
    expect(blob.size).toBe(bytes.length);
  });

  it('with other content is asked for again, and refused in the end', async () => {
    const wrong: Answer = () => new Response(body(bytes.map((byte) => 255 - byte)));
    await expect(through(wrong)).rejects.toThrow('other content');
    const { ranges } = await through(wrong, whole);
    expect(ranges).toEqual([null, null]);
  });

  it('that is not there is refused with the controller’s answer', async () => {
    await expect(through(() => new Response(null, { status: 404 }))).rejects.toThrow('404');
  });
});

describe('the memory of a page without a cache', () => {
  it('refuses what does not fit and takes it when there is room', async () => {
    const store = openMemoryStore(100);
    expect(await store.put('a', new Blob([new Uint8Array(80)]))).toBe(true);
    expect(await store.put('b', new Blob([new Uint8Array(30)]))).toBe(false);
    await store.delete('a');
    expect(await store.put('b', new Blob([new Uint8Array(30)]))).toBe(true);
    expect([await store.hashes(), (await store.get('b'))?.size, await store.get('a')]).toEqual([['b'], 30, null]);
  });
});
