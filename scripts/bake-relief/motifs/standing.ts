import { curve, ellipse, limb, points, rod, stroke, type Path } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';
import { head, type Head } from './face.ts';
import { folds } from './folds.ts';
import { fist } from './hand.ts';

export interface Standing extends Head {
  /** Arms from shoulder to hand. */
  readonly leftArm?: Path;
  readonly rightArm?: Path;
  /** Half width of the robe's hem. */
  readonly hem?: number;
  /** x of a staff, if there is one. */
  readonly staff?: number;
}

const folded = (side: 1 | -1) => `${side * 30},-152,11 ${side * 40},-120,10 ${side * 22},-100,8 ${side * 8},-98,6`;

/** A standing robed figure, feet at y = 0, 210 px to the crown of the head. */
export function standing(stone: Stone, who: Standing = {}): void {
  const { hat = 'kalpak', gold = 0, hem = 40, leftArm = folded(-1), rightArm = folded(1), staff } = who;
  stone.press([limb('-12,-14,8 -13,-3,7 -17,-2,6'), limb('12,-14,8 13,-3,7 17,-2,6')], { lift: 3, swell: 9, bevel: 7 });
  stone.press(
    [
      curve(`-8,-172 -28,-162 -36,-148 -28,-122 -25,-104 ${-hem * 0.86},-50 ${-hem},-8! 0,-4 ${hem},-8!
${hem * 0.86},-50 25,-104 28,-122 36,-148 28,-162 8,-172`),
    ],
    { lift: 4, swell: 22, bevel: 26, smooth: 0.5 },
  );
  robe(stone, hem, gold);
  if (staff !== undefined) {
    stone.press([rod(`${staff},-190 ${staff},-2`, 2.4)], { lift: 16, swell: 6, bevel: 2.6, halo: 3 });
  }
  arm(stone, leftArm);
  arm(stone, rightArm);
  stone.within({ x: 0, y: -171, scale: 1.16 }, () => head(stone, { ...who, hat }));
}

function robe(stone: Stone, hem: number, gold: number): void {
  folds(
    stone,
    [
      '0,-160,0.5 -1,-110,1.5 0,-60,1.5 -3,-8,0.7',
      '-14,-94,0.4 -19,-52,2.6 -23,-10,1',
      '12,-94,0.4 17,-52,2.4 20,-10,1',
      '-27,-70,0.4 -32,-34,2 -34,-10,0.8',
      '27,-70,0.4 31,-36,2 33,-10,0.8',
      '-20,-140,0.4 -14,-124,1.6 -3,-114,0.4',
      '20,-140,0.4 14,-124,1.6 3,-114,0.4',
    ],
    { depth: 5 },
  );
  stone.cut([stroke('-25,-104 0,-100 25,-104', 3.2)], { depth: -3.6, bevel: 2.6, gold: gold * 0.9 });
  stone.cut(
    [
      stroke('-9,-168 0,-146 2,-118', 1.8),
      stroke('9,-168 0,-146', 1.8),
      stroke(`${-hem + 2},-15 0,-11 ${hem - 2},-15`, 1.6),
    ],
    { depth: -3, bevel: 1.8 },
  );
  stone.cut([ellipse(0, -101, 3)], { depth: 3, bevel: 1.6 });
}

function arm(stone: Stone, path: Path): void {
  const axis = points(path);
  stone.press([limb(axis)], { lift: 14, swell: 13, bevel: 10, halo: 5 });
  const [wrist, hand] = [axis.at(-2), axis.at(-1)];
  const elbow = axis[1];
  if (wrist === undefined || hand === undefined || elbow === undefined) throw new Error('an arm needs three points');
  fist(stone, {
    x: hand[0],
    y: hand[1],
    rot: Math.atan2(hand[1] - wrist[1], hand[0] - wrist[0]),
    lift: 17,
    scale: 0.92,
  });
  const [x, y] = elbow;
  stone.cut([stroke(`${x - 6},${y - 4} ${x + 6},${y + 3}`, 0.9), stroke(`${x - 6},${y + 3} ${x + 5},${y + 9}`, 0.8)], {
    depth: 3,
    bevel: 1.5,
  });
}
