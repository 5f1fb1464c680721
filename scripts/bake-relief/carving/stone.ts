import { coverage, type Box } from './coverage.ts';
import { boxBlur, squaredDistance } from './distance.ts';
import type { Point, Polygon } from './points.ts';

/** How a solid is pressed out of the wall. Lengths in px of the figure's own frame. */
export interface Press {
  /** Height of its edge over the figure's base, and how much it swells above that over `bevel` px from the edge. */
  readonly lift?: number;
  readonly swell?: number;
  readonly bevel?: number;
  /** How far what lies behind is cut back, px of the wall. */
  readonly halo?: number;
  readonly slope?: number;
  /** Rounds the ridges where bevels meet, as a share of the bevel. */
  readonly smooth?: number;
  /** Gold leaf 0..1, finish from rough ground 0 to polished 1, rock varnish (minus: pecked). */
  readonly gold?: number;
  readonly finish?: number;
  readonly tint?: number;
  readonly power?: number;
  /** Height of the base, px of the wall; else the base of the frame. */
  readonly base?: number;
  readonly clip?: readonly Polygon[];
  readonly holes?: readonly Polygon[];
}

/** How detail is cut into whatever is there: `depth` below zero raises it. */
export interface Cut {
  readonly depth?: number;
  readonly bevel?: number;
  readonly power?: number;
  readonly gold?: number;
  readonly tint?: number;
  /** Widens the cut by this much with soft shoulders. */
  readonly soft?: number;
  /** A plane falling from the edge in place of a round groove. */
  readonly flat?: boolean;
  readonly clip?: readonly Polygon[];
}

/** Where a figure stands in the frame around it. */
export interface Place {
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
  readonly stretch?: number;
  readonly flip?: boolean;
  /** Radians. */
  readonly rot?: number;
  readonly lift?: number | undefined;
}

interface Frame {
  readonly matrix: readonly [number, number, number, number, number, number];
  readonly scale: number;
  readonly lift: number;
}

interface Mask extends Box {
  readonly covered: Float32Array;
}

/** Lets two layers of a drawing count as one. */
function unite(into: Float32Array, more: Float32Array): void {
  for (const [i, share] of more.entries()) if (share > 0) into[i] = 1 - (1 - (into[i] ?? 0)) * (1 - share);
}

function quarterCircle(t: number): number {
  return Math.sqrt(Math.max(0, 1 - (1 - t) * (1 - t)));
}

const isPolygon = (shapes: Polygon | readonly Polygon[]): shapes is Polygon => typeof shapes[0]?.[0] === 'number';

/** The wall under the chisel: height over its ground in texels, and what the surface is. */
export class Stone {
  readonly width: number;
  readonly height: number;
  readonly relief: Float32Array;
  readonly gold: Float32Array;
  readonly finish: Float32Array;
  readonly tint: Float32Array;
  parts = 0;
  readonly #scale: number;
  #frame: Frame;

  constructor(widthPx: number, heightPx: number, scale = 1) {
    this.#scale = scale;
    this.width = Math.round(widthPx * scale);
    this.height = Math.round(heightPx * scale);
    const texels = this.width * this.height;
    this.relief = new Float32Array(texels);
    this.gold = new Float32Array(texels);
    this.finish = new Float32Array(texels);
    this.tint = new Float32Array(texels);
    this.#frame = { matrix: [1, 0, 0, 1, 0, 0], scale: 1, lift: 0 };
  }

