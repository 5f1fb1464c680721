import { curve, limb, times } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';
import { archer, argali, bull, dancer, sunDeity } from '../motifs/rock-art.ts';

const lift = 20;

/** The rock of Tamgaly: a varnished block, its pictures pecked through the dark skin. */
export function tamgaly(stone: Stone): void {
  const rock = curve(`-40,170 50,196! 112,172 206,190! 262,246 276,380! 300,470 292,610! 314,720 302,850 312,1000!
-40,1000!`);
  stone.press([rock], { base: lift, lift: 0, swell: 20, bevel: 26, finish: 0.3, halo: 14, tint: 0.9, smooth: 0.3 });
  stone.cut(
    [
      limb('226,204,0.6 246,330,2.6 238,420,2 258,470,0.5', 6),
      limb('292,610,3 250,622,2.4 214,600,0.5'),
      limb('-40,668,3 34,650,2 84,662,0.5'),
      limb('302,850,3 266,866,2.4 240,852,0.5'),
      limb('112,182,0.6 102,250,2 78,280,0.5'),
    ],
    { depth: 8, bevel: 3.4, power: 1.4 },
  );
  const put = (x: number, y: number, scale: number, draw: () => void, flip = false) =>
    stone.within({ x, y, scale, flip, lift }, draw);
  put(140, 588, 1.3, () => sunDeity(stone));
  put(246, 566, 0.52, () => argali(stone, 2));
  put(50, 640, 0.52, () => argali(stone), true);
  put(74, 772, 0.84, () => bull(stone));
  put(232, 790, 0.8, () => argali(stone, 2), true);
  put(152, 812, 0.56, () => archer(stone));
  put(238, 328, 0.36, () => sunDeity(stone));
  put(42, 300, 0.46, () => argali(stone, 2));
  for (const i of times(8, (n) => n))
    put(30 + i * 36, 926 + 6 * Math.sin(i), 0.84, () => dancer(stone, i % 2 === 0 ? -1 : 1));
  put(266, 690, 0.44, () => dancer(stone, 1));
  put(36, 880, 0.28, () => argali(stone));
}
