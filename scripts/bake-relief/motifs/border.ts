import { curve, ellipse, limb, points, rect, times, type Point, type Polygon } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

const wallPx = 3840;

/** A pair of ram's horns with a bud between them, 76 px wide at size 1, rising from (0, 22). */
export function koshkar(size = 1): Polygon[] {
  const scaled = (path: string) =>
    points(path).map(([x, y, width]): Point => [x * size, y * size, width === undefined ? 1 : width * size]);
  const horn = '0,24,4 1.5,4,4.4 9,-14,4.8 23,-19,4.8 34,-9,4.6 33,6,4.2 22,10,3.6 17,2,3 22,-4,2.2';
  const mirrored = scaled(horn).map(([x, y, width]): Point => [-x, y, width ?? 1]);
  const bud = curve(`0,${-30 * size}! ${5 * size},${-20 * size} 0,${-11 * size}! ${-5 * size},${-20 * size}`);
  return [limb(scaled(horn)), limb(mirrored), bud];
}

/** A band of ram's horns over the whole wall, lozenges between them. */
export function border(stone: Stone, { y, height, flip }: { y: number; height: number; flip: boolean }): void {
  stone.press([rect(-20, y, wallPx + 40, height)], { base: 14, lift: 0, swell: 8, bevel: 6, halo: 0, finish: 0.5 });
  stone.cut([rect(-20, y + 5, wallPx + 40, height - 10)], { depth: 9, bevel: 3, power: 0.5 });
  const count = 32;
  const pitch = wallPx / count;
  const middle = y + height / 2;
  const size = (height - 12) / 58;
  const up = flip ? -1 : 1;
  const horns = times(count, (i) =>
    koshkar(size).map((shape) =>
      shape.map(([px, py]): Point => [px + (i + 0.5) * pitch, py * up + middle + 4 * size * up]),
    ),
  ).flat();
  const lozenges = times(count, (i): Polygon[] => {
    const x = (i + 1) * pitch;
    const tip = 13 * size;
    const tooth = (wide: number, narrow: number): Polygon => [
      [x - 9 * size, middle + wide * size * up],
      [x + 9 * size, middle + wide * size * up],
      [x, middle + narrow * size * up],
    ];
    return [
      [
        [x, middle - tip],
        [x + tip * 0.8, middle],
        [x, middle + tip],
        [x - tip * 0.8, middle],
      ],
      tooth(-24, -15),
      tooth(25, 16),
    ];
  }).flat();
  stone.cut([...horns, ...lozenges], { depth: -8.5, bevel: 4.6 });
  stone.cut(
    times(count, (i) => ellipse((i + 1) * pitch, middle, 2.6 * size)),
    { depth: 4, bevel: 2 },
  );
}

/** A fringe of tumars hanging from `y`: a triangle, a smaller one inside it, a pendant on three beads. */
export function tumarFringe(stone: Stone, y: number): void {
  const pitch = 60;
  const depth = 25;
  const hanging = (x: number, half: number, from: number, until: number): Polygon => [
    [x - half, from],
    [x + half, from],
    [x, until],
  ];
  const at = times(wallPx / pitch, (i) => (i + 0.5) * pitch);
  stone.press([rect(-20, y - 2, wallPx + 40, 5)], { base: 10, lift: 0, swell: 5, bevel: 2.4, halo: 0, finish: 0.6 });
  stone.press(
    at.map((x) => hanging(x, 25, y + 3, y + 3 + depth)),
    { base: 6, lift: 0, swell: 8, bevel: 7, halo: 3, smooth: 0, finish: 0.8 },
  );
  stone.cut(
    at.map((x) => hanging(x, 13, y + 7, y + 7 + depth * 0.5)),
    { depth: 5, bevel: 4, flat: true },
  );
  stone.press(
    at.flatMap((x) => [
      ellipse(x, y + depth + 8, 3.4),
      ellipse(x + pitch / 2, y + 9, 3.2),
      curve(`${x},${y + depth + 12} ${x - 3},${y + depth + 20} ${x},${y + depth + 23} ${x + 3},${y + depth + 20}`),
    ]),
    { base: 6, lift: 0, swell: 6, bevel: 3, halo: 2, finish: 0.8 },
  );
}
