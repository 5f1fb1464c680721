import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { gridOf, hexOf, isBlack, largestChange, likeness, LumaGrid, lumasOf } from '#shared/proof/luma-grid.ts';

const lumas = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 64, maxLength: 64 });

/** RGBA pixels of a picture that is `of(x, y)` grey. */
function pixels(width: number, height: number, of: (x: number, y: number) => number): Uint8ClampedArray {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data.set([of(x, y), of(x, y), of(x, y), 255], (y * width + x) * 4);
  return data;
}

describe('the grid of a picture', () => {
  it('is the mean of each cell, row by row, at any size', () => {
    const grid = gridOf(
      pixels(80, 40, (x) => (x < 40 ? 200 : 10)),
      80,
      40,
    );
    expect(lumasOf(grid)).toEqual(Array.from({ length: 64 }, (_, cell) => (cell % 8 < 4 ? 200 : 10)));
    expect(LumaGrid.safeParse(grid).success).toBe(true);
  });

  it('weighs colours as eyes do', () => {
    const green = gridOf([0, 255, 0, 255], 1, 1);
    const blue = gridOf([0, 0, 255, 255], 1, 1);
    expect(lumasOf(green)[0]).toBe(182);
    expect(lumasOf(blue)[0]).toBe(18);
  });

  it('survives the way there and back', () =>
    fc.assert(
      fc.property(lumas, (given) => {
        expect(lumasOf(hexOf(given))).toEqual(given);
      }),
    ));

  it('is black only where every cell is', () => {
    expect(
      isBlack(
        gridOf(
          pixels(8, 8, () => 4),
          8,
          8,
        ),
      ),
    ).toBe(true);
    // The darkest ground of a scene.
    expect(
      isBlack(
        gridOf(
          pixels(8, 8, () => 13),
          8,
          8,
        ),
      ),
    ).toBe(false);
    expect(
      isBlack(
        gridOf(
          pixels(8, 8, (x, y) => (x + y === 0 ? 60 : 0)),
          8,
          8,
        ),
      ),
    ).toBe(false);
  });

  it('differs by its most different cell', () =>
    fc.assert(
      fc.property(lumas, fc.integer({ min: 0, max: 63 }), (given, cell) => {
        const other = given.with(cell, 255 - (given[cell] ?? 0));
        expect(largestChange(hexOf(given), hexOf(other))).toBe(Math.abs(255 - 2 * (given[cell] ?? 0)));
      }),
    ));

  it('is like itself whatever its brightness, and like nothing where it is flat', () => {
    const given = Array.from({ length: 64 }, (_, cell) => cell);
    expect(
      likeness(
        given,
        given.map((luma) => luma * 2 + 30),
      ),
    ).toBeCloseTo(1);
    expect(likeness(given, given.toReversed())).toBeCloseTo(-1);
    expect(
      likeness(
        given,
        given.map(() => 9),
      ),
    ).toBe(0);
  });
});
