import { curve, ellipse, limb, rect, ring, times } from '../carving/points.ts';
import { arch, dome } from './dome.ts';
import type { Stone } from '../carving/stone.ts';

/** The mausoleum of Khoja Ahmed Yasawi: portal, drum and ribbed dome; foot at y = 0, 315 px high. */
export function yasawi(stone: Stone): void {
  hall(stone);
  portal(stone);
  pattern(stone);
}

function hall(stone: Stone): void {
  stone.press([rect(-58, -150, 196, 150)], { lift: 4, swell: 8, bevel: 4 });
  stone.press([rect(36, -196, 96, 60)], { lift: 6, swell: 12, bevel: 14 });
  const frieze = times(12, (i) => {
    const x = 40 + i * 8;
    return curve(`${x},-176! ${x + 4},-168! ${x},-160! ${x - 4},-168!`);
  });
  stone.cut(frieze, { depth: 3, bevel: 2 });
  stone.cut([rect(36, -190, 96, 3), rect(36, -150, 96, 3)], { depth: 3, bevel: 1.4 });
  dome(stone, { x: 84, y: -195, radius: 52, height: 100, ribs: 13, finial: true });
  stone.press([rect(118, -112, 44, 112)], { lift: 6, swell: 9, bevel: 5 });
  stone.press([rect(150, -128, 18, 128)], { lift: 7, swell: 12, bevel: 9 });
  dome(stone, { x: 159, y: -128, radius: 10, height: 20, ribs: 5, swell: 8 });
  stone.cut([arch(104, -14, 10, 44), arch(136, -14, 10, 44), arch(104, -70, 8, 34), arch(136, -70, 8, 30)], {
    depth: 6,
    bevel: 3,
    power: 0.5,
  });
}

function portal(stone: Stone): void {
  stone.press([rect(-98, -226, 132, 226)], { lift: 12, swell: 9, bevel: 3 });
  stone.press([rect(-112, -236, 24, 236), rect(24, -236, 24, 236)], { lift: 14, swell: 14, bevel: 12 });
  for (const x of [-100, 36]) dome(stone, { x, y: -236, radius: 12, height: 22, ribs: 6, swell: 10, lift: 14 });
  const niche = arch(-32, 0, 34, 150, 0.5);
  stone.cut([arch(-32, 0, 46, 186, 0.5)], { depth: 15, bevel: 5, power: 0.4 });
  stone.cut([niche], { depth: 7, bevel: 4, power: 0.5 });
  stone.cut([arch(-32, 0, 12, 56)], { depth: 7, bevel: 3, power: 0.4 });
  const ribs = times(7, (i) =>
    limb(`-32,-146,0.4 ${-62 + i * 10},${-118 + Math.abs(i - 3) * 3},1.4 ${-66 + i * 11.3},-92,1`),
  );
  stone.cut(ribs, { depth: -3.4, bevel: 1.6, clip: [niche] });
}

function pattern(stone: Stone): void {
  const lozenges = times(40, (i) => {
    const [x, y] = [56 + Math.floor(i / 8) * 9 + (i % 2) * 4.5, -139 + (i % 8) * 10];
    return curve(`${x},${y - 5}! ${x + 3.5},${y}! ${x},${y + 5}! ${x - 3.5},${y}!`);
  });
  stone.cut(lozenges, { depth: 3, bevel: 2.4 });
  stone.cut([arch(74, 0, 15, 50)], { depth: 7, bevel: 3, power: 0.5 });
  stone.cut([rect(-92, -216, 120, 2), rect(-92, -202, 120, 2), rect(-86, -196, 2, 190), rect(20, -196, 2, 190)], {
    depth: 3,
    bevel: 1.2,
  });
  stone.cut(
    times(12, (i) => ellipse(-87 + i * 10, -209, 2.6)),
    { depth: 3, bevel: 1.8 },
  );
  const chevrons = [-100, 36].flatMap((x) =>
    times(13, (i) => {
      const y = -222 + i * 16;
      return limb(`${x - 11},${y},0.6 ${x},${y + 6},1 ${x + 11},${y},0.6`);
    }),
  );
  stone.cut(chevrons, { depth: 2.6, bevel: 1.1 });
  for (const x of [-62, -2]) stone.cut([ring(x, -176, 5, 1)], { depth: 2.4, bevel: 1 });
}
