import { expect, it } from 'vitest';
import { light, shadow } from '../../../displays/scenes/relief/stone/shaders.ts';
import { live, readsAllowed, textureReads } from '../../../displays/scenes/relief/stone/texture-reads.ts';

const reads = (source: string) => source.match(/\btexture(?:Lod)?\(/g)?.length ?? 0;
/** Shadows are marched beside the picture too. */
const marginPx = 2 * 264;

it('a live frame of 1920 × 1080 stays within the texture reads allowed', () => {
  expect(textureReads(1920, 1080, live, marginPx)).toBeLessThanOrEqual(readsAllowed);
});

it('the count is that of the shaders', () => {
  const perPixel = textureReads(1, 1, { shadowPx: 1, steps: { key: 0, counter: 0 } }) - 1;
  expect(reads(light)).toBe(perPixel);
  expect(reads(shadow({ key: 5, counter: 3 }))).toBe(2);
  expect(shadow({ key: 5, counter: 3 })).toContain('arrives(0, 5,');
  expect(shadow({ key: 5, counter: 3 })).toContain('arrives(1, 3,');
});
