/**
 * V-cut inscriptions: the distance to a letter's edge becomes a groove with a sharp valley, lit from one side.
 * Pure functions over plain arrays, so that the same letter always gives the same stone.
 */

/** A single-channel picture, row by row. */
export interface Field {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

export interface Cut {
  /** Where the light stands: degrees clockwise from the right, and above the stone. */
  readonly azimuthDeg: number;
  readonly elevationDeg: number;
  readonly depth: number;
  /** How much the grain of the stone shows on the facets. */
  readonly chisel: number;
  /** Red, green and blue of a fully lit facet, 0..255. */
  readonly tint: readonly [number, number, number];
  readonly ambient: number;
  /** Depth in px at which the groove becomes a bowl; absent: a V all the way. */
  readonly bowlPx?: number;
  /** Polished: a highlight where a facet faces the light. */
  readonly polished?: boolean;
}

/** Facets in colour over a transparent ground, with a worn lip of light and shade around the cut. RGBA, 8 bits. */
export function carve(mask: Field, grain: Field, cut: Cut): Uint8ClampedArray<ArrayBuffer> {
  const { width, height } = mask;
  const depth = blur(grooves(mask, cut), 1.3);
  const lip = blur(mask, 2.2);
  const azimuth = (cut.azimuthDeg * Math.PI) / 180;
  const elevation = (cut.elevationDeg * Math.PI) / 180;
  const lightX = Math.cos(azimuth) * Math.cos(elevation);
  const lightY = Math.sin(azimuth) * Math.cos(elevation);
  const lightZ = Math.sin(elevation);
  const rgba = new Uint8ClampedArray(width * height * 4);
  const grainAt = (x: number, y: number): number => sample(grain, x % grain.width, y % grain.height);
  const heightAt = (x: number, y: number): number =>
    -sample(depth, x, y) * cut.depth + grainAt(x, y) * cut.chisel * 2.2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const gradientX = (heightAt(Math.min(width - 1, x + 1), y) - heightAt(Math.max(0, x - 1), y)) / 2;
      const gradientY = (heightAt(x, Math.min(height - 1, y + 1)) - heightAt(x, Math.max(0, y - 1))) / 2;
      const length = Math.hypot(gradientX, gradientY, 1);
      const facing = Math.max(0, (-gradientX * lightX - gradientY * lightY + lightZ) / length);
      const lit = (cut.ambient + facing * (1 - cut.ambient)) * (1 + grainAt(x, y) * 0.22);
      const inside = Math.min(1, Math.max(0, sample(mask, x, y)));
      const edgeX = (sample(lip, x + 1, y) - sample(lip, x - 1, y)) / 2;
      const edgeY = (sample(lip, x, y + 1) - sample(lip, x, y - 1)) / 2;
      const edge = (edgeX * lightX + edgeY * lightY) * (1 - sample(mask, x, y));
      const bright = Math.min(0.42, Math.max(0, edge * 7));
      const dark = Math.min(0.4, Math.max(0, -edge * 6));
      const outside = bright > dark ? 0.93 * 255 : 0;
      const shine = cut.polished === true ? facing ** 9 : 0;
      const at = (y * width + x) * 4;
      for (const [channel, glint] of [0.35, 0.3, 0.18].entries()) {
        const facet = (cut.tint[channel] ?? 0) * Math.min(1.25, Math.max(0, lit)) + shine * glint * 255;
        rgba[at + channel] = facet * inside + outside * (1 - inside);
      }
      rgba[at + 3] = 255 * (inside * 0.985 + (1 - inside) * Math.max(bright, dark));
    }
  }
  return rgba;
}

function grooves(mask: Field, cut: Cut): Field {
  const distance = distanceInside(mask);
  const { bowlPx } = cut;
  if (bowlPx === undefined) return distance;
  return { ...distance, values: distance.values.map((value) => bowlPx * (1 - Math.exp(-value / bowlPx))) };
}

/** Nothing lies beyond the edge of the picture. */
function sample(field: Field, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= field.width || y >= field.height) return 0;
  return field.values[y * field.width + x] ?? 0;
}

/**
 * Exact Euclidean distance from each pixel inside the mask to its edge, 0 outside.
 * Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions" (2012): lower envelope of parabolas.
 */
export function distanceInside(mask: Field): Field {
  const { width, height } = mask;
  const far = 1e12;
  const squared = Float64Array.from(mask.values, (value) => (value > 0.5 ? far : 0));
  const column = new Float64Array(height);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) column[y] = squared[y * width + x] ?? 0;
    const out = envelope(column);
    for (let y = 0; y < height; y++) squared[y * width + x] = out[y] ?? 0;
  }
  for (let y = 0; y < height; y++) {
    const out = envelope(squared.slice(y * width, (y + 1) * width));
    squared.set(out, y * width);
  }
  return { width, height, values: Float32Array.from(squared, Math.sqrt) };
}

function envelope(f: Float64Array): Float64Array {
  const n = f.length;
  const at = (index: number): number => f[index] ?? 0;
  const places = new Int32Array(n);
  const bounds = new Float64Array(n + 1);
  let last = 0;
  bounds[0] = -Infinity;
  bounds[1] = Infinity;
  const crossing = (q: number, p: number): number => (at(q) + q * q - (at(p) + p * p)) / (2 * (q - p));
  for (let q = 1; q < n; q++) {
    let s = crossing(q, places[last] ?? 0);
    while (s <= (bounds[last] ?? 0)) {
      last--;
      s = crossing(q, places[last] ?? 0);
    }
    last++;
    places[last] = q;
    bounds[last] = s;
    bounds[last + 1] = Infinity;
  }
  const out = new Float64Array(n);
  let k = 0;
  for (let q = 0; q < n; q++) {
    while ((bounds[k + 1] ?? Infinity) < q) k++;
    const p = places[k] ?? 0;
    out[q] = (q - p) ** 2 + at(p);
  }
  return out;
}

/** Gaussian blur, separable; the edge repeats. */
function blur(field: Field, sigma: number): Field {
  const radius = Math.ceil(sigma * 3);
  const kernel = Array.from({ length: radius * 2 + 1 }, (_, index) =>
    Math.exp(-((index - radius) ** 2) / (2 * sigma ** 2)),
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  const pass = (source: Field, stepX: number, stepY: number): Field => {
    const { width, height } = source;
    const values = new Float32Array(width * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let total = 0;
        for (const [index, weight] of kernel.entries()) {
          const fromX = Math.min(width - 1, Math.max(0, x + (index - radius) * stepX));
          const fromY = Math.min(height - 1, Math.max(0, y + (index - radius) * stepY));
          total += weight * sample(source, fromX, fromY);
        }
        values[y * width + x] = total / sum;
      }
    }
    return { width, height, values };
  };
  return pass(pass(field, 1, 0), 0, 1);
}
