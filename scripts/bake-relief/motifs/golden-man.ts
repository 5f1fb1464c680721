import { curve, ellipse, limb, points, ring, rod, stroke, times } from '../carving/points.ts';
import { folds } from './folds.ts';
import { fist } from './hand.ts';
import type { Stone } from '../carving/stone.ts';

/** Leaf on belts, weapons and crests. */
const leaf = 0.95;

/** The Golden Man of Issyk, facing us; feet at y = 0, 536 px to the tip of the headdress. */
export function goldenMan(stone: Stone): void {
  capeAndSpear(stone);
  for (const side of [-1, 1] as const) leg(stone, side);
  coat(stone);
  belts(stone);
  for (const side of [-1, 1] as const) arm(stone, side);
  face(stone);
  headdress(stone);
}

function capeAndSpear(stone: Stone): void {
  stone.press([curve('-40,-296 -84,-262 -100,-160 -112,-30! -60,-14 0,-30 60,-14 112,-30! 100,-160 84,-262 40,-296')], {
    lift: 2,
    swell: 12,
    bevel: 26,
  });
  folds(
    stone,
    [
      '-80,-240,0.5 -92,-140,3 -94,-30,1',
      '80,-240,0.5 92,-140,3 94,-30,1',
      '-64,-160,0.5 -72,-90,3 -70,-20,1',
      '64,-160,0.5 72,-90,3 70,-20,1',
    ],
    { depth: 6, bevel: 3 },
  );
  stone.press([rod('128,-452 128,-6', 3.4)], { lift: 6, swell: 9, bevel: 3.4 });
  stone.press([curve('128,-520! 118,-478 122,-456 128,-450 134,-456 138,-478')], {
    lift: 6,
    swell: 10,
    bevel: 7,
    gold: leaf,
  });
}

function leg(stone: Stone, s: 1 | -1): void {
  stone.press(
    [
      limb(`${s * 26},-150,27 ${s * 30},-100,21 ${s * 30},-62,16 ${s * 31},-24,13 ${s * 34},-10,13`),
      curve(`${s * 20},-20 ${s * 46},-22 ${s * 64},-8 ${s * 72},-3! ${s * 44},0 ${s * 18},0`),
    ],
    { lift: 8, swell: 24, bevel: 20 },
  );
  stone.cut(
    [0, 1, 2, 3, 4].map((i) =>
      curve(`${s * 30},${-128 + i * 21 - 7}! ${s * 30 + 6},${-128 + i * 21}! ${s * 30},${-128 + i * 21 + 7}!
${s * 30 - 6},${-128 + i * 21}!`),
    ),
    { depth: -4, bevel: 4, gold: leaf },
  );
  stone.cut([stroke(`${s * 17},-34 ${s * 31},-30 ${s * 46},-35`, 1.6)], { depth: 4, bevel: 1.8 });
}

function coat(stone: Stone): void {
  const cut = curve(`-22,-300 -54,-288 -70,-262 -58,-228 -50,-190 -48,-170 -66,-118 -62,-104! 0,-92 62,-104! 66,-118
48,-170 50,-190 58,-228 70,-262 54,-288 22,-300`);
  stone.press([cut], { lift: 18, swell: 26, bevel: 34, smooth: 0.6, gold: 0.55 });
  const scales = times(17 * 12, (i) => {
    const row = Math.floor(i / 12);
    const [x, y] = [-72 + (i % 12) * 13 + (row % 2) * 6.5, -292 + row * 11.6];
    return limb(
      `${x - 6},${y - 5},0.5 ${x - 5.4},${y + 1.5},1 ${x},${y + 7},1.3 ${x + 5.4},${y + 1.5},1 ${x + 6},${y - 5},0.5`,
      5,
    );
  });
  stone.cut(scales, { depth: 5, bevel: 1.5, clip: [cut] });
}

/** Collar, belt and akinak. */
function belts(stone: Stone): void {
  stone.press([limb('-30,-290,8 -12,-276,8.6 0,-270,8.6 12,-276,8.6 30,-290,8')], {
    lift: 40,
    swell: 9,
    bevel: 7,
    halo: 3,
    gold: leaf,
  });
  stone.cut(
    times(9, (i) => {
      const sag = 14 * (1 - Math.abs(i - 4) / 4);
      return stroke(`${-26 + i * 6.5},${-292 + sag} ${-24 + i * 6},${-280 + sag}`, 0.8);
    }),
    { depth: 3, bevel: 1.2 },
  );
  stone.press([limb('-50,-180,9 0,-172,9.6 50,-180,9')], { lift: 40, swell: 8, bevel: 5, halo: 3, gold: leaf });
  stone.cut(
    times(7, (i) => ring(-39 + i * 13, -175 - Math.abs(i - 3) * 1.6, 4.2, 1)),
    { depth: 3, bevel: 1.1 },
  );
  stone.press(
    [
      limb('-22,-176,4 -40,-134,6.5 -54,-96,5 -58,-86,1'),
      limb('-12,-196,3.4 -18,-182,4'),
      rod('-32,-180 -10,-172', 3.4),
      limb('-18,-200,3 -7,-195,3'),
    ],
    { lift: 44, swell: 9, bevel: 5, halo: 5, gold: leaf },
  );
}

