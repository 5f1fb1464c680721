import { describe, expect, it } from 'vitest';
import type { ScreenId } from '#shared/ids.ts';
import { castMirrors } from '../../../displays/mirrors/cast.ts';

const wanted = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    screen: `s${from + index}` as ScreenId,
    rect: { x: 0, y: 0, width: 10, height: 10 },
  }));
const ids = (mirrors: readonly { readonly screen: string }[]) => mirrors.map(({ screen }) => screen);

describe('castMirrors', () => {
  it('plays all of a hall of thirteen', () => {
    expect(castMirrors(wanted(13), new Set())).toMatchObject({ still: [], gone: [] });
    expect(castMirrors(wanted(13), new Set()).live).toHaveLength(13);
  });

  it('plays the first sixteen of many, and leaves those seen before at their last frame', () => {
    const { live, still, gone } = castMirrors(wanted(200), new Set(['s3', 's20', 's199', 'old']));
    expect(live).toHaveLength(16);
    expect(ids(still)).toEqual(['s20', 's199']);
    expect(gone).toEqual(['old']);
  });

  it('keeps no more than there is room for', () => {
    const known = new Set(ids(wanted(200)));
    const { live, still, gone } = castMirrors(wanted(200), known);
    expect(live.length + still.length).toBe(48);
    expect(gone).toHaveLength(152);
  });
});
