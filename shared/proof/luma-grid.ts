import { z } from 'zod';

/** Columns and rows of a fingerprint: coarse enough for 64 bytes, fine enough to tell one scene from another. */
export const gridSide = 8;
const cells = gridSide * gridSide;

/** Mean luminance (0 to 255) of each cell of a picture, row by row, as hexadecimal bytes. */
export const LumaGrid = z.string().regex(/^[0-9a-f]{128}$/, 'a grid of 8 × 8 luminances, two hexadecimal digits each');
export type LumaGrid = z.infer<typeof LumaGrid>;

/** A picture as somebody saw it at `at`, ms of shared time. */
export const LightSample = z.strictObject({
  at: z.number(),
  /** `page`: read from the scene's own canvas or video. `host`: from a true screenshot. */
  source: z.enum(['page', 'host']),
  grid: LumaGrid,
});
export type LightSample = z.infer<typeof LightSample>;

/** The fingerprint of `width` × `height` RGBA pixels, each at least one cell wide and high. Luminance by BT.709. */
export function gridOf(rgba: ArrayLike<number>, width: number, height: number): LumaGrid {
  const sums = new Float64Array(cells);
  const counts = new Uint32Array(cells);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * gridSide) / height) * gridSide;
    for (let x = 0; x < width; x += 1) {
      const cell = row + Math.floor((x * gridSide) / width);
      const at = (y * width + x) * 4;
      const luma = 0.2126 * (rgba[at] ?? 0) + 0.7152 * (rgba[at + 1] ?? 0) + 0.0722 * (rgba[at + 2] ?? 0);
      sums[cell] = (sums[cell] ?? 0) + luma;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return hexOf(Array.from(sums, (sum, cell) => sum / Math.max(1, counts[cell] ?? 0)));
}

/** The grid of these luminances, 0 to 255. */
export function hexOf(lumas: readonly number[]): LumaGrid {
  return lumas.map((luma) => Math.round(luma).toString(16).padStart(2, '0')).join('');
}

export function lumasOf(grid: LumaGrid): readonly number[] {
  return Array.from({ length: cells }, (_, cell) => Number.parseInt(grid.slice(cell * 2, cell * 2 + 2), 16));
}

/** Darker than this everywhere is black: the darkest ground of a scene is 13. */
const blackLuma = 4;

export function isBlack(grid: LumaGrid): boolean {
  return lumasOf(grid).every((luma) => luma <= blackLuma);
}

/** The largest difference of a cell between two pictures, 0 to 255. */
export function largestChange(a: LumaGrid, b: LumaGrid): number {
  const other = lumasOf(b);
  return lumasOf(a).reduce((largest, luma, cell) => Math.max(largest, Math.abs(luma - (other[cell] ?? 0))), 0);
}

/** How alike two pictures are whatever their brightness: the correlation of their cells, −1 to 1; 0 where one is flat. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  const meanA = mean(a);
  const meanB = mean(b);
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const fromA = (a[cell] ?? 0) - meanA;
    const fromB = (b[cell] ?? 0) - meanB;
    both += fromA * fromB;
    ofA += fromA * fromA;
    ofB += fromB * fromB;
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}

function mean(lumas: readonly number[]): number {
  return lumas.reduce((sum, luma) => sum + luma, 0) / cells;
}
