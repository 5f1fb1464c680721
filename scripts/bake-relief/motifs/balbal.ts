import { curve, ellipse, limb, stroke } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** A Turkic stone warrior with his cup: a stele carved low; foot at y = 0. */
export function balbal(stone: Stone): void {
  stone.press(
    [
      curve(`-34,0! -40,-70 -44,-140 -36,-164 -20,-176 -26,-206 -22,-238 0,-252 22,-238 26,-206 20,-176
36,-164 44,-140 40,-70 34,0!`),
    ],
    { lift: 6, swell: 24, bevel: 22, finish: 0.35, smooth: 0.4, tint: 0.25 },
  );
  stone.cut([limb('-18,-212,0.8 -11,-219,2.6 0,-217,3.6 11,-219,2.6 18,-212,0.8'), limb('0,-212,2.6 0,-194,4')], {
    depth: -6,
    bevel: 3.2,
  });
  stone.cut([ellipse(-9.5, -208, 4.6, 2.6), ellipse(9.5, -208, 4.6, 2.6), limb('-5,-182,0.6 0,-181,1.7 5,-182,0.6')], {
    depth: 5,
    bevel: 2.2,
  });
  stone.cut([limb('-15,-184,0.6 -7,-190,2 0,-188,1.6 7,-190,2 15,-184,0.6')], { depth: -4, bevel: 2 });
  stone.cut([limb('-38,-144,7 -40,-112,7 -24,-98,6 -7,-106,5'), limb('38,-144,7 38,-104,7 24,-82,6 6,-80,5')], {
    depth: -7,
    bevel: 6,
  });
  stone.cut([curve('-9,-122! 9,-122! 7,-104 2,-98 3,-90 -3,-90 -2,-98 -7,-104')], { depth: -9, bevel: 4 });
  stone.cut([limb('-20,-172,0.5 -8,-158,1.6 0,-130,0.6'), limb('20,-172,0.5 8,-158,1.6 0,-130,0.6')], {
    depth: 4,
    bevel: 1.8,
  });
  stone.cut([stroke('-38,-62 0,-58 38,-62', 3.4)], { depth: -4, bevel: 3 });
  stone.cut(
    [-26, -13, 0, 13, 26].map((x) => ellipse(x, -60, 2.2)),
    { depth: 4, bevel: 1.6 },
  );
  stone.cut([limb('-20,-62,2.6 -8,-36,3.2 10,-18,3 24,-12,1'), limb('16,-56,4 18,-44,4')], { depth: -5, bevel: 2.8 });
}
