import { curve, ellipse, limb, points, ring, rod, stroke, times, type Point } from '../carving/points.ts';
import { random } from '../carving/random.ts';
import type { Stone } from '../carving/stone.ts';

/** Knee or hock, cannon, fetlock and hoof of a leg. */
type Leg = readonly [string, string, string, string];
interface Gait {
  readonly nearFore: Leg;
  readonly farFore: Leg;
  readonly nearHind: Leg;
  readonly farHind: Leg;
  readonly tail: string;
}

const gaits = {
  stand: {
    nearFore: ['66,-54', '67,-32', '66,-13', '71,-3'],
    farFore: ['52,-54', '52,-32', '51,-13', '56,-3'],
    nearHind: ['-80,-54', '-79,-32', '-78,-13', '-73,-3'],
    farHind: ['-62,-54', '-60,-32', '-59,-13', '-54,-3'],
    tail: '-84,-138,5 -99,-126,9 -106,-92,11 -99,-52,3',
  },
  walk: {
    nearFore: ['82,-60', '90,-38', '96,-16', '103,-5'],
    farFore: ['56,-54', '48,-34', '39,-15', '43,-3'],
    nearHind: ['-92,-56', '-96,-34', '-100,-14', '-95,-3'],
    farHind: ['-62,-56', '-56,-34', '-49,-14', '-43,-3'],
    tail: '-84,-138,5 -102,-128,9 -114,-94,11 -112,-54,3',
  },
  gallop: {
    nearFore: ['112,-92', '132,-82', '150,-70', '160,-60'],
    farFore: ['106,-74', '104,-54', '90,-44', '80,-46'],
    nearHind: ['-112,-72', '-130,-52', '-146,-34', '-154,-24'],
    farHind: ['-92,-58', '-112,-40', '-128,-22', '-136,-12'],
    tail: '-80,-140,6 -112,-152,11 -148,-142,12 -188,-118,2',
  },
  rear: {
    nearFore: ['104,-120', '116,-100', '108,-84', '104,-76'],
    farFore: ['100,-100', '106,-80', '96,-66', '90,-60'],
    nearHind: ['-84,-56', '-76,-34', '-72,-14', '-66,-3'],
    farHind: ['-64,-60', '-54,-36', '-49,-14', '-43,-3'],
    tail: '-84,-130,6 -104,-118,10 -118,-80,12 -126,-36,3',
  },
} as const satisfies Record<string, Gait>;

export interface Horse {
  readonly gait?: keyof typeof gaits;
  readonly mane?: 'flow' | 'stiff';
  readonly bridle?: boolean;
  readonly saddle?: boolean;
  readonly swell?: number;
}

const fore = ([knee, cannon, fetlock, hoof]: Leg) =>
  limb(`58,-122,19 64,-96,13 ${knee},8 ${cannon},5.4 ${fetlock},5.8 ${hoof},6.4`);
const hind = ([hock, cannon, fetlock, hoof]: Leg) =>
  limb(`-62,-122,26 -66,-94,17 ${hock},8.5 ${cannon},5.6 ${fetlock},6 ${hoof},6.6`);

/** A horse facing right, hooves at y = 0, 240 px to the ears. */
export function horse(stone: Stone, how: Horse = {}): void {
  const { gait = 'stand', mane = 'flow', bridle = false, saddle = false, swell = 24 } = how;
  const { nearFore, farFore, nearHind, farHind, tail } = gaits[gait];
  stone.press([fore(farFore), hind(farHind)], { lift: 1, swell: swell * 0.42, bevel: 10 });
  stone.press([limb(tail)], { lift: 3, swell: swell * 0.5, bevel: 9 });
  stone.cut([tailHair(tail, -3), tailHair(tail, 3)], { depth: 3, bevel: 1.6 });
  const body = curve(`-80,-138 -54,-150 -16,-143 20,-147 42,-160 62,-182 82,-206 97,-219 111,-215 127,-197 141,-178
148,-167 146,-158 137,-155 124,-161 110,-170 101,-165 94,-148 89,-124 80,-102 58,-88 20,-82
-22,-86 -50,-98 -66,-96 -86,-108 -90,-126`);
  const ear = curve('96,-214 95,-226 101,-240! 108,-226 108,-212');
  stone.press([body, fore(nearFore), hind(nearHind), ear], { lift: 5, swell, bevel: 30, smooth: 0.5 });
  planes(stone);
  for (const [, , , hoof] of [nearFore, nearHind]) {
    for (const [x, y] of points(hoof)) {
      stone.cut([stroke(`${x - 8},${y - 4} ${x + 6},${y - 5}`, 0.8)], { depth: 3, bevel: 1 });
    }
  }
  if (mane === 'stiff') stiffMane(stone, swell);
  else flowingMane(stone, swell, gait === 'gallop' || gait === 'rear');
  if (bridle) bridleOn(stone);
  if (saddle) saddleOn(stone);
}