  /** Draws inside a frame of its own; frames nest. */
  within({ x = 0, y = 0, scale = 1, stretch = 1, flip = false, rot = 0, lift }: Place, draw: () => void): void {
    const outer = this.#frame;
    const [a, b, c, d, e, f] = outer.matrix;
    const [sx, sy] = [flip ? -scale : scale, scale * stretch];
    const [m0, m1, m2, m3] = [Math.cos(rot) * sx, Math.sin(rot) * sx, -Math.sin(rot) * sy, Math.cos(rot) * sy];
    this.#frame = {
      matrix: [
        a * m0 + c * m1,
        b * m0 + d * m1,
        a * m2 + c * m3,
        b * m2 + d * m3,
        a * x + c * y + e,
        b * x + d * y + f,
      ],
      scale: outer.scale * scale,
      lift: lift ?? outer.lift,
    };
    draw();
    this.#frame = outer;
  }

  /** Presses a solid out of the wall; what lies behind it is cut back, as a carver does. */
  press(shapes: Polygon | readonly Polygon[], how: Press = {}): void {
    const { lift = 4, swell = 16, bevel = 14, halo = 9, smooth = 0.3, power = 1, slope = 0.55 } = how;
    const { gold = 0, finish = 1, tint = 0 } = how;
    const unit = this.#frame.scale * this.#scale;
    const haloTexels = Math.ceil(halo * this.#scale) + 2;
    const mask = this.#mask(isPolygon(shapes) ? [shapes] : shapes, haloTexels, how);
    if (mask === undefined) return;
    const inside = distances(mask, 'inside');
    const outside = halo > 0 ? distances(mask, 'outside') : undefined;
    const radius = Math.max(0.8, bevel * unit);
    const edge = (how.base ?? this.#frame.lift) * this.#scale + lift * unit;
    const depth = Float32Array.from(inside, (squared) => Math.min(radius * 1.15, Math.sqrt(squared)));
    const soften = Math.round(radius * smooth * 0.5);
    if (soften >= 1) {
      boxBlur(depth, mask.width, mask.height, soften);
      boxBlur(depth, mask.width, mask.height, soften);
    }
    this.#eachTexel(mask, (i, g, covered) => {
      const height = this.relief[g] ?? 0;
      if (covered > 0.02) {
        const u = quarterCircle(Math.min(1, (depth[i] ?? 0) / radius));
        const share = Math.min(1, covered);
        this.relief[g] = height + (edge + swell * unit * (power === 1 ? u : u ** power) - height) * share;
        // Leaf reaches under the edge, or a texel of bare stone would fringe it.
        mix(this.gold, g, gold, Math.min(1, share * 1.6));
        mix(this.finish, g, finish, share);
        mix(this.tint, g, tint, share);
      } else if (outside !== undefined) {
        const away = Math.sqrt(outside[i] ?? 0);
        const ratio = Math.min(1, away / haloTexels);
        const limit = edge + Math.max(0, away - 1) * slope - 2 * this.#scale * (1 - ratio);
        if (away < haloTexels && height > limit) this.relief[g] = limit + (height - limit) * ratio * ratio;
      }
    });
    this.parts++;
  }

  /** Carves (or raises) thin detail on whatever is there. */
  cut(shapes: Polygon | readonly Polygon[], how: Cut = {}): void {
    if (shapes.length === 0) return;
    const { depth = 4, bevel = 3, power = 1, soft = 0, flat = false, gold, tint } = how;
    const unit = this.#frame.scale * this.#scale;
    const mask = this.#mask(isPolygon(shapes) ? [shapes] : shapes, 2 + soft * unit, how, soft * unit);
    if (mask === undefined) return;
    const inside = distances(mask, 'inside');
    const radius = Math.max(0.7, bevel * unit);
    this.#eachTexel(mask, (i, g, covered) => {
      if (covered < 0.01) return;
      const t = Math.min(1, Math.sqrt(inside[i] ?? 0) / radius + 0.15 * covered);
      const u = flat ? t : soft > 0 ? t * t * (3 - 2 * t) : quarterCircle(t);
      const deep = depth * unit * (power === 1 ? u : u ** power) * Math.min(1, covered * 1.2);
      this.relief[g] = (this.relief[g] ?? 0) - deep;
      if (gold !== undefined) this.gold[g] = Math.max(this.gold[g] ?? 0, gold * covered);
      if (tint !== undefined) mix(this.tint, g, tint, covered);
    });
    this.parts++;
  }

  #eachTexel(mask: Mask, visit: (inMask: number, inWall: number, covered: number) => void): void {
    for (let y = 0; y < mask.height; y++) {
      for (let x = 0; x < mask.width; x++) {
        const i = y * mask.width + x;
        visit(i, (y + mask.y) * this.width + x + mask.x, mask.covered[i] ?? 0);
      }
    }
  }

  #onWall = ([x, y]: Point): Point => {
    const [a, b, c, d, e, f] = this.#frame.matrix;
    return [(a * x + c * y + e) * this.#scale, (b * x + d * y + f) * this.#scale];
  };

  #mask(shapes: readonly Polygon[], padding: number, how: Pick<Press, 'clip' | 'holes'>, grow = 0): Mask | undefined {
    const placed = shapes.map((shape) => shape.map(this.#onWall));
    const xs = placed.flatMap((shape) => shape.map((point) => point[0]));
    const ys = placed.flatMap((shape) => shape.map((point) => point[1]));
    const x = Math.max(0, Math.floor(least(xs) - padding));
    const y = Math.max(0, Math.floor(least(ys) - padding));
    const width = Math.min(this.width, Math.ceil(-least(xs.map((v) => -v)) + padding)) - x;
    const height = Math.min(this.height, Math.ceil(-least(ys.map((v) => -v)) + padding)) - y;
    if (width < 2 || height < 2) return undefined;
    const box = { x, y, width, height };
    const covered = new Float32Array(width * height);
    for (const shape of placed) unite(covered, coverage(shape, box));
    const mask: Mask = { ...box, covered };
    if (grow > 0) {
      for (const [i, squared] of distances(mask, 'outside').entries()) {
        covered[i] = Math.max(covered[i] ?? 0, Math.min(1, Math.max(0, grow - Math.sqrt(squared) + 0.5)));
      }
    }
    if (how.clip !== undefined) {
      const kept = new Float32Array(covered.length);
      for (const shape of how.clip) unite(kept, coverage(shape.map(this.#onWall), box));
      for (const [i, share] of kept.entries()) covered[i] = (covered[i] ?? 0) * share;
    }
    for (const hole of how.holes ?? []) {
      for (const [i, share] of coverage(hole.map(this.#onWall), box).entries())
        covered[i] = (covered[i] ?? 0) * (1 - share);
    }
    return mask;
  }
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

function mix(plane: Float32Array, index: number, to: number, share: number): void {
  const from = plane[index] ?? 0;
  plane[index] = from + (to - from) * share;
}

/** Squared distance to the edge for what is inside (or outside) a mask; coverage places the edge inside its texel. */
function distances({ covered, width, height }: Mask, side: 'inside' | 'outside'): Float64Array {
  const far = 1e10;
  const grid = Float64Array.from(covered, (share) => {
    const own = side === 'inside' ? share : 1 - share;
    return own >= 0.999 ? far : own <= 0.001 ? 0 : Math.max(0, own - 0.5) ** 2;
  });
  squaredDistance(grid, width, height);
  return grid;
}
