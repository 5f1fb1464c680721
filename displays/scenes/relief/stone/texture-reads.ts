/** How finely shadows are marched, and on how coarse a grid, px of the wall. */
export interface StoneQuality {
  readonly shadowPx: number;
  readonly steps: { readonly key: number; readonly counter: number };
}

/** At run time, within {@link readsAllowed}. */
export const live: StoneQuality = { shadowPx: 2, steps: { key: 40, counter: 14 } };
/** For the pictures, where a frame may take seconds. */
export const finest: StoneQuality = { shadowPx: 1, steps: { key: 64, counter: 32 } };

/** The limit for one frame of 1920 × 1080. */
export const readsAllowed = 60_000_000;

/** Of the light pass, for each pixel: shape, colour, finish, glow, and four of the shadow. */
const lightReads = 8;

/** The most texture reads that one frame of this size can cost (marches end early, so fewer are made). */
export function textureReads(width: number, height: number, { shadowPx, steps }: StoneQuality, marginPx = 0): number {
  const shadowTexels = Math.ceil((width + marginPx) / shadowPx) * Math.ceil(height / shadowPx);
  return width * height * lightReads + shadowTexels * (1 + steps.key + steps.counter);
}
