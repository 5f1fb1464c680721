import { curve, limb, points, rod } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** An apple bough reaching in from the right edge, where (0, 0) is; 340 px long. */
export function appleBough(stone: Stone): void {
  stone.press(
    [
      limb('30,-30,16 -40,-14,12 -120,4,9.5 -200,10,7 -280,36,5 -340,76,2.4'),
      limb('-110,2,7 -150,40,5.4 -176,92,4 -190,134,2'),
      limb('-210,10,5 -260,-14,4 -320,-20,2'),
      limb('-40,-10,7 -64,40,5 -70,96,3'),
    ],
    { lift: 6, swell: 14, bevel: 9 },
  );
  for (const [x, y, turn, length] of leaves) leaf(stone, x, y, turn, length);
  for (const [x, y, radius = 30] of points('-232,74,31 -122,104,33 -28,66,31')) apple(stone, x, y, radius);
}

/** Where each leaf grows, its turn in radians and its length. */
const leaves = [
  [-60, -18, -2.2, 50],
  [-100, 2, 2.4, 48],
  [-140, 2, -2, 52],
  [-160, 52, 2.7, 46],
  [-176, 92, 0.5, 44],
  [-190, 132, 2, 44],
  [-190, 130, 1, 42],
  [-210, 14, 1.8, 50],
  [-240, 20, -2.5, 46],
  [-262, -14, -1.6, 44],
  [-322, -20, 3.1, 44],
  [-300, -18, 2.2, 38],
  [-285, 38, 1.2, 46],
  [-300, 46, -2.7, 46],
  [-340, 76, 2.3, 48],
  [-338, 74, 1.2, 40],
  [-66, 44, 2.8, 46],
  [-70, 94, 2.2, 46],
  [-68, 90, 1, 44],
  [-20, -18, 1.9, 46],
] as const;

function leaf(stone: Stone, x: number, y: number, turn: number, length: number): void {
  stone.within({ x, y, rot: turn, scale: length / 46 }, () => {
    stone.press([curve('0,0! 14,-11 32,-11 47,0! 32,10 14,10')], { lift: 10, swell: 8, bevel: 9, halo: 4 });
    const veins = [10, 18, 26, 34].flatMap((q) => [
      limb(`${q},0,0.3 ${q + 7},-6,0.8 ${q + 9},-8,0.2`),
      limb(`${q},0,0.3 ${q + 7},5,0.8 ${q + 9},7,0.2`),
    ]);
    stone.cut([limb('0,0,0.5 24,-1,1.1 45,0,0.3'), ...veins], { depth: 3, bevel: 1 });
  });
}

function apple(stone: Stone, x: number, y: number, r: number): void {
  stone.press([rod(`${x},${y - r} ${x + 5},${y - r - 22}`, 1.8)], { lift: 12, swell: 5, bevel: 2, halo: 2 });
  stone.press(
    [
      curve(`${x},${y - r * 0.84} ${x - r * 0.5},${y - r} ${x - r},${y - r * 0.3} ${x - r * 0.86},${y + r * 0.5}
${x - r * 0.3},${y + r * 0.95} ${x},${y + r * 0.86} ${x + r * 0.3},${y + r * 0.95}
${x + r * 0.86},${y + r * 0.5} ${x + r},${y - r * 0.3} ${x + r * 0.5},${y - r}`),
    ],
    { lift: 16, swell: 26, bevel: r, smooth: 0.2, halo: 6 },
  );
  stone.cut([limb(`${x - 8},${y - r * 0.8},0.5 ${x},${y - r * 0.68},2.4 ${x + 8},${y - r * 0.8},0.5`)], {
    depth: 6,
    bevel: 2.4,
  });
}
