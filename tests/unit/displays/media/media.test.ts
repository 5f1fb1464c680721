import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Need } from '#shared/media-needs.ts';
import { openMemoryStore } from '../../../../displays/media/blob-store.ts';
import { createMedia, type PlayerMedia } from '../../../../displays/media/media.ts';

const need = (id: string, text: string, dueAt: number): Need => ({
  medium: {
    id,
    hash: createHash('sha256').update(text).digest('hex'),
    bytes: Buffer.byteLength(text),
    mime: 'image/png',
  },
  dueAt,
  isArmed: true,
});

/** The machine's own, for what is not a matter of the player's time: it hashes beside it. */
const realTimeout = setTimeout;

describe('what a player says of the media that its plan needs', () => {
  let media: PlayerMedia;
  /** What the controller answers, by the hash; a promise that never ends stands for a slow line. */
  let answers: Map<string, () => Promise<Response>>;
  /** What is said to be wrong. */
  const troubles = new Set<string>();
  const never = () => new Promise<Response>(() => undefined);
  const open = (mostBytes: number): PlayerMedia =>
    createMedia({
      store: openMemoryStore(mostBytes),
      fetch: (url) => (answers.get(url.slice(url.lastIndexOf('/') + 1)) ?? never)(),
      onError: (where) => void troubles.add(where),
      onMended: (where) => void troubles.delete(where),
    });

  /** Lets the player's time pass, and the machine do its work in between, until this holds. */
  async function pass(is: () => boolean): Promise<void> {
    for (let turn = 0; turn < 2000 && !is(); turn += 1) {
      await vi.advanceTimersByTimeAsync(100);
      await new Promise((resolve) => realTimeout(resolve, 5));
    }
    expect(is()).toBe(true);
  }

  beforeEach(() => {
    answers = new Map();
    troubles.clear();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  });
  afterEach(() => {
    media.stop();
    vi.useRealTimers();
  });

  it('is which are on their way, in the order in which they are needed', async () => {
    media = open(1e6);
    const [a, b, c] = [need('a', 'one', 1), need('b', 'two', 2), need('c', 'three', 3)];
    answers.set(a.medium.hash, () => Promise.resolve(new Response('one')));
    media.want('p1', [a, b, c]);
    await pass(() => media.status('p1').held === 1);
    expect(media.status('p1')).toMatchObject({
      held: 1,
      missing: [],
      lacks: [
        { id: 'b', how: 'fetching' },
        { id: 'c', how: 'waiting' },
      ],
    });
  });

  it.each<readonly [string, () => Promise<Response>, number, string]>([
    ['the controller has not got', () => Promise.resolve(new Response('', { status: 404 })), 1e6, 'not-there'],
    ['came with other content', () => Promise.resolve(new Response('zwei')), 1e6, 'wrong-content'],
    ['there is no room for', () => Promise.resolve(new Response('eins')), 2, 'no-room'],
    ['nobody answers for', () => Promise.reject(new TypeError('Failed to fetch')), 1e6, 'unreachable'],
  ])('is why one is missing: %s', async (_what, answer, mostBytes, how) => {
    media = open(mostBytes);
    const one = need('a', 'eins', 1);
    answers.set(one.medium.hash, answer);
    media.want('p1', [one]);
    await pass(() => media.status('p1').missing.length > 0);
    expect(media.status('p1')).toEqual({ held: 0, missing: ['a'], lacks: [{ id: 'a', how }], secondsLeft: 0 });
  });

  it('is over when it has come after all', async () => {
    media = open(1e6);
    const one = need('a', 'eins', 1);
    answers.set(one.medium.hash, () => Promise.reject(new TypeError('Failed to fetch')));
    media.want('p1', [one]);
    await pass(() => media.status('p1').missing.length > 0);
    expect([...troubles]).toEqual(['medium a']);
    answers.set(one.medium.hash, () => Promise.resolve(new Response('eins')));
    await pass(() => media.status('p1').held === 1);
    expect([...troubles]).toEqual([]);
  });

  it('is told once to whoever waits for it, when it has come after all', async () => {
    media = open(1e6);
    const [lost, other] = [need('a', 'eins', 1), need('b', 'zwei', 2)];
    answers.set(lost.medium.hash, () => Promise.reject(new TypeError('Failed to fetch')));
    answers.set(other.medium.hash, () => Promise.resolve(new Response('zwei')));
    media.want('p1', [lost, other]);
    await pass(() => media.status('p1').missing.length > 0);
    const came: string[] = [];
    media.onCame([lost.medium], () => void came.push('lost'));
    media.onCame([lost.medium], () => void came.push('given up'))();
    media.onCame([other.medium], () => void came.push('other'));
    answers.set(lost.medium.hash, () => Promise.resolve(new Response('eins')));
    await pass(() => media.status('p1').held === 2);
    expect(came).toEqual(['lost']);
  });

  it('is over when nobody needs it any more', async () => {
    media = open(2);
    const one = need('a', 'eins', 1);
    answers.set(one.medium.hash, () => Promise.resolve(new Response('eins')));
    media.want('p1', [one]);
    media.want('p2', [one]);
    await pass(() => media.status('p1').missing.length > 0);
    media.want('p1', []);
    expect([...troubles]).toEqual(['medium a']);
    media.want('p2', []);
    expect([...troubles]).toEqual([]);
  });
});
