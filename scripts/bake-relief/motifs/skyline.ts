import { curve, limb, points, rect, rod, stroke, times, type Point, type Polygon } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** The left bank of Astana, from y = 0, 880 px wide. */
export function skyline(stone: Stone): void {
  tower(stone, { x: 0, width: 44, height: 96, windows: 4 });
  tower(stone, { x: 52, width: 36, height: 138, windows: 3, roof: [[0.5, 22]] });
  tower(stone, { x: 300, width: 46, height: 118, windows: 4 });
  tower(stone, {
    x: 356,
    width: 34,
    height: 160,
    windows: 3,
    roof: [
      [0, 10],
      [1, 26],
    ],
  });
  tower(stone, { x: 620, width: 40, height: 130, windows: 4 });
  tower(stone, { x: 790, width: 46, height: 104, windows: 4 });
  tower(stone, { x: 845, width: 34, height: 76, windows: 3 });
  palaceOfPeace(stone);
  khanShatyr(stone);
  for (const x of [672, 738]) goldenTower(stone, x);
  tower(stone, {
    x: 580,
    width: 30,
    height: 252,
    windows: 3,
    lift: 2,
    roof: [
      [0.2, 14],
      [0.7, 30],
    ],
  });
}

function palaceOfPeace(stone: Stone): void {
  stone.press([curve('110,0! 200,-128! 290,0!')], { lift: 8, swell: 12, bevel: 22, smooth: 0.1 });
  const courses = times(5, (i) => {
    const y = -(i + 1) * 21.3;
    const half = 90 * (1 + y / 128);
    return rect(200 - half, y - 0.8, 2 * half, 1.6);
  });
  const braces = times(11, (n) => {
    const [x, up] = [200 + (n - 5) * 15, 1 - Math.abs(n - 5) / 6];
    return [rod(`${x},0 ${x + 45 * up},${-64 * up}`, 0.7), rod(`${x},0 ${x - 45 * up},${-64 * up}`, 0.7)];
  }).flat();
  stone.cut([...courses, ...braces], { depth: 2.6, bevel: 1, clip: [curve('112,0! 200,-126! 288,0!')] });
  stone.cut([curve('200,-126! 184,-103! 216,-103!')], { depth: -3, bevel: 6, gold: 0.85 });
}

/** A leaning tent. */
function khanShatyr(stone: Stone): void {
  const tent = curve('395,0! 430,-48 478,-108 520,-190 538,-236! 552,-182 588,-100 622,-44 650,0!');
  stone.press([tent], { lift: 14, swell: 18, bevel: 60, smooth: 0.3 });
  const seams = times(10, (i) => {
    const x = 410 + i * 25;
    return limb(`${x},0,1.2 ${538 + (x - 525) * 0.55},${-84 - 8 * Math.sin(i)},1.2 538,-228,0.4`);
  });
  const hoops = points('532,-40,96 534,-84,68 536,-128,44 537,-170,24').map(([x, y, half = 0]) =>
    stroke(`${x - half},${y + 2} ${x},${y + 9} ${x + half},${y + 2}`, 0.9),
  );
  stone.cut([...seams, ...hoops], { depth: 4, bevel: 1.5 });
  stone.press([rod('538,-230 544,-284', 1.8)], { lift: 16, swell: 6, bevel: 2, gold: 0.8 });
}

function goldenTower(stone: Stone, x: number): void {
  stone.press([curve(`${x},0! ${x + 4},-168! ${x + 18},-184! ${x + 32},-168! ${x + 36},0!`)], {
    lift: 10,
    swell: 14,
    bevel: 16,
    gold: 0.35,
  });
  stone.cut(
    [
      ...times(16, (i) => rect(x + 2, -160 + i * 10, 32, 1.2)),
      rect(x + 11, -172, 1.2, 172),
      rect(x + 24, -172, 1.2, 172),
    ],
    { depth: 2.4, bevel: 1 },
  );
}

interface Tower {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** Columns of windows. */
  readonly windows: number;
  readonly lift?: number;
  /** Points of the roof: share of the width, height above the wall. */
  readonly roof?: readonly (readonly [share: number, up: number])[];
}

function tower(stone: Stone, { x, width, height, windows, lift = 3, roof }: Tower): void {
  const outline: Polygon =
    roof === undefined
      ? rect(x, -height, width, height)
      : [
          [x, 0],
          [x, -height],
          ...roof.map(([share, up]): Point => [x + share * width, -height - up]),
          [x + width, -height],
          [x + width, 0],
        ];
  stone.press([outline], { lift, swell: 8, bevel: 4, halo: 5 });
  const [left, top, wide, tall, columns] = [x + 3, 8 - height, width - 6, height - 12, windows * 2 - 1];
  stone.cut(
    times(columns, (i) => rect(left + ((i + 0.3) * wide) / columns, top + (i % 2) * 5, (wide / columns) * 0.42, tall)),
    { depth: 3.4, bevel: 1.4 },
  );
  stone.cut(
    times(3, (i) => rect(left - 2, top + (tall * (i + 1)) / 4 + ((i + 1) % 2) * 6, wide + 4, 3)),
    { depth: -2.6, bevel: 1.2 },
  );
}
