import type { Polygon } from './points.ts';

/** Part of the wall that a drawing covers, texels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How much of each texel of the box a polygon covers, 0..1, exactly: signed areas are accumulated along the edges and
 * summed along the rows. No canvas, so that every machine cuts the same stone.
 */
export function coverage(polygon: Polygon, box: Box): Float32Array {
  const stride = box.width + 2;
  const sums = new Float32Array(stride * box.height);
  let from = polygon.at(-1);
  for (const to of polygon) {
    if (from !== undefined) addEdge(sums, stride, box, from[0] - box.x, from[1] - box.y, to[0] - box.x, to[1] - box.y);
    from = to;
  }
  const covered = new Float32Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    let sum = 0;
    for (let x = 0; x < box.width; x++) {
      sum += sums[y * stride + x] ?? 0;
      covered[y * box.width + x] = Math.min(1, Math.abs(sum));
    }
  }
  return covered;
}

function addEdge(sums: Float32Array, stride: number, box: Box, ax: number, ay: number, bx: number, by: number): void {
  if (ay === by) return;
  const down = ay < by;
  const [topX, topY, endX, endY] = down ? [ax, ay, bx, by] : [bx, by, ax, ay];
  const slope = (endX - topX) / (endY - topY);
  const firstRow = Math.max(0, Math.floor(topY));
  const lastRow = Math.min(box.height, Math.ceil(endY));
  for (let y = firstRow; y < lastRow; y++) {
    const enterY = Math.max(y, topY);
    const leaveY = Math.min(y + 1, endY);
    const enterX = clamp(topX + (enterY - topY) * slope, box.width);
    const leaveX = clamp(topX + (leaveY - topY) * slope, box.width);
    const area = (leaveY - enterY) * (down ? 1 : -1);
    addRow(sums, y * stride, Math.min(enterX, leaveX), Math.max(enterX, leaveX), area);
  }
}

/** Spreads an edge's signed height over the texels between `left` and `right` of one row. */
function addRow(sums: Float32Array, row: number, left: number, right: number, area: number): void {
  const first = Math.floor(left);
  const end = Math.ceil(right);
  const add = (x: number, value: number): void => {
    sums[row + x] = (sums[row + x] ?? 0) + value;
  };
  if (end <= first + 1) {
    const share = (left + right) / 2 - first;
    add(first, area * (1 - share));
    add(first + 1, area * share);
    return;
  }
  const perTexel = area / (right - left);
  // Area to the right of the edge inside [0, x], differenced: what each texel adds to the running sum.
  let before = 0;
  for (let x = first; x < end; x++) {
    const from = Math.max(left, x);
    const until = Math.min(right, x + 1);
    const crossing = until - from;
    const here = perTexel * (crossing * (x + 1 - (from + until) / 2) + (from - left));
    add(x, here - before);
    before = here;
  }
  add(end, area - before);
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
