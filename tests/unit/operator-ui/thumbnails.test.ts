import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MediumView } from '#shared/media.ts';
import { Thumbnails } from '../../../operator-ui/controllers/thumbnails.ts';
import { eventually } from '../../support/eventually.ts';

const medium = (id: string, change: Partial<MediumView> = {}): MediumView => ({
  id,
  hash: id.padEnd(64, '0'),
  bytes: 1,
  mime: 'image/png',
  facts: null,
  hasThumbnail: false,
  ...change,
});

describe('thumbnails', () => {
  const host = { addController: () => undefined, requestUpdate: () => undefined } as never;
  let put: { readonly id: string; readonly picture: string }[];
  let asked: string[];
  let most: number;
  let thumbnails: Thumbnails;

  beforeEach(() => {
    put = [];
    asked = [];
    most = 0;
    let busy = 0;
    vi.stubGlobal('location', { pathname: '/' });
    vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
      put.push(JSON.parse(body) as (typeof put)[number]);
      return Promise.resolve(new Response('{}'));
    });
    const make = async (url: string): Promise<string | null> => {
      asked.push(url);
      busy += 1;
      most = Math.max(most, busy);
      await new Promise((resolve) => setTimeout(resolve, 1));
      busy -= 1;
      return url.includes('odd') ? null : 'AAAA';
    };
    thumbnails = new Thumbnails(host, make);
  });
  afterEach(() => vi.unstubAllGlobals());

  const made = (): readonly string[] => put.map(({ id }) => id);
  const settled = (n: number) => eventually(`${n} were asked for`, () => Promise.resolve(asked.length === n || null));

  it('are made of what is in sight, has none and can be seen, one after the other', async () => {
    thumbnails.see([
      medium('a'),
      medium('has', { hasThumbnail: true }),
      medium('sound', { mime: 'audio/mpeg' }),
      medium('b', { mime: 'video/mp4' }),
    ]);
    await settled(2);
    await eventually('both are kept', () => Promise.resolve(made().length === 2 || null));
    expect(made()).toEqual(['a', 'b']);
    expect(put).toEqual([
      { id: 'a', picture: 'AAAA' },
      { id: 'b', picture: 'AAAA' },
    ]);
    expect(most).toBe(1);
  });

  it('that this browser cannot make are tried once, and kept from nobody else', async () => {
    thumbnails.see([medium('odd'), medium('a')]);
    await eventually('the other is made', () => Promise.resolve(made().length === 1 || null));
    thumbnails.see([medium('odd')]);
    thumbnails.see([medium('odd'), medium('c')]);
    await eventually('the next is made', () => Promise.resolve(made().length === 2 || null));
    expect(asked.filter((url) => url.includes('odd'))).toHaveLength(1);
    expect(made()).toEqual(['a', 'c']);
  });

  it('of files that were uploaded here come first, from the file itself', async () => {
    const url = vi.spyOn(URL, 'createObjectURL');
    thumbnails.see([medium('a'), medium('b')]);
    thumbnails.uploaded(medium('new'), new File(['x'], 'new.png'));
    await eventually('all are made', () => Promise.resolve(made().length === 3 || null));
    expect(made()).toEqual(['a', 'new', 'b']);
    expect(asked[1]).toMatch(/^blob:/);
    expect(url).toHaveBeenCalledTimes(1);
  });
});
