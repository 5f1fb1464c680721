import { curve, limb, ring, stroke, times } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** A bronze cauldron on a foot, ram's heads for handles, 110 px high: the smelters of Saryarka and the Saka after them. */
export function cauldron(stone: Stone): void {
  stone.press([curve('-26,0! -18,-10 -9,-26 9,-26 18,-10 26,0!')], { lift: 4, swell: 11, bevel: 9, gold: 0.4 });
  for (const side of [-1, 1]) {
    stone.press([ring(side * 33, -98, 11, 3.4, Math.PI, Math.PI * 2)], {
      lift: 6,
      swell: 7,
      bevel: 3.4,
      halo: 4,
      gold: 0.45,
    });
    stone.press(
      [
        limb(`${side * 46},-84,5 ${side * 54},-92,4.6 ${side * 62},-90,3`),
        limb(`${side * 53},-96,2.6 ${side * 48},-106,2.4 ${side * 56},-108,1.6 ${side * 60},-101,1`),
      ],
      { lift: 10, swell: 7, bevel: 4, halo: 3, gold: 0.5 },
    );
  }
  stone.press([curve('-48,-92! -50,-70 -40,-42 -20,-25 0,-21 20,-25 40,-42 50,-70 48,-92! 0,-96')], {
    lift: 6,
    swell: 26,
    bevel: 34,
    halo: 8,
    smooth: 0.4,
    gold: 0.4,
  });
  stone.press([limb('-50,-90,4.4 0,-86,5 50,-90,4.4')], { lift: 22, swell: 8, bevel: 4.4, halo: 2, gold: 0.5 });
  const zigzag = times(9, (i) => `${-44 + i * 11},${i % 2 === 0 ? -74 : -62}`).join(' ');
  stone.cut([stroke(zigzag, 1.3), stroke('-44,-56 0,-52 44,-56', 1.1)], { depth: -3, bevel: 1.8 });
  stone.cut([stroke('-30,-36 0,-31 30,-36', 1)], { depth: 3, bevel: 1.4 });
}
