import { curve, limb } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** A wild tulip, rooted at (0, 0). */
export function tulip(stone: Stone, { height, lean, size = 1 }: { height: number; lean: number; size?: number }): void {
  stone.press([limb(`0,0,${2.2 * size} ${lean * 0.4},${-height * 0.5},${2 * size} ${lean},${-height},${1.8 * size}`)], {
    lift: 3,
    swell: 6,
    bevel: 2.4,
    halo: 2,
  });
  for (const k of [-1, 1]) {
    stone.press(
      [
        limb(`0,-2,${3 * size} ${k * 16 * size},${-height * 0.4},${6.5 * size}
${k * 26 * size + lean * 0.3},${-height * 0.72},0.7`),
      ],
      { lift: 5, swell: 7, bevel: 6, halo: 3 },
    );
    stone.cut(
      [
        limb(`0,-2,0.4 ${k * 15 * size},${-height * 0.4},1
${k * 25 * size + lean * 0.3},${-height * 0.7},0.3`),
      ],
      { depth: 3, bevel: 1 },
    );
  }
  stone.within({ x: lean, y: -height, scale: size, rot: lean * 0.006 }, () => {
    stone.press([curve('0,2 -16,-10 -18,-34 -22,-52! -8,-40 0,-56! 8,-40 22,-52! 18,-34 16,-10')], {
      lift: 8,
      swell: 11,
      bevel: 13,
      halo: 4,
    });
    stone.press([curve('0,2 -9,-12 -9,-32 0,-50! 9,-32 9,-12')], { lift: 12, swell: 10, bevel: 9, halo: 3 });
    stone.cut(
      [
        limb('0,-2,0.4 0,-26,1 0,-44,0.3'),
        limb('-11,-8,0.4 -14,-28,1 -18,-44,0.3'),
        limb('11,-8,0.4 14,-28,1 18,-44,0.3'),
      ],
      { depth: 3, bevel: 1.1 },
    );
  });
}
