import { curve, ellipse, fullTurn, limb, points, ring, rod, times, type Polygon } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** Rock art is sunk: pecked silhouettes, lighter than the varnish around them. Feet at y = 0. */
const peck = (stone: Stone, shapes: Polygon[], depth = 4.2): void =>
  stone.cut(shapes, { depth, bevel: 3.2, tint: -0.75, power: 0.6 });

const around = (count: number, radius: number, offset = 0) =>
  times(count, (i) => {
    const angle = ((i + offset) / count) * fullTurn;
    return [Math.cos(angle) * radius, -150 + Math.sin(angle) * radius] as const;
  });

/** The sun-headed deity: rings, rays and dots for a head, on a small body. */
export function sunDeity(stone: Stone): void {
  const outer = around(26, 70);
  const rays = around(26, 51).map(([x, y], i) => limb(`${x},${y},2.2 ${outer[i]?.join() ?? ''},1.6`));
  const dots = points('-13,-160 0,-163 13,-160 -17,-148 17,-148 -6,-150 6,-150 -11,-137 11,-137 0,-139 0,-127');
  const fingers = [-1, 1].flatMap((side) =>
    [-6, 0, 6].map((splay) => limb(`${side * 55},-112,1.5 ${side * 55 + splay * 1.3},-123,1.1`)),
  );
  const body = [
    '0,-104,5 0,-80,8 0,-44,7.5 0,-34,7',
    '0,-88,4.5 -26,-92,4.4 -46,-76,3.8 -54,-100,3 -55,-112,2.2',
    '0,-88,4.5 26,-92,4.4 46,-76,3.8 54,-100,3 55,-112,2.2',
    '0,-40,6 -18,-30,5.4 -22,-8,4.4 -36,0,3.4',
    '0,-40,6 18,-30,5.4 22,-8,4.4 36,0,3.4',
    '0,-38,3 1,-16,2.6 0,8,1.4',
  ].map((part) => limb(part));
  const head = [
    ring(0, -150, 44, 3.2),
    ring(0, -150, 31, 2.2),
    ...rays,
    ...around(26, 77, 0.5).map(([x, y]) => ellipse(x, y, 3.1)),
    ...around(11, 37.5).map(([x, y]) => ellipse(x, y, 2)),
    ...dots.map(([x, y]) => ellipse(x, y, 2.5)),
  ];
  peck(stone, [...head, ...body, ...fingers], 4.6);
}

/** An argali; the second horn is for the larger rams. */
export function argali(stone: Stone, horns: 1 | 2 = 1): void {
  const legs = points('-38,-5 -26,2 24,2 36,7').map(([x, step]) =>
    limb(`${x},-44,4.6 ${x + step * 0.5},-22,2.6 ${x + step},0,1.8`),
  );
  const horn = [
    '46,-76,3.4 34,-104,4 4,-116,3.8 -26,-104,3 -38,-82,1.4',
    '54,-85,2.7 42,-113,3.2 12,-125,3 -18,-113,2.4 -30,-91,1.1',
  ];
  const knots = times(7, (i) => {
    const angle = -0.6 - i * 0.36;
    return ellipse(5 + 44 * Math.cos(angle), -78 + 42 * Math.sin(angle), 2.4);
  });
  peck(stone, [
    limb('-44,-46,5 -20,-48,10 10,-46,9 32,-52,9 46,-70,6'),
    limb('44,-72,6.4 62,-66,3.6 68,-62,2'),
    limb('-46,-48,2.6 -54,-56,1.2'),
    ...legs,
    ...horn.slice(0, horns).map((line) => limb(line)),
    ...knots,
  ]);
}

/** A bull, its tail hanging. */
export function bull(stone: Stone): void {
  peck(stone, [
    curve('-60,-50 -40,-66 0,-60 30,-72 48,-66 62,-50 56,-40 44,-42 30,-30 0,-28 -40,-28 -58,-36'),
    ...points('-50,-4 -36,3 20,-3 34,4').map(([x, d]) => limb(`${x},-34,6 ${x + d},-14,3 ${x + d},0,2.4`)),
    limb('44,-68,3.4 58,-84,3.2 50,-100,1.2'),
    limb('36,-70,3.4 34,-90,3.2 22,-100,1.2'),
    limb('-58,-50,2.4 -72,-30,1.8 -70,-12,2.6'),
  ]);
}

/** An archer drawing his bow. */
export function archer(stone: Stone): void {
  peck(stone, [
    ellipse(0, -92, 8, 9),
    limb('0,-84,4 2,-60,7.5 0,-42,6.5'),
    limb('0,-44,6 -14,-24,4.4 -20,0,3'),
    limb('2,-44,6 18,-26,4.4 20,0,3'),
    limb('2,-74,4 22,-74,3 46,-75,2.4'),
    limb('0,-74,4 -16,-80,3.2 -4,-72,2.4'),
    limb('34,-110,1.2 50,-96,2.4 54,-75,2.6 50,-54,2.4 34,-40,1.2'),
    rod('34,-110 -4,-74 34,-40', 0.9),
    limb('-10,-75,1 72,-75,1'),
    curve('70,-80! 80,-75! 70,-70!'),
    limb('-6,-52,3 -22,-56,2.4 -28,-62,1'),
  ]);
}

/** A dancer, one arm up; `k` says which. */
export function dancer(stone: Stone, k: 1 | -1): void {
  peck(stone, [
    ellipse(0, -76, 6.4, 7),
    limb('0,-69,3 0,-50,5.4 0,-36,5'),
    limb(`0,-60,3.2 ${k * 16},-64,2.8 ${k * 24},-82,1.9`),
    limb(`0,-60,3.2 ${-k * 16},-56,2.8 ${-k * 26},-42,1.9`),
    limb('0,-38,5 12,-26,3.8 7,-10,2.8 16,0,1.8'),
    limb('0,-38,5 -13,-28,3.8 -9,-10,2.8 -18,-1,1.8'),
  ]);
}
