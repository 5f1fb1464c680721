import { curve, ellipse, limb, rect, rod, stroke } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** A Vostok lifting off; the engines end at y = 0, 350 px high. */
export function rocket(stone: Stone): void {
  stone.press([curve('-15,0! -20,44 -30,104 -46,150 46,150 30,104 20,44 15,0!')], {
    lift: 2,
    swell: 12,
    bevel: 16,
    gold: 0.55,
  });
  stone.cut(
    [-9, -3, 3, 9].map((x) => limb(`${x},4,0.6 ${x * 1.4},60,1.8 ${x * 3.2},146,0.8`)),
    { depth: 4, bevel: 1.8 },
  );
  for (const s of [-1, 1]) {
    stone.press([curve(`${s * 9},-150! ${s * 17},-120 ${s * 33},-14! ${s * 33},0! ${s * 15},0! ${s * 10},-60`)], {
      lift: 8,
      swell: 13,
      bevel: 11,
      halo: 5,
    });
    stone.press([curve(`${s * 18},0! ${s * 30},0! ${s * 33},12! ${s * 15},12!`)], {
      lift: 6,
      swell: 8,
      bevel: 6,
      gold: 0.4,
    });
    stone.press([curve(`${s * 33},-30! ${s * 46},2! ${s * 33},-2!`)], { lift: 5, swell: 4, bevel: 3, halo: 3 });
  }
  stone.press(
    [
      curve(`0,-332! 7,-306 14,-278! 14,-268! 11,-258! 11.5,-178! 15,-160! 14,-30! 9,0! -9,0! -14,-30!
-15,-160! -11.5,-178! -11,-258! -14,-268! -14,-278! -7,-306`),
    ],
    { lift: 14, swell: 16, bevel: 14, halo: 6 },
  );
  stone.press([curve('0,-152! 9,-118 13,-14! 12,2! -12,2! -13,-14! -9,-118')], {
    lift: 22,
    swell: 12,
    bevel: 12,
    halo: 5,
  });
  stone.cut(
    [
      rect(-14, -270, 28, 2),
      rect(-12, -222, 24, 1.6),
      rect(-12, -182, 24, 2),
      rect(-13, -34, 26, 1.8),
      stroke('-10,-98 0,-96 10,-98', 0.9),
      ellipse(0, -292, 3.4),
      ...[-24, 24].map((x) => stroke(`${x - 6},-40 ${x + 6},-41`, 0.9)),
    ],
    { depth: 3.4, bevel: 1.2 },
  );
  stone.press([rod('0,-330 0,-352', 1.2)], { lift: 12, swell: 5, bevel: 1.4, gold: 0.8, halo: 2 });
}
