import { curve, limb, stroke } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';
import { head, type Head } from './face.ts';
import { folds } from './folds.ts';
import { fist } from './hand.ts';

/** A man lifting the felt with both arms; feet at y = 0, hands at y = −`reach` and x = ±`grip`. */
export function bearer(
  stone: Stone,
  { grip = 30, reach = 236, stride = 0, ...who }: Head & { grip?: number; reach?: number; stride?: number } = {},
): void {
  stone.press(
    [
      limb(`-6,-100,15 ${-16 - stride},-54,11 ${-20 - stride * 1.4},-14,8 ${-10 - stride * 1.4},-4,7`),
      limb(`8,-100,15 ${22 + stride * 0.6},-56,11 ${26 + stride * 0.4},-14,8 ${36 + stride * 0.4},-4,7`),
    ],
    { lift: 4, swell: 14, bevel: 11 },
  );
  stone.press(
    [curve('-22,-176 -29,-150 -21,-116 -34,-66 -12,-58 0,-62 14,-58 34,-66 21,-116 29,-150 22,-176 0,-182')],
    {
      lift: 8,
      swell: 20,
      bevel: 20,
      smooth: 0.5,
    },
  );
  stone.cut([stroke('-21,-116 0,-112 21,-116', 3)], { depth: -3, bevel: 2.4 });
  folds(stone, [
    '-8,-108,0.4 -14,-84,2.2 -18,-62,0.6',
    '10,-108,0.4 16,-86,2.2 20,-62,0.6',
    '1,-108,0.4 1,-86,1.6 2,-64,0.6',
    '-14,-166,0.4 -8,-142,2 -2,-120,0.5',
    '16,-166,0.4 9,-144,2 4,-120,0.5',
  ]);
  for (const side of [-1, 1]) {
    stone.press(
      [limb(`${side * 22},-170,10.5 ${side * (grip + 8)},${-reach * 0.82},9 ${side * grip},${6 - reach},6.6`)],
      {
        lift: 16,
        swell: 12,
        bevel: 9,
        halo: 4,
      },
    );
    fist(stone, { x: side * grip, y: -reach, rot: -Math.PI / 2, lift: 24, scale: 0.95 });
  }
  stone.within({ x: 0, y: -180, scale: 1.1 }, () => head(stone, { hat: 'fur', beard: 2, lift: 18, ...who }));
}
