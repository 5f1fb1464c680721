import { assert, double, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornerPinTransform, homography, mapPoint } from '../../../../displays/player/homography.ts';
import type { CornerPin } from '#shared/corner-pin.ts';
import { present } from '../../../support/present.ts';

const square = {
  topLeft: [0, 0],
  topRight: [1, 0],
  bottomRight: [1, 1],
  bottomLeft: [0, 1],
} as const satisfies CornerPin;

/** Where a CSS matrix3d takes a point of the plane. */
function transformed(css: string, x: number, y: number): readonly [number, number] {
  const m = css.slice('matrix3d('.length, -1).split(',').map(Number);
  const at = (index: number): number => m[index] ?? Number.NaN;
  const w = at(3) * x + at(7) * y + at(15);
  return [(at(0) * x + at(4) * y + at(12)) / w, (at(1) * x + at(5) * y + at(13)) / w];
}

const near = (value: number) => double({ min: value - 0.3, max: value + 0.3, noNaN: true });
const pins = record({
  topLeft: tuple(near(0), near(0)),
  topRight: tuple(near(1), near(0)),
  bottomRight: tuple(near(1), near(1)),
  bottomLeft: tuple(near(0), near(1)),
});

/** The corners go round one way: the picture is not folded. */
function isConvex({ topLeft, topRight, bottomRight, bottomLeft }: CornerPin): boolean {
  const corners = [topLeft, topRight, bottomRight, bottomLeft];
  return corners.every((corner, index) => {
    const next = present(corners[(index + 1) % 4]);
    const after = present(corners[(index + 2) % 4]);
    return (next[0] - corner[0]) * (after[1] - next[1]) - (next[1] - corner[1]) * (after[0] - next[0]) > 0.01;
  });
}

describe('corner pin', () => {
  it('puts each corner of a picture where it was dragged, whatever the corners', () => {
    assert(
      property(pins.filter(isConvex), (pin) => {
        const [width, height] = [1920, 1080];
        const css = cornerPinTransform(pin, width, height);
        for (const [x, y, corner] of [
          [0, 0, pin.topLeft],
          [width, 0, pin.topRight],
          [width, height, pin.bottomRight],
          [0, height, pin.bottomLeft],
        ] as const) {
          const [px, py] = transformed(css, x, y);
          expect(px).toBeCloseTo(corner[0] * width, 3);
          expect(py).toBeCloseTo(corner[1] * height, 3);
        }
      }),
    );
  });

  it('keeps straight lines straight: the diagonals cross where they cross in the quadrilateral', () => {
    const map = present(homography([0, 0], [1, 0], [0.8, 0.9], [0.1, 1]));
    const [x, y] = mapPoint(map, 0.5, 0.5);
    // Both diagonals, of (0,0)–(0.8,0.9) and (1,0)–(0.1,1).
    expect(y / x).toBeCloseTo(0.9 / 0.8, 9);
    expect((y - 0) / (x - 1)).toBeCloseTo(1 / -0.9, 9);
  });

  it('of a parallelogram is affine', () => {
    const map = present(homography([0.1, 0.1], [1.1, 0.2], [1.2, 1.2], [0.2, 1.1]));
    expect(map[6]).toBeCloseTo(0, 12);
    expect(map[7]).toBeCloseTo(0, 12);
  });

  it('does nothing for the square, for no pin, and for corners that make no picture', () => {
    expect(cornerPinTransform(square, 100, 100)).toBe('');
    expect(cornerPinTransform(undefined, 100, 100)).toBe('');
    expect(cornerPinTransform({ ...square, bottomRight: [0.5, 0.5] }, 100, 100)).toBe('');
    expect(cornerPinTransform({ ...square, topLeft: [1, 1], topRight: [0, 1] }, 100, 100)).toBe('');
  });
});
