import { curve, limb, points, stroke } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';
import { head, type Head } from './face.ts';
import { folds } from './folds.ts';
import { fist } from './hand.ts';

const reach = {
  lap: '32,-98,11 45,-68,10 30,-46,8 12,-40,6',
  raise: '32,-98,11 52,-80,10 56,-106,7.5 52,-128,6',
  point: '32,-98,11 50,-72,10 68,-84,7.5 84,-96,5',
  knee: '32,-98,11 48,-68,10 58,-42,8 60,-32,6',
  breast: '32,-98,11 50,-74,10 30,-70,8 10,-82,6',
} as const;
type Reach = keyof typeof reach;

export interface Seated extends Head {
  /** What each arm does; none where something is held that has arms of its own. */
  readonly arms?: readonly [left: Reach, right: Reach] | 'none';
}

/** A figure seated cross-legged on y = 0, about 150 px high. */
export function seated(stone: Stone, who: Seated = {}): void {
  const { hat = 'kalpak', gold = 0, arms = ['lap', 'lap'] } = who;
  stone.press(
    [
      curve(`-9,-116 -30,-106 -38,-88 -33,-60 -46,-36 -76,-22 -82,-9 -60,-1 0,0 60,-1 82,-9 76,-22 46,-36
33,-60 38,-88 30,-106 9,-116`),
    ],
    { lift: 4, swell: 22, bevel: 26, smooth: 0.5 },
  );
  stone.press([limb('-68,-14,13 -30,-17,16 8,-11,11 30,-7,7'), limb('68,-14,13 34,-16,15 14,-12,9')], {
    lift: 14,
    swell: 13,
    bevel: 13,
    halo: 5,
  });
  folds(stone, [
    '-26,-40,0.4 -44,-26,2.2 -66,-20,0.6',
    '26,-40,0.4 44,-26,2.2 66,-20,0.6',
    '-50,-22,0.4 -34,-10,1.8 -10,-6,0.5',
    '50,-22,0.4 38,-10,1.8 22,-6,0.5',
    '-16,-92,0.4 -10,-68,1.8 -12,-44,0.6',
    '16,-92,0.4 10,-68,1.8 12,-44,0.6',
  ]);
  stone.cut([stroke('-9,-113 0,-90 0,-48', 2), stroke('9,-113 0,-90', 2)], { depth: -3, bevel: 2 });
  stone.cut([stroke('-31,-57 0,-52 31,-57', 3)], { depth: -3.5, bevel: 2.4, gold });
  if (arms !== 'none') {
    arm(stone, arms[0], -1);
    arm(stone, arms[1], 1);
  }
  stone.within({ x: 0, y: -116, scale: 1.16 }, () => head(stone, { lift: 22, ...who, hat }));
}

function arm(stone: Stone, how: Reach, side: 1 | -1): void {
  const axis = points(reach[how]).map(([x, y, width]) => [x * side, y, width ?? 1] as const);
  stone.press([limb(axis)], { lift: 18, swell: 12, bevel: 10, halo: 5 });
  const [wrist, hand] = [axis.at(-2), axis.at(-1)];
  if (wrist === undefined || hand === undefined) return;
  fist(stone, {
    x: hand[0],
    y: hand[1],
    rot: Math.atan2(hand[1] - wrist[1], hand[0] - wrist[0]),
    lift: 21,
    scale: 0.95,
  });
}
