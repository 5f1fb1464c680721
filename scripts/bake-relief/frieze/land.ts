import { curve, fullTurn, limb, points, rect, ring, times, type Path, type Polygon } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';
import { border, tumarFringe } from '../motifs/border.ts';
import { ridge } from '../motifs/ridge.ts';

const right = 3880;
const hill = (crest: Path): Polygon => [...curve(crest, false, 14), [right, 1100], [-40, 1100]];

/** The rays and the ring of the sun that Samruk brings. */
export function sky(stone: Stone): void {
  const [cx, cy] = [1920, 250];
  const at = (angle: number, radius: number) => [cx + Math.cos(angle) * radius, cy + Math.sin(angle) * radius] as const;
  const rays = times(64, (i): Polygon => {
    const angle = ((i + 0.5) / 64) * fullTurn;
    return [
      at(angle - 0.017, 268),
      at(angle, 700 + 520 * (i % 2) + 500 * Math.abs(Math.cos(angle))),
      at(angle + 0.017, 268),
    ];
  });
  stone.press(rays, { base: 0, lift: 0, swell: 5.5, bevel: 9, halo: 0, finish: 0.45, smooth: 0 });
  stone.press([ring(cx, cy, 246, 7)], { base: 0, lift: 1, swell: 6, bevel: 7, halo: 4, gold: 0.55 });
  stone.press([ring(cx, cy, 226, 2.4)], { base: 0, lift: 1, swell: 4, bevel: 3, halo: 2, gold: 0.4 });
}

/** The ranges of the Alatau and the far steppe. */
export function farGround(stone: Stone): void {
  const range = { lift: 2, swell: 17, bevel: 110 };
  ridge(
    stone,
    points(`250,760 330,590 410,520 500,600 580,470 650,560 740,430 820,520 900,410 1010,500 1100,580 1230,640 1400,660
1560,600 1640,690 1760,720`),
    { ...range, base: 1000, seed: 4 },
  );
  ridge(
    stone,
    points(`2150,760 2320,710 2500,720 2700,640 2790,670 2920,540 3010,610 3130,440 3220,550 3350,340 3440,470
3550,290 3640,430 3740,340 3890,480`),
    { ...range, base: 1000, seed: 9 },
  );
  ridge(stone, points('3060,800 3180,690 3280,720 3400,600 3500,680 3620,560 3740,660 3880,560'), {
    lift: 7,
    swell: 17,
    bevel: 100,
    base: 1000,
    seed: 21,
  });
  stone.press(
    [
      hill(`-40,700 300,690 640,640 900,670 1150,640 1240,584 1380,556 1520,552 1660,590 1790,690 1920,740 2200,770
2600,760 3000,765 3400,780 ${right},740`),
    ],
    { base: 8, lift: 0, swell: 13, bevel: 80, finish: 0.12, halo: 8 },
  );
}

export function middleGround(stone: Stone): void {
  stone.press(
    [
      hill(`-40,800 340,800 600,770 900,775 1150,770 1380,745 1540,722 1680,730 1780,800 1920,830 2200,840 2600,830
3100,850 3500,820 ${right},840`),
    ],
    { base: 14, lift: 0, swell: 12, bevel: 70, finish: 0.15, halo: 10 },
  );
}

/** Grass lines: from x to x at a height, half width. */
const grass = [
  [330, 860, 972, 2],
  [480, 1180, 990, 1.6],
  [1120, 1640, 978, 2],
  [1440, 1800, 994, 1.6],
  [2080, 2620, 974, 2],
  [2300, 2960, 992, 1.6],
  [2900, 3460, 975, 2],
  [3200, 3820, 992, 1.8],
  [860, 1110, 962, 1.4],
  [2600, 2800, 958, 1.3],
] as const;

export function foreground(stone: Stone): void {
  stone.press(
    [
      hill(`-40,930 300,935 600,925 900,938 1300,930 1700,940 1920,946 2300,936 2700,930 3100,940 3500,925
${right},935`),
    ],
    { base: 20, lift: 0, swell: 11, bevel: 50, finish: 0.2, halo: 8 },
  );
  stone.cut(
    grass.map(([from, to, y, width]) =>
      limb(
        `${from},${y},0.4 ${from * 0.7 + to * 0.3},${y - 5},${width} ${from * 0.35 + to * 0.65},${y + 3},${width} ${to},${y - 2},0.4`,
      ),
    ),
    { depth: 4, bevel: 2.4 },
  );
  stone.press([rect(-20, -30, right + 40, 44)], { base: 10, lift: 0, swell: 6, bevel: 5, halo: 0, finish: 0.3 });
  border(stone, { y: 1010, height: 66, flip: false });
  border(stone, { y: 5, height: 52, flip: true });
  tumarFringe(stone, 58);
}
