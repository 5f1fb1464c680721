import { curve, ellipse, limb, rect, stroke, times } from '../carving/points.ts';
import { koshkar } from './border.ts';
import type { Stone } from '../carving/stone.ts';

/** The column of Qazaq Eli on its steps and plinth; foot at y = 0, 664 px high. */
export function qazaqEli(stone: Stone): void {
  for (const [half, y, lift] of [
    [150, -20, 4],
    [124, -40, 8],
    [98, -60, 12],
  ] as const) {
    stone.press([rect(-half, y, half * 2, 20)], { lift, swell: 8, bevel: 4, halo: 5 });
  }
  stone.press([rect(-72, -168, 144, 108)], { lift: 18, swell: 9, bevel: 4 });
  stone.press([rect(-80, -178, 160, 12), rect(-80, -68, 160, 10)], { lift: 24, swell: 8, bevel: 4, halo: 3 });
  stone.cut([rect(-60, -158, 120, 84)], { depth: 7, bevel: 3, power: 0.5 });
  stone.within({ x: 0, y: -112, scale: 1.25 }, () => stone.cut(koshkar(0.98), { depth: -8, bevel: 4, gold: 0.9 }));
  stone.cut([rect(-56, -82, 112, 2.4), rect(-56, -154, 112, 2.4)], { depth: -3, bevel: 1.5 });
  stone.press([curve('-50,-178! -42,-240! -33,-600! -36,-626 -54,-652! 54,-652! 36,-626 33,-600! 42,-240! 50,-178!')], {
    lift: 24,
    swell: 26,
    bevel: 30,
    smooth: 0.3,
    halo: 8,
  });
  stone.cut(
    [-22, -11, 0, 11, 22].map((x) =>
      limb(`${x * 1.5},-192,1 ${x * 1.32},-260,2.4 ${x * 1.02},-590,2.2 ${x * 1.1},-622,0.6`),
    ),
    { depth: 6, bevel: 2.6 },
  );
  stone.cut([stroke('-44,-236 0,-230 44,-236', 2), stroke('-35,-596 0,-591 35,-596', 2)], { depth: -3.6, bevel: 2 });
  stone.press([rect(-60, -664, 120, 14)], { lift: 30, swell: 14, bevel: 6, halo: 4 });
  stone.cut(
    times(9, (i) => ellipse(-48 + i * 12, -657, 3)),
    { depth: 4, bevel: 2 },
  );
}
