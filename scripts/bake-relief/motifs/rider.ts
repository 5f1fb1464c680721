import { curve, ellipse, limb, ring, rod, stroke, times } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';
import { eagle } from './eagle.ts';
import { head, type Head } from './face.ts';
import { folds } from './folds.ts';
import { fist } from './hand.ts';

export interface Rider extends Head {
  readonly act: 'banner' | 'bow' | 'eagle' | 'rein' | 'whip';
}

/** A rider; sits on a horse of the same frame. */
export function rider(stone: Stone, who: Rider): void {
  const { hat = 'helmet', act, gold = 0, beard = 2 } = who;
  if (act === 'banner') stone.press([rod('44,-388 36,-116', 2.6)], { lift: 6, swell: 9, bevel: 2.6, halo: 4 });
  stone.press([limb('2,-156,15 24,-122,12 30,-88,8 26,-66,7 36,-60,5.6 44,-60,3.5')], {
    lift: 27,
    swell: 12,
    bevel: 11,
    halo: 5,
  });
  stone.press(
    [
      curve('-18,-140 -24,-176 -26,-206 -14,-222 6,-224 20,-210 20,-178 22,-142 2,-134'),
      curve('-18,-150 22,-150 34,-122 4,-112 -34,-118'),
    ],
    { lift: 24, swell: 17, bevel: 18, halo: 6 },
  );
  if (hat === 'helmet') mail(stone);
  else {
    folds(
      stone,
      [
        '-8,-204,0.4 2,-180,1.6 2,-154,0.6',
        '14,-206,0.4 6,-182,1.6 4,-156,0.6',
        '-18,-196,0.4 -12,-176,2 -14,-156,0.6',
        '-14,-146,0.4 -20,-130,2.2 -26,-120,0.6',
        '10,-146,0.4 18,-132,2.2 24,-120,0.6',
      ],
      { depth: 4 },
    );
  }
  stone.cut([stroke('-22,-154 0,-150 22,-154', 2.4)], { depth: -3, bevel: 2, gold });
  acts[act](stone);
  stone.within({ x: 2, y: -223, scale: 1.1 }, () => head(stone, { lift: 28, turn: 0.7, ...who, hat, beard }));
}

function mail(stone: Stone): void {
  const scales = times(42, (i) => {
    const [x, y] = [i % 6, Math.floor(i / 6)];
    return ring(-20 + x * 8 + (y % 2) * 4, -204 + y * 9, 4.4, 0.8, 0.2, Math.PI - 0.2);
  });
  stone.cut(scales, { depth: 2.4, bevel: 1, clip: [curve('-22,-206 16,-208 18,-158 -18,-158')] });
}

const acts: Record<Rider['act'], (stone: Stone) => void> = {
  banner(stone) {
    stone.press([limb('8,-208,10 28,-190,9 40,-206,7 41,-212,6')], { lift: 33, swell: 12, bevel: 9, halo: 4 });
    stone.press(
      [
        curve(`43,-384! 12,-380 -28,-392 -66,-378 -104,-386! -88,-366 -106,-344! -64,-340 -26,-352 10,-340
41,-344!`),
      ],
      { lift: 6, swell: 11, bevel: 7 },
    );
    folds(stone, [
      '20,-380,0.4 22,-362,2 18,-344,0.6',
      '-24,-389,0.4 -20,-370,2.4 -26,-354,0.6',
      '-62,-377,0.4 -58,-360,2.2 -64,-342,0.6',
    ]);
    stone.cut([ring(-2, -364, 9, 1.2), ellipse(-2, -364, 4)], { depth: -2.4, bevel: 2, gold: 0.9 });
    stone.press([curve('44,-388! 38,-402 45,-424! 51,-402')], { lift: 8, swell: 6, bevel: 4, gold: 0.9 });
  },
  bow(stone) {
    stone.press([limb('6,-206,10 32,-204,8 60,-207,6')], { lift: 31, swell: 11, bevel: 8, halo: 4 });
    stone.press([limb('50,-256,1.4 66,-240,2.6 62,-222,3 68,-207,3 62,-192,3 66,-174,2.6 50,-158,1.4')], {
      lift: 32,
      swell: 6,
      bevel: 3,
      halo: 3,
    });
    stone.cut([rod('50,-256 6,-208 50,-158', 0.8), rod('2,-208 92,-207', 1.1), curve('90,-212! 102,-207! 90,-202!')], {
      depth: -5,
      bevel: 1.2,
    });
    stone.press([limb('-12,-206,10 -26,-210,8 -2,-207,6')], { lift: 34, swell: 11, bevel: 8, halo: 4 });
  },
  eagle(stone) {
    stone.press([limb('8,-206,10 30,-188,9 52,-206,7.5 58,-212,7.5')], { lift: 33, swell: 12, bevel: 9, halo: 4 });
    stone.within({ x: 62, y: -214, scale: 1.06 }, () => eagle(stone));
  },
  rein(stone) {
    stone.press([limb('6,-204,10 26,-178,8.6 52,-170,6')], { lift: 33, swell: 12, bevel: 9, halo: 4 });
    fist(stone, { x: 54, y: -170, rot: 0.2, lift: 36, scale: 0.9 });
  },
  whip(stone) {
    stone.press([limb('6,-204,10 28,-180,8.6 56,-176,6')], { lift: 33, swell: 11, bevel: 9, halo: 4 });
    stone.press([limb('-10,-208,10 -38,-214,8 -44,-240,6'), limb('-44,-240,2 -60,-262,1.6 -92,-254,0.8')], {
      lift: 22,
      swell: 10,
      bevel: 8,
      halo: 4,
    });
    fist(stone, { x: 57, y: -176, rot: 0.2, lift: 36, scale: 0.9 });
  },
};
