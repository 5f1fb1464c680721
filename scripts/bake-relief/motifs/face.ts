import { curve, ellipse, limb, stroke } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';
import { headwear, type Headwear } from './headwear.ts';

export interface Head {
  readonly hat?: Headwear;
  /** Length of the beard, 0 for none. */
  readonly beard?: number;
  /** −1 looks left, 1 looks right. */
  readonly turn?: number;
  readonly gold?: number;
  readonly lift?: number;
  readonly age?: 'young' | 'old';
}

/**
 * A head; (0, 0) is the chin, the crown at −33. Planes, not lines: at the wall's scale a face is 40 px high, so it is
 * read by its brow, sockets, nose and cheekbones.
 */
export function head(stone: Stone, { hat = 'none', beard = 0, turn = 0, gold = 0, lift = 20, age }: Head = {}): void {
  const t = turn * 3;
  stone.press([limb(`${t * 0.4},12,7 ${t * 0.4},-6,8`)], { lift: lift - 7, swell: 9, bevel: 8, halo: 2 });
  const far = turn > 0 ? -1 : 1;
  if (Math.abs(turn) < 0.95 || hat === 'none') {
    stone.press([ellipse(far * 12.6 + t * 0.3, -15, 2.8, 4.6)], { lift: lift - 1, swell: 6, bevel: 3, halo: 2 });
  }
  stone.press(
    [
      curve(`${-12 + t * 0.3},-23 ${-12 + t * 0.2},-13 ${-8 + t * 0.7},-4 ${-3.6 + t},1 ${t},2 ${3.6 + t},1
${8 + t * 0.7},-4 ${12 + t * 0.2},-13 ${12 + t * 0.3},-23 8,-33 -8,-33`),
    ],
    { lift, swell: 15, bevel: 13, halo: 6, smooth: 0.5 },
  );
  sockets(stone, t);
  nose(stone, t);
  mouth(stone, t, age);
  if (beard > 0) beardOn(stone, t, beard, lift);
  headwear(stone, { hat, lift, gold });
}

function sockets(stone: Stone, t: number): void {
  const eyes = [-5.2 + t, 5.2 + t];
  stone.cut(
    eyes.map((x) => ellipse(x, -18.2, 3.6, 1.9)),
    { depth: 4.4, bevel: 2.6, soft: 1.5 },
  );
  stone.cut(
    eyes.map((x) => ellipse(x, -17.8, 2.5, 1.2)),
    { depth: -2.6, bevel: 1.6 },
  );
  stone.cut(
    [
      limb(`${-9 + t},-21.4,0.7 ${-5.4 + t},-23.2,1.6 ${-1.8 + t},-21.6,1.1`),
      limb(`${9 + t},-21.4,0.7 ${5.4 + t},-23.2,1.6 ${1.8 + t},-21.6,1.1`),
    ],
    { depth: -2.2, bevel: 1.8 },
  );
}

function nose(stone: Stone, t: number): void {
  stone.cut([limb(`${t},-22,1.1 ${t * 1.5},-15,1.7 ${t * 1.8},-11,2.9`)], { depth: -5, bevel: 2.6 });
  stone.cut([stroke(`${t * 1.6 - 2.6},-8.7 ${t * 1.6},-8.2 ${t * 1.6 + 2.6},-8.7`, 0.7)], { depth: 2.2, bevel: 1.2 });
  stone.cut([ellipse(-7.6 + t, -13, 2.2, 2), ellipse(7.6 + t, -13, 2.2, 2)], { depth: -1.5, bevel: 3, soft: 2 });
}

function mouth(stone: Stone, t: number, age: Head['age']): void {
  stone.cut([limb(`${-4 + t},-4.6,0.7 ${t},-5.4,1.9 ${4 + t},-4.6,0.7`)], { depth: -1.6, bevel: 1.9 });
  stone.cut([limb(`${-4.2 + t},-4.8,0.4 ${t},-4.9,0.9 ${4.2 + t},-4.8,0.4`)], { depth: 3.4, bevel: 1 });
  if (age !== 'old') return;
  stone.cut(
    [
      limb(`${-4 + t},-11,0.4 ${-6 + t},-7,1 ${-5.6 + t},-3,0.4`),
      limb(`${4 + t},-11,0.4 ${6 + t},-7,1 ${5.6 + t},-3,0.4`),
    ],
    {
      depth: 2.4,
      bevel: 1.4,
    },
  );
}

function beardOn(stone: Stone, t: number, beard: number, lift: number): void {
  stone.press(
    [
      curve(`${-9.5 + t},-10 ${-9.5 + t},-2 ${-6 + t},${3 + beard} ${t},${8 + beard * 1.6} ${6 + t},${3 + beard}
${9.5 + t},-2 ${9.5 + t},-10 ${5 + t},-6.4 ${3.4 + t},-7.6 ${t},-6.6 ${-3.4 + t},-7.6 ${-5 + t},-6.4`),
    ],
    { lift: lift + 8, swell: 7, bevel: 5, halo: 0 },
  );
  stone.cut(
    [-6, -3, 0, 3, 6].map((x) =>
      limb(`${x + t},-1,0.3 ${x * 0.8 + t},${3 + beard * 0.6},0.9 ${x * 0.35 + t},${6 + beard * 1.3},0.3`),
    ),
    { depth: 2.8, bevel: 1.2 },
  );
  stone.cut([limb(`${-3.4 + t},-4.6,0.4 ${t},-5,1 ${3.4 + t},-4.6,0.4`)], { depth: 3.4, bevel: 1 });
}
