import { curve, ellipse, limb, ring, times, type Point } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** The bone of a wing from the shoulder out, with its half width; mirrored for the other side. */
const bone = [
  [16, -78, 13],
  [62, -128, 11],
  [122, -150, 9.5],
  [176, -142, 8],
  [206, -126, 4],
] as const satisfies readonly Point[];

/** Samruk, wings spread; (0, 0) is where the talons stand, 430 px from tip to tip. */
export function samruk(stone: Stone): void {
  for (const side of [-1, 1] as const) wing(stone, side);
  for (const i of [-3, -2, -1, 0, 1, 2, 3]) {
    const aside = Math.abs(i);
    feather(
      stone,
      [
        [i * 5, -34, 6],
        [i * 12, 2, 8],
        [i * 19, 44 - aside * 5, 7.5],
        [i * 23, 62 - aside * 7, 2],
      ],
      14 + (3 - aside) * 2,
    );
  }
  breast(stone);
  head(stone);
  for (const side of [-1, 1]) {
    stone.press(
      [
        limb(`${side * 12},-34,9 ${side * 17},-14,5 ${side * 22},-3,3.4`),
        limb(`${side * 17},-12,3.6 ${side * 10},-2,2.6`),
      ],
      { lift: 40, swell: 9, bevel: 6, gold: 1, halo: 3 },
    );
  }
}

function feather(stone: Stone, axis: readonly Point[], lift: number, swell = 8): void {
  const width = axis[1]?.[2] ?? 8;
  stone.press([limb(axis)], { lift, swell, bevel: width * 1.05, halo: 3, gold: 1, smooth: 0.15, slope: 1.1 });
}

/** A place on the bone, 0 at the shoulder and 1 at the tip. */
function onBone(t: number): readonly [x: number, y: number] {
  const i = Math.min(bone.length - 2, Math.floor(t * (bone.length - 1)));
  const [from, to] = [bone[i] ?? bone[0], bone[i + 1] ?? bone[0]];
  const share = t * (bone.length - 1) - i;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

function wing(stone: Stone, side: 1 | -1): void {
  for (const i of times(18, (n) => n)) flightFeather(stone, side, i / 17);
  for (const i of times(13, (n) => n)) {
    const t = i / 12;
    covert(stone, side, {
      from: onBone(0.06 + 0.9 * t),
      heading: 1.8 - 1.75 * t ** 1.2,
      length: 56 + 40 * t,
      bend: 0.5,
      widths: [6, 8.8, 2],
      lift: 18,
    });
  }
  for (const i of times(12, (n) => n)) {
    const t = i / 11;
    covert(stone, side, {
      from: onBone(0.02 + 0.92 * t),
      heading: 1.8 - 1.5 * t,
      length: 30 + 14 * t,
      bend: 0.6,
      widths: [6, 7, 2.4],
      lift: 25,
    });
  }
  feather(
    stone,
    bone.map(([x, y, width]): Point => [side * x, y, width]),
    30,
    12,
  );
}

/** The long feathers: they bend, and their shafts are cut. */
function flightFeather(stone: Stone, side: 1 | -1, t: number): void {
  const [x, y] = onBone(0.12 + 0.88 * t);
  const heading = 1.75 - 2.05 * t ** 1.25;
  const length = 92 + 96 * t ** 0.8 * (t > 0.92 ? 0.93 : 1);
  const bend = -0.16 - 0.1 * t;
  const [c, s] = [Math.cos(heading), Math.sin(heading)];
  const [endX, endY] = [x + c * length - s * length * bend * 0.8, y + s * length + c * length * bend * 0.8];
  const [midX, midY] = [
    x + c * length * 0.55 + s * length * bend * 0.15,
    y + s * length * 0.55 - c * length * bend * 0.15,
  ];
  const width = 9.4 + 1.2 * t;
  feather(
    stone,
    [
      [side * x, y, width * 0.8],
      [side * midX, midY, width],
      [side * (midX * 0.3 + endX * 0.7), midY * 0.3 + endY * 0.7, width * 0.86],
      [side * endX, endY, 1.4],
    ],
    8 + 6 * (1 - t),
  );
  stone.cut([limb(`${side * x},${y},0.4 ${side * midX},${midY},1.1 ${side * endX},${endY},0.4`)], {
    depth: 3,
    bevel: 1.1,
  });
}

interface Covert {
  readonly from: readonly [x: number, y: number];
  readonly heading: number;
  readonly length: number;
  readonly bend: number;
  readonly widths: readonly [number, number, number];
  readonly lift: number;
}

function covert(stone: Stone, side: 1 | -1, { from: [x, y], heading, length, bend, widths, lift }: Covert): void {
  const at = (share: number, width: number): Point => [
    side * (x + Math.cos(heading) * length * share),
    y + Math.sin(heading) * length * share,
    width,
  ];
  feather(stone, [at(0, widths[0]), at(bend, widths[1]), at(1, widths[2])], lift);
}

function breast(stone: Stone): void {
  stone.press([curve('0,-20 -24,-44 -30,-82 -20,-112 0,-124 20,-112 30,-82 24,-44')], {
    lift: 30,
    swell: 24,
    bevel: 26,
    gold: 1,
    halo: 4,
  });
  const scales = times(35, (i) => {
    const [x, y] = [(i % 5) - 2, Math.floor(i / 5)];
    return ring(x * 11 + (y % 2) * 5.5, -106 + y * 12, 6.4, 1, 0.3, Math.PI - 0.3);
  });
  const clip = [curve('0,-22 -22,-44 -28,-82 -18,-108 18,-108 28,-82 22,-44')];
  stone.cut(scales, { depth: 4, bevel: 1.3, clip });
}

function head(stone: Stone): void {
  stone.press(
    [limb('0,-108,17 1,-130,13.5 5,-146,13'), curve('2,-160 16,-156 26,-146 30,-134! 22,-137 12,-134 0,-140')],
    { lift: 40, swell: 20, bevel: 14, gold: 1, halo: 4 },
  );
  stone.cut(
    [
      ellipse(10, -149, 2.6),
      limb('17,-147,0.4 26,-143,1 30,-136,0.4'),
      limb('-8,-132,0.4 -4,-116,1.4 -8,-104,0.4'),
      limb('4,-128,0.4 6,-114,1.4 4,-102,0.4'),
    ],
    { depth: 4.5, bevel: 1.6 },
  );
  stone.press([limb('-4,-158,3 -14,-172,3 -26,-176,0.6'), limb('2,-160,3 -2,-178,3 -12,-188,0.6')], {
    lift: 36,
    swell: 7,
    bevel: 3,
    gold: 1,
    halo: 2,
  });
}
