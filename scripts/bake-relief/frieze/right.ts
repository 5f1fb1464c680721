import type { Stone, Place } from '../carving/stone.ts';
import { appleBough } from '../motifs/apple-bough.ts';
import { baiterek } from '../motifs/baiterek.ts';
import { flyingBird } from '../motifs/bird.ts';
import { horse } from '../motifs/horse.ts';
import { rider } from '../motifs/rider.ts';
import { skyline } from '../motifs/skyline.ts';
import { standing } from '../motifs/standing.ts';
import { tulip } from '../motifs/tulip.ts';

type At = readonly [x: number, y: number, scale: number, lift: number, more?: Place];

const put = (stone: Stone, [x, y, scale, lift, more]: At, draw: () => void): void =>
  stone.within({ x, y, scale, lift, ...more }, draw);

/** Cranes leave the upper sky to the words. */
const cranes: readonly At[] = [
  [2640, 440, 0.8, 4, { rot: -0.12 }],
  [2744, 388, 0.72, 4, { rot: -0.12 }],
  [2836, 446, 0.64, 4, { rot: -0.12 }],
  [2918, 378, 0.56, 4, { rot: -0.12 }],
  [3204, 392, 0.5, 4, { rot: -0.12 }],
];

export function rightBack(stone: Stone): void {
  put(stone, [2290, 800, 1.28, 16], () => skyline(stone));
  for (const crane of cranes) put(stone, crane, () => flyingBird(stone));
}

export function rightMiddle(stone: Stone): void {
  put(stone, [2470, 922, 0.93, 18], () => baiterek(stone));
}

export function rightFront(stone: Stone): void {
  people(stone);
  put(stone, [2880, 940, 1.06, 24], () => horse(stone, { gait: 'gallop' }));
  put(stone, [2690, 952, 1.12, 26], () => {
    horse(stone, { gait: 'gallop', bridle: true, saddle: true });
    rider(stone, { act: 'whip', hat: 'tymaq', beard: 0 });
  });
  put(stone, [2985, 966, 1.2, 32], () => horse(stone, { gait: 'gallop', bridle: true }));
  put(stone, [3330, 966, 1.5, 30], () => {
    horse(stone, { gait: 'walk', bridle: true, saddle: true, swell: 27 });
    rider(stone, { act: 'eagle', hat: 'tymaq', beard: 5, age: 'old' });
  });
  const tulips = [
    [3590, 968, 88, -10, 0.9],
    [3640, 974, 122, 4, 1.05],
    [3690, 970, 96, 14, 0.95],
    [3745, 976, 132, -6, 1.1],
    [3795, 970, 100, 10, 0.95],
    [3550, 974, 60, -8, 0.7],
  ] as const;
  for (const [x, y, height, lean, size] of tulips) {
    put(stone, [x, y, 1, 24], () => tulip(stone, { height, lean, size }));
  }
  put(stone, [3850, 120, 1.15, 10], () => appleBough(stone));
}

/** Today's people at the foot of the column, and the doves of a country that gave up the bomb. */
function people(stone: Stone): void {
  put(stone, [2266, 952, 1.22, 24], () =>
    standing(stone, {
      hat: 'kalpak',
      beard: 9,
      age: 'old',
      staff: 52,
      turn: -0.6,
      rightArm: '30,-152,11 46,-124,10 52,-142,8 52,-156,6',
    }),
  );
  put(stone, [2090, 950, 1.26, 24], () =>
    standing(stone, {
      hat: 'hair',
      beard: 0,
      hem: 30,
      turn: 0.7,
      leftArm: '-30,-152,11 -40,-120,10 -30,-96,8 -26,-84,6',
    }),
  );
  put(stone, [2178, 960, 1.2, 30], () =>
    standing(stone, {
      hat: 'saukele',
      beard: 0,
      hem: 50,
      gold: 0.85,
      turn: 0.15,
      leftArm: '-30,-152,11 -44,-122,10 -54,-98,8 -50,-88,6',
      rightArm: '30,-152,11 40,-122,10 30,-98,8 14,-94,6',
    }),
  );
  put(stone, [2132, 968, 0.76, 40], () =>
    standing(stone, {
      hat: 'hair',
      beard: 0,
      hem: 30,
      turn: 0.3,
      leftArm: '-28,-154,11 -40,-180,9 -44,-214,6.6',
      rightArm: '28,-154,11 42,-178,9 46,-212,6.6',
    }),
  );
  put(stone, [2120, 610, 0.62, 8, { rot: -0.4 }], () => flyingBird(stone, { swell: 12, gold: 0.7 }));
  put(stone, [2236, 546, 0.52, 6, { rot: -0.3 }], () => flyingBird(stone, { swell: 12, gold: 0.7 }));
  put(stone, [2310, 622, 0.42, 6, { rot: -0.2 }], () => flyingBird(stone, { swell: 12, gold: 0.7 }));
}
