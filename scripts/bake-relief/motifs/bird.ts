import { curve, limb, stroke } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** A crane in flight, neck stretched, wings in the up-stroke. */
export function flyingBird(stone: Stone, { swell = 11, gold = 0 } = {}): void {
  stone.press(
    [
      curve(`2,-4 -16,-26 -34,-58 -44,-92 -38,-96! -30,-82 -26,-92! -18,-70 -12,-78! -2,-46 6,-52! 14,-22
16,-6`),
    ],
    { lift: 0, swell: swell * 0.7, bevel: 7, gold },
  );
  stone.press([limb('-58,6,0.8 -34,2,2.4 -12,0,7 10,-4,7.4 28,-9,3.4 48,-13,2.4 60,-14,2.8 72,-12,0.5')], {
    lift: 3,
    swell,
    bevel: 7,
    gold,
  });
  stone.press(
    [
      curve(`12,-8 2,-34 -4,-64 4,-100 14,-118 20,-116! 20,-98 30,-102! 30,-80 38,-80! 34,-52 40,-46! 26,-16
20,-4`),
    ],
    { lift: 5, swell, bevel: 7, gold },
  );
  stone.cut(
    ['14,-20 8,-60 18,-108', '18,-18 18,-56 29,-94', '22,-18 26,-46 36,-74'].map((vane) => stroke(vane, 0.9)),
    { depth: 3, bevel: 1.2 },
  );
}
