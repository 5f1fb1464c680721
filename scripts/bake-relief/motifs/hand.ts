import { curve, fullTurn, limb, stroke, times } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** A closed hand on the end of an arm, knuckles towards `rot` (radians, 0 = right); about 14 px across. */
export function fist(stone: Stone, at: { x: number; y: number; rot?: number; lift?: number; scale?: number }): void {
  const { x, y, rot = -fullTurn / 4, lift = 20, scale = 1 } = at;
  stone.within({ x, y, rot, scale }, () => {
    stone.press([curve('-6,-4.6 0,-6 5.4,-5.4 7,-2 7,3 4.8,5.6 -1,6 -6,4.6')], { lift, swell: 8, bevel: 5, halo: 3 });
    stone.press([limb('-3,5,2 1,3.4,2.2 4.4,2,1.8')], { lift: lift + 5, swell: 4, bevel: 2.2, halo: 1 });
    stone.cut(
      [-2.8, 0, 2.8].map((knuckle) => stroke(`2,${knuckle} 7,${knuckle}`, 0.5)),
      { depth: 2.6, bevel: 1 },
    );
  });
}

/** A forearm rising from the ground, its open palm towards us; `length` from the ground to the wrist. */
export function raisedHand(stone: Stone, { length = 150, lean = 0, swell = 15, spread = 1 } = {}): void {
  stone.press(
    [
      limb(
        `${-lean * 1.2},0,18 ${-lean * 0.7},${-length * 0.4},15 ${-lean * 0.2},${-length * 0.8},10.5 0,${-length},9`,
      ),
    ],
    {
      lift: 5,
      swell,
      bevel: 13,
    },
  );
  // The cuff, and the folds of the sleeve.
  stone.press(
    [
      limb(
        `${-lean * 0.36 - 15},${-length * 0.62},4.4 ${-lean * 0.3},${-length * 0.6},5 ${-lean * 0.24 + 15},${-length * 0.63},4.4`,
      ),
    ],
    { lift: 9, swell: 9, bevel: 5, halo: 3 },
  );
  stone.cut(
    [
      limb(`${-lean - 4},-12,0.4 ${-lean * 0.6 - 5},${-length * 0.3},1.8 ${-lean * 0.4 - 2},${-length * 0.5},0.5`),
      limb(`${-lean + 8},-8,0.4 ${-lean * 0.6 + 6},${-length * 0.26},1.6 ${-lean * 0.4 + 7},${-length * 0.5},0.5`),
    ],
    { depth: 4, bevel: 2 },
  );
  stone.within({ x: 0, y: -length, rot: lean * 0.004 }, () => palm(stone, swell, spread));
}

const fingers = [
  { root: -9.4, splay: -9, reach: 0, width: 4.7 },
  { root: -3.2, splay: -2.4, reach: 8, width: 5 },
  { root: 3.4, splay: 3.2, reach: 7, width: 4.9 },
  { root: 9.4, splay: 9.4, reach: -3, width: 4.2 },
] as const;

function palm(stone: Stone, swell: number, spread: number): void {
  const bone = ({ root, splay, reach, width }: (typeof fingers)[number]) =>
    limb(
      `${root},-25,${width} ${root + splay * 0.3 * spread},-36,${width * 0.92} ${root + splay * 0.62 * spread},${-46 - reach * 0.8},${width * 0.9}
${root + splay * 0.95 * spread},${-57 - reach},${width * 0.62}`,
    );
  stone.press([curve('-9,6 -13,-6 -13.4,-20 -11,-29 0,-31 11.6,-28 13,-18 12,-6 9,6')], {
    lift: 8,
    swell: swell * 0.8,
    bevel: 10,
    halo: 6,
  });
  for (const finger of fingers) stone.press([bone(finger)], { lift: 9, swell: swell * 0.62, bevel: 5, halo: 1.5 });
  stone.press([limb('8,-2,5.6 16,-10,5.2 22,-19,4.2 26,-30,2.6')], { lift: 11, swell: swell * 0.7, bevel: 5, halo: 3 });
  // Ball of the thumb, hollow of the palm, creases.
  stone.cut([limb('6,2,3 10,-8,3.4 10,-14,1.4')], { depth: -3, bevel: 5, soft: 2 });
  stone.cut([limb('-4,-8,2 -3,-16,2.6 0,-20,1')], { depth: 3.4, bevel: 5, soft: 2 });
  stone.cut(
    [
      limb('-11,-20,0.4 -2,-23.6,1.1 9,-27,0.4'),
      limb('-11,-14,0.4 -2,-17,0.9 7,-21,0.3'),
      limb('8,-1,0.4 2,-10,1.2 4,-20,0.3'),
    ],
    {
      depth: 3,
      bevel: 1.3,
    },
  );
  stone.cut(
    times(2, (joint) =>
      fingers.map(({ root, splay, reach }) => {
        const y = -37 - joint * (8 + reach * 0.4) - reach * 0.3;
        const x = root + splay * (0.34 + joint * 0.32) * spread;
        return stroke(`${x - 3},${y} ${x + 3},${y}`, 0.5);
      }),
    ).flat(),
    { depth: 1.8, bevel: 0.9 },
  );
}
