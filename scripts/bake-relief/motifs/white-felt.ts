import { curve, limb, ring, stroke, times } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';
import { bearer } from './bearer.ts';
import { seated } from './seated.ts';

/** Where the felt is held, across; it sags between the hands. */
const hands = [-196, -112, -38, 38, 112, 196] as const;
const top = -274;

/** Raising the khan on white felt; feet at y = 0, 440 px to the khan's crown. */
export function whiteFelt(stone: Stone): void {
  // Those behind: half hidden, so that the group is a crowd and not a row.
  for (const [x, turn, hat] of [
    [-150, 0.7, 'fur'],
    [-2, -0.2, 'tymaq'],
    [146, -0.7, 'fur'],
  ] as const) {
    stone.within({ x, y: -34, scale: 0.86, lift: 24 }, () => bearer(stone, { hat, turn, grip: 24, reach: 262 }));
  }
  stone.within({ x: 0, y: 0, lift: 34 }, () => cloth(stone));
  stone.within({ x: 0, y: top - 14, scale: 1.1, lift: 48 }, () =>
    seated(stone, { hat: 'crown', arms: ['knee', 'knee'], beard: 6, gold: 0.9, age: 'old' }),
  );
  const front = [
    { x: -154, turn: 0.8, hat: 'tymaq', stride: 9, beard: 3, scale: 1.02, rot: 0.05 },
    { x: -77, turn: -0.4, hat: 'fur', stride: 2, beard: 0, scale: 0.97, rot: -0.02 },
    { x: 77, turn: 0.5, hat: 'kalpak', stride: 5, beard: 6, scale: 0.98, rot: 0.03 },
    { x: 154, turn: -0.9, hat: 'fur', stride: 10, beard: 3, scale: 1.02, rot: -0.05 },
  ] as const;
  for (const { x, scale, rot, ...who } of front) {
    stone.within({ x, y: 2, scale, rot, lift: 40 }, () =>
      bearer(stone, { ...who, stride: x > 0 ? who.stride : -who.stride / 2, grip: 40, reach: 272 }),
    );
  }
}

/** A cloth seen a little from above: its face lies like a plate, its hem hangs in swags from hand to hand. */
function cloth(stone: Stone): void {
  stone.press(
    [
      curve(
        `-204,${top + 2} -150,${top - 20} -60,${top - 28} 60,${top - 28} 150,${top - 20} 204,${top + 2} 120,${top + 12} -120,${top + 12}`,
      ),
    ],
    {
      lift: 2,
      swell: 8,
      bevel: 12,
      halo: 8,
    },
  );
  stone.cut(
    [-150, -96, 96, 150].map((x) =>
      limb(`${x},${top + 6},0.5 ${x * 0.84},${top - 10},1.8 ${x * 0.66},${top - 18},0.4`),
    ),
    { depth: 3, bevel: 2.4 },
  );
  stone.press([curve(hem().join(' '))], { lift: 10, swell: 11, bevel: 9, halo: 8, smooth: 0.5 });
  for (const [i, from] of hands.slice(0, -1).entries()) {
    const to = hands[i + 1] ?? from;
    const swag = (down: number) =>
      limb(
        `${from + 5},${top + down * 0.3},0.4 ${(from + to) / 2},${top + down},1.6 ${to - 5},${top + down * 0.3},0.4`,
      );
    stone.cut([swag(12), swag(20)], { depth: 3.4, bevel: 2.2 });
    const fringe = times(7, (n) => {
      const t = (n + 0.5) / 7;
      const [x, y] = [from + (to - from) * t, top + 22 + 15 * Math.sin(Math.PI * t)];
      return limb(`${x},${y},1.5 ${x + 1},${y + 9},1.6 ${x - 1},${y + 17},0.4`);
    });
    stone.press(fringe, { lift: 8, swell: 5, bevel: 1.8, halo: 1, gold: 0.35 });
    const eye = (from + to) / 2;
    stone.cut(
      [
        ring(eye, top + 26, 4.6, 1.2),
        stroke(`${eye - 13},${top + 25} ${eye - 8},${top + 26}`, 1),
        stroke(`${eye + 8},${top + 26} ${eye + 13},${top + 25}`, 1),
      ],
      {
        depth: -2.4,
        bevel: 1.6,
        gold: 0.7,
      },
    );
  }
}

/** The hem: along the hands above, in swags below. */
function hem(): string[] {
  const upper = hands.map((x) => `${x},${top - (Math.abs(x) > 190 ? 4 : 2)}`);
  const lower = hands.toReversed().flatMap((x, i, all) => {
    const next = all[i + 1];
    const pinch = `${x},${top + 16}`;
    return next === undefined ? [pinch] : [pinch, `${(x + next) / 2},${top + 37}`];
  });
  return [...upper, ...lower];
}
