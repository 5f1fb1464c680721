import { limb, times } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** An ear of wheat on its stalk, rooted at (0, 0). */
export function wheat(
  stone: Stone,
  { height, lean, leaf = false, gold = 0.5 }: { height: number; lean: number; leaf?: boolean; gold?: number },
): void {
  stone.press([limb(`0,0,2.2 ${lean * 0.3},${-height * 0.5},2 ${lean * 0.9},${44 - height},1.8`)], {
    lift: 4,
    swell: 5,
    bevel: 2.4,
    halo: 1,
  });
  if (leaf) {
    const blade = limb(
      `${lean * 0.1},${-height * 0.25},1.4 ${lean * 0.3 + 16},${-height * 0.5},3.6 ${lean * 0.3 + 38},${-height * 0.48},0.4`,
    );
    stone.press([blade], { lift: 4, swell: 4, bevel: 3, halo: 1 });
  }
  const seats = times(14, (i) => {
    const t = Math.floor(i / 2) / 6;
    return { x: lean * (0.9 + 0.26 * t), y: 46 - height - 58 * t, side: i % 2 === 0 ? -1 : 1, t };
  });
  const awns = seats.map(({ x, y, side }) => limb(`${x + side * 6},${y - 14},0.9 ${x + side * 13},${y - 44},0.35`));
  stone.press(awns, { lift: 5, swell: 3, bevel: 1.2, halo: 0, gold: gold * 0.6 });
  const grains = seats.map(({ x, y, side, t }) =>
    limb(
      `${x},${y},2 ${x + side * 6.4 * (1 - t * 0.35)},${y - 8},${4.2 * (1 - t * 0.3)} ${x + side * 6.6},${y - 17},0.6`,
    ),
  );
  const tip = limb(`${lean * 1.16},${-height - 10},3.4 ${lean * 1.2},${-height - 26},0.6`);
  for (const grain of [...grains, tip]) stone.press([grain], { lift: 7, swell: 7, bevel: 4, halo: 1.5, gold });
}
