import { type Point, type Polygon } from '../carving/points.ts';
import { random } from '../carving/random.ts';
import type { Press, Stone } from '../carving/stone.ts';

export interface Ridge extends Pick<Press, 'lift' | 'swell' | 'bevel'> {
  /** y of its foot. */
  readonly base: number;
  readonly seed: number;
}

/** An alpine range: the line through peaks and passes is broken up, couloirs are cut fanning down from each peak. */
export function ridge(stone: Stone, keys: readonly Point[], { base, seed, ...how }: Ridge): void {
  const next = random(seed);
  const crest = [0, 1, 2, 3, 4].reduce((line) => broken(line, next), keys);
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return;
  const range: Polygon = [...crest, [last[0], base], [first[0], base]];
  stone.press([range], { ...how, finish: 0.15, smooth: 0.3, halo: 8 });
  for (const [i, [x, y]] of keys.entries()) {
    const [before, after] = [keys[i - 1], keys[i + 1]];
    if (before === undefined || after === undefined || y > Math.min(before[1], after[1])) continue;
    const face = crest.filter((point) => point[0] >= before[0] && point[0] <= after[0]);
    const sector: Polygon = [...face, [after[0] + 6, base], [before[0] - 6, base]];
    couloirs(stone, { x, y, left: x - before[0], right: after[0] - x, foot: base }, sector, next);
  }
}

/** Once more the points, each stretch broken at its middle. */
function broken(line: readonly Point[], next: () => number, roughness = 0.16): readonly Point[] {
  return line.flatMap((from, i): Point[] => {
    const to = line[i + 1];
    if (to === undefined) return [from];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const x = (from[0] + to[0]) / 2 + (next() - 0.5) * length * roughness;
    return [from, [x, (from[1] + to[1]) / 2 + (next() - 0.55) * length * roughness]];
  });
}

interface Peak {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly foot: number;
}

/** Planes falling between the spurs of a peak; those away from the light are cut deeper. */
function couloirs(stone: Stone, { x, y, left, right, foot }: Peak, sector: Polygon, next: () => number): void {
  const shares = [-2.6, -1.1, -0.35, 0.3, 0.95, 2.5];
  const spurs = shares.map((share) => {
    const wide = share < 0 ? left : right;
    const end: Point = [x + (share + (next() - 0.5) * 0.3) * wide, foot];
    // A spur leaves the crest lower the further out it runs, as a rib of a leaf does.
    const start: Point = [x + share * 6, y + 5 + Math.abs(share) * 12];
    return broken(broken(broken([start, end], next, 0.1), next, 0.14), next, 0.16);
  });
  for (const [i, spur] of spurs.slice(0, -1).entries()) {
    const other = spurs[i + 1] ?? spur;
    const shaded = (shares[i] ?? 0) > -0.4;
    stone.cut([[...spur, ...other.toReversed()]], {
      depth: (shaded ? 17 : 7) + 4 * next(),
      bevel: (shaded ? 40 : 34) + 16 * next(),
      flat: true,
      clip: [sector],
    });
  }
}
