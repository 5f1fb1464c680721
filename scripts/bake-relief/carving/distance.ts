/** Exact squared Euclidean distance to the nearest seed (lower envelope of parabolas, Felzenszwalb and Huttenlocher). */
export function squaredDistance(grid: Float64Array, width: number, height: number): void {
  const longest = Math.max(width, height);
  const scratch: Scratch = {
    values: new Float64Array(longest),
    apex: new Int32Array(longest),
    edge: new Float64Array(longest + 1),
  };
  for (let x = 0; x < width; x++) envelope(grid, x, width, height, scratch);
  for (let y = 0; y < height; y++) envelope(grid, y * width, 1, width, scratch);
}

interface Scratch {
  readonly values: Float64Array;
  readonly apex: Int32Array;
  readonly edge: Float64Array;
}

const beyond = 1e20;

function envelope(grid: Float64Array, offset: number, stride: number, count: number, scratch: Scratch): void {
  const { values, apex, edge } = scratch;
  for (let q = 0; q < count; q++) values[q] = grid[offset + q * stride] ?? 0;
  const value = (q: number): number => values[q] ?? 0;
  let k = 0;
  apex[0] = 0;
  edge[0] = -beyond;
  edge[1] = beyond;
  for (let q = 1; q < count; q++) {
    let crossing = 0;
    do {
      const r = apex[k] ?? 0;
      crossing = (value(q) - value(r) + q * q - r * r) / (q - r) / 2;
    } while (crossing <= (edge[k] ?? 0) && --k > -1);
    k++;
    apex[k] = q;
    edge[k] = crossing;
    edge[k + 1] = beyond;
  }
  k = 0;
  for (let q = 0; q < count; q++) {
    while ((edge[k + 1] ?? beyond) < q) k++;
    const r = apex[k] ?? 0;
    grid[offset + q * stride] = value(r) + (q - r) * (q - r);
  }
}

/** Mean over a square of `2 · radius + 1`, edges repeated; in place. */
export function boxBlur(grid: Float32Array, width: number, height: number, radius: number): void {
  const between = new Float32Array(grid.length);
  blurLines(grid, between, { lines: height, count: width, lineStride: width, stride: 1, radius });
  blurLines(between, grid, { lines: width, count: height, lineStride: 1, stride: width, radius });
}

interface Lines {
  readonly lines: number;
  readonly count: number;
  readonly lineStride: number;
  readonly stride: number;
  readonly radius: number;
}

function blurLines(from: Float32Array, to: Float32Array, { lines, count, lineStride, stride, radius }: Lines): void {
  const share = 1 / (2 * radius + 1);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStride;
    const at = (i: number): number => from[start + Math.min(count - 1, Math.max(0, i)) * stride] ?? 0;
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += at(i);
    for (let i = 0; i < count; i++) {
      to[start + i * stride] = sum * share;
      sum += at(i + radius + 1) - at(i - radius);
    }
  }
}
