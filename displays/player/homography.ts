import type { CornerPin } from '#shared/corner-pin.ts';

/** Rows of the 3×3 matrix that takes the unit square to four points; the last entry is 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number];

type Point = readonly [number, number];

/**
 * The projective map of the unit square (0,0) (1,0) (1,1) (0,1) to four corners in that order, after Heckbert,
 * "Fundamentals of Texture Mapping and Image Warping" (1989), section 2.2.3. Null where three of them lie on a line.
 */
export function homography(topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point): Homography | null {
  const [x0, y0] = topLeft;
  const [x1, y1] = topRight;
  const [x2, y2] = bottomRight;
  const [x3, y3] = bottomLeft;
  const dx1 = x1 - x2;
  const dy1 = y1 - y2;
  const dx2 = x3 - x2;
  const dy2 = y3 - y2;
  const sx = x0 - x1 + x2 - x3;
  const sy = y0 - y1 + y2 - y3;
  const determinant = dx1 * dy2 - dx2 * dy1;
  if (Math.abs(determinant) < 1e-9) return null;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  const matrix: Homography = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h];
  const isFlat = Math.abs(matrix[0] * matrix[4] - matrix[1] * matrix[3]) < 1e-9 && g === 0 && h === 0;
  return isFlat || !staysInFront(g, h) ? null : matrix;
}

/** A corner whose depth is not positive would fold the picture through infinity. */
function staysInFront(g: number, h: number): boolean {
  return Math.min(1, 1 + g, 1 + h, 1 + g + h) > 1e-6;
}

/** Where the map takes a point of the unit square. */
export function mapPoint([a, b, c, d, e, f, g, h]: Homography, x: number, y: number): Point {
  const w = g * x + h * y + 1;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}

const isIdentity = (pin: CornerPin): boolean =>
  [pin.topLeft, pin.topRight, pin.bottomRight, pin.bottomLeft].flat().join() === '0,0,1,0,1,1,0,1';

/**
 * The CSS transform, with origin 0 0, that puts the corners of a box of `width` × `height` CSS pixels where the pin
 * wants them; empty where there is nothing to do or the corners make no picture.
 */
export function cornerPinTransform(pin: CornerPin | undefined, width: number, height: number): string {
  if (pin === undefined || isIdentity(pin)) return '';
  const found = homography(pin.topLeft, pin.topRight, pin.bottomRight, pin.bottomLeft);
  if (found === null) return '';
  const [a, b, c, d, e, f, g, h] = found;
  const columns = [a, (d * height) / width, 0, g / width, (b * width) / height, e, 0, h / height, 0, 0, 1, 0];
  return `matrix3d(${[...columns, c * width, f * height, 0, 1].map((value) => Number(value.toFixed(12))).join(', ')})`;
}