/** One hand on the belt, the other on the spear. */
function arm(stone: Stone, s: 1 | -1): void {
  const axis = points(
    s < 0 ? '-60,-272,20 -82,-232,17 -66,-198,13 -34,-188,9' : '60,-272,20 90,-236,17 110,-250,12 124,-262,9',
  );
  const [shoulder, elbow, , hand] = axis;
  if (shoulder === undefined || elbow === undefined || hand === undefined) return;
  stone.press([limb(axis)], { lift: 34, swell: 20, bevel: 17, halo: 7, gold: 0.45 });
  fist(stone, { x: hand[0] + s * 3, y: hand[1], rot: s < 0 ? 0.3 : -0.5, lift: 38, scale: 1.7 });
  stone.cut(
    [elbow, [(elbow[0] + shoulder[0]) / 2, (elbow[1] + shoulder[1]) / 2] as const].map(([x, y]) =>
      stroke(`${x - 16},${y - s * 6} ${x},${y + 2} ${x + 16},${y + s * 4}`, 1.5),
    ),
    { depth: 4, bevel: 1.8 },
  );
}

function face(stone: Stone): void {
  stone.press([curve('-26,-338 -25,-316 -14,-296 0,-289 14,-296 25,-316 26,-338 18,-360 -18,-360')], {
    lift: 44,
    swell: 24,
    bevel: 26,
    halo: 8,
  });
  stone.cut([limb('-17,-330,0.6 -9,-328,3.6 -4,-326,1'), limb('17,-330,0.6 9,-328,3.6 4,-326,1')], {
    depth: 6,
    bevel: 3,
  });
  stone.cut([ellipse(-9.5, -327, 4, 2), ellipse(9.5, -327, 4, 2)], { depth: -3, bevel: 2 });
  stone.cut([limb('0,-336,2 0,-313,4')], { depth: -6, bevel: 3.6 });
  stone.cut(
    [
      limb('-8,-303,0.5 0,-302,1.5 8,-303,0.5'),
      limb('-19,-337,0.6 -9,-339,1.4 -3,-335,0.6'),
      limb('19,-337,0.6 9,-339,1.4 3,-335,0.6'),
    ],
    { depth: 4, bevel: 1.4 },
  );
  stone.press(
    [limb('-26,-350,11 -32,-322,11 -30,-294,8 -36,-276,2'), limb('26,-350,11 32,-322,11 30,-294,8 36,-276,2')],
    { lift: 52, swell: 12, bevel: 9, halo: 4, gold: 0.7 },
  );
}

/** The tall cap with its arrows and winged horses. */
function headdress(stone: Stone): void {
  stone.press([curve('-36,-342! -32,-384 -22,-436 -10,-484 2,-536! 10,-484 22,-436 32,-384 36,-342! 0,-350')], {
    lift: 54,
    swell: 20,
    bevel: 26,
    halo: 6,
    gold: 0.75,
  });
  stone.press([limb('-35,-347,8 0,-356,9 35,-347,8')], { lift: 64, swell: 9, bevel: 6, halo: 3, gold: leaf });
  stone.cut(
    times(9, (i) => ellipse(-32 + i * 8, -348 - 7 * (1 - ((i - 4) / 4) ** 2), 2.2)),
    { depth: 3, bevel: 1.4 },
  );
  for (const s of [-1, 1]) {
    stone.press(
      [
        limb(`${s * 8},-372,4 ${s * 18},-388,6 ${s * 16},-404,5 ${s * 8},-398,3`),
        limb(`${s * 14},-386,5 ${s * 26},-400,4 ${s * 32},-418,1`),
      ],
      { lift: 72, swell: 7, bevel: 4, halo: 2, gold: leaf },
    );
    stone.press(
      [
        limb(`${s * 26},-380,2.4 ${s * 44},-440,2.2 ${s * 50},-478,1.6`),
        curve(`${s * 50},-500! ${s * 43},-478 ${s * 50},-466 ${s * 57},-478`),
        limb(`${s * 14},-420,2 ${s * 24},-466,2 ${s * 26},-500,1.4`),
        curve(`${s * 26},-520! ${s * 20},-500 ${s * 26},-490 ${s * 32},-500`),
      ],
      { lift: 50, swell: 8, bevel: 4, halo: 3, gold: leaf },
    );
  }
  stone.cut(
    [-424, -446, -468, -490].map((y) =>
      stroke(`${-14 - (y + 424) * 0.16},${y} 0,${y - 4} ${14 + (y + 424) * 0.16},${y}`, 1.2),
    ),
    { depth: 4, bevel: 1.4 },
  );
}