function tailHair(tail: string, aside: number) {
  return limb(
    points(tail).map(([x, y], i): Point => [x + aside * (i > 0 ? 1 : 0.3), y + (i > 1 ? aside * 0.5 : 0), 0.9]),
  );
}

/** Muscles as planes; eye, nostril, mouth and cheek. */
function planes(stone: Stone): void {
  stone.cut(
    [
      limb('84,-146,0.5 70,-128,2.4 60,-104,2.6 66,-88,0.6'),
      limb('-40,-146,0.4 -34,-124,2.6 -40,-102,2.2 -52,-94,0.5'),
      limb('104,-200,0.4 106,-184,1.8 112,-172,0.6'),
    ],
    { depth: 5.5, bevel: 7.5, soft: 5.5 },
  );
  stone.cut([limb('46,-150,0.5 38,-130,2 40,-108,2 46,-92,0.4')], { depth: 3.6, bevel: 8, soft: 6 });
  stone.cut([ellipse(118, -194, 3, 2.2, 0.6), ellipse(143, -166, 2, 1.5), limb('136,-160,0.4 144,-161,1')], {
    depth: 5,
    bevel: 1.6,
  });
  stone.cut([ellipse(114, -182, 9, 11, 0.4)], { depth: -3, bevel: 9 });
}

function stiffMane(stone: Stone, swell: number): void {
  stone.press([curve('100,-220 90,-226 72,-212 52,-188 38,-166 44,-158 64,-180 84,-204')], {
    lift: 12,
    swell: swell * 0.5,
    bevel: 6,
  });
  const hairs = times(12, (i) => {
    const [x, y] = [44 + (i / 11) * 50, -162 - (i / 11) * 56];
    return stroke(`${x},${y} ${x - 8},${y - 9}`, 0.7);
  });
  stone.cut(hairs, { depth: 4, bevel: 1.2 });
}

function flowingMane(stone: Stone, swell: number, inWind: boolean): void {
  const next = random(7);
  const locks = times(11, (i) => {
    const t = i / 10;
    const [x, y, width, length] = [46 + t * 56, -164 - t * 56, 7 - 2 * t, 30 + 8 * next()];
    return inWind
      ? limb(`${x + 3},${y + 4},${width} ${x - length * 0.4},${y - 4 - 3 * next()},${width * 0.9}
${x - length * 1.05},${y - 2 + 10 * next()},0.6`)
      : limb(`${x},${y - 3},${width} ${x - 4},${y + length * 0.45},${width * 0.9}
${x - 2 + 5 * next()},${y + length * 1.05},0.6`);
  });
  for (const lock of [...locks, limb('102,-220,5 114,-208,4 120,-200,0.6')]) {
    stone.press([lock], { lift: 14, swell: swell * 0.34, bevel: 6, halo: 0, smooth: 0.1 });
  }
}

function bridleOn(stone: Stone): void {
  stone.cut(
    [
      rod('104,-210 128,-182', 1.3),
      rod('128,-200 120,-170', 1.3),
      rod('139,-182 130,-160', 1.3),
      stroke('134,-168 100,-150 44,-160', 1.2),
    ],
    { depth: -3, bevel: 1.4 },
  );
}

function saddleOn(stone: Stone): void {
  stone.press([curve('-24,-146 8,-148 34,-152 36,-118 20,-98 -14,-98 -30,-118')], {
    lift: 24,
    swell: 4,
    bevel: 4,
    halo: 3,
  });
  stone.cut([ring(3, -120, 9, 1.2), rod('-24,-104 30,-106', 1), stroke('-14,-120 -6,-130 3,-134 12,-130 20,-120', 1)], {
    depth: 2.5,
    bevel: 1.4,
  });
}
