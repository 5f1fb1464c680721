import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MediumView } from '#shared/media.ts';
import { Media } from '../../../operator-ui/controllers/media.ts';
import { eventually } from '../../support/eventually.ts';

const medium = (id: string, hasThumbnail = false): MediumView => ({
  id,
  hash: 'a'.repeat(64),
  bytes: 1,
  mime: 'image/png',
  facts: null,
  hasThumbnail,
});

describe('the media of the hall', () => {
  const host = { addController: () => undefined, requestUpdate: () => undefined } as never;
  /** What was asked and is not answered yet, the first first. */
  let open: ((answer: readonly MediumView[]) => void)[];
  let asked: number;
  let media: Media;

  beforeEach(() => {
    open = [];
    asked = 0;
    vi.stubGlobal('location', { pathname: '/' });
    vi.stubGlobal('fetch', () => {
      asked += 1;
      return new Promise((resolve) => {
        open.push((list) => resolve(new Response(JSON.stringify(list))));
      });
    });
    media = new Media(host);
  });
  afterEach(() => vi.unstubAllGlobals());

  async function answer(list: readonly MediumView[]): Promise<void> {
    const first = await eventually('they are asked for', () => Promise.resolve(open.shift() ?? null));
    first(list);
  }

  it('are read once for each change that was heard of', async () => {
    const reading = media.at(1);
    await answer([medium('b'), medium('a')]);
    await reading;
    await media.at(1);
    expect(asked).toBe(1);
    expect(media.all.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('are as they are after the last of many changes, in two readings', async () => {
    const reading = media.at(1);
    for (const round of [2, 3, 4]) void media.at(round);
    expect(asked).toBe(1);
    await answer([medium('a')]);
    await answer([medium('a', true)]);
    await reading;
    expect(asked).toBe(2);
    expect(media.all).toEqual([medium('a', true)]);
  });

  it('are asked for again where they could not be read, and until then the hall’s own words say why', async () => {
    vi.useFakeTimers();
    try {
      const broken = { code: 'internal', title: 'Broken', detail: 'The disk is slow.', status: 500 };
      vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(broken), { status: 500 })));
      await media.at(1);
      expect(media.refusal?.detail).toContain('The disk is slow.');
      vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify([medium('a')]))));
      await vi.advanceTimersByTimeAsync(10_000);
      expect([media.refusal, media.all]).toEqual([null, [medium('a')]]);
      vi.stubGlobal('fetch', () => {
        asked += 1;
        return Promise.reject(new Error('gone'));
      });
      await media.at(2);
      media.hostDisconnected();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(asked).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are not read for a page that nobody looks at any more, and are when it comes back', async () => {
    const reading = media.at(1);
    void media.at(2);
    media.hostDisconnected();
    await answer([medium('a')]);
    await reading;
    expect(asked).toBe(1);
    const again = media.at(2);
    await answer([medium('a', true)]);
    await again;
    expect(media.all).toEqual([medium('a', true)]);
  });
});
