import type { Stone, Place } from '../carving/stone.ts';
import { akyn } from '../motifs/akyn.ts';
import { balbal } from '../motifs/balbal.ts';
import { camel } from '../motifs/camel.ts';
import { cauldron } from '../motifs/cauldron.ts';
import { goldenMan } from '../motifs/golden-man.ts';
import { raisedHand } from '../motifs/hand.ts';
import { horse } from '../motifs/horse.ts';
import { rider } from '../motifs/rider.ts';
import { rocket } from '../motifs/rocket.ts';
import { seated } from '../motifs/seated.ts';
import { snow } from '../motifs/snow.ts';
import { snowLeopard } from '../motifs/snow-leopard.ts';
import { stag } from '../motifs/stag.ts';
import { standing } from '../motifs/standing.ts';
import { wheat } from '../motifs/wheat.ts';
import { whiteFelt } from '../motifs/white-felt.ts';
import { yasawi } from '../motifs/yasawi.ts';

type At = readonly [x: number, y: number, scale: number, lift: number, more?: Place];

const put = (stone: Stone, [x, y, scale, lift, more]: At, draw: () => void): void =>
  stone.within({ x, y, scale, lift, ...more }, draw);

export function leftBack(stone: Stone): void {
  put(stone, [500, 668, 1.05, 14], () => snowLeopard(stone));
  put(stone, [512, 490, 0.76, 16, { rot: -0.1 }], () => stag(stone));
  put(stone, [1010, 728, 1.3, 14], () => yasawi(stone));
  put(stone, [1268, 530, 0.64, 22], () => {
    horse(stone, { gait: 'gallop', bridle: true });
    rider(stone, { act: 'bow', hat: 'helmet' });
  });
  put(stone, [1430, 508, 0.74, 24], () => {
    horse(stone, { gait: 'gallop', bridle: true, saddle: true });
    rider(stone, { act: 'banner', gold: 0.7 });
  });
}

export function leftMiddle(stone: Stone): void {
  put(stone, [1798, 652, 0.94, 18, { rot: 0.02 }], () => rocket(stone));
  put(stone, [1578, 754, 0.8, 22], () =>
    seated(stone, { hat: 'fur', arms: ['knee', 'breast'], beard: 8, turn: 0.7, age: 'old' }),
  );
  put(stone, [1704, 756, 0.8, 22], () =>
    seated(stone, { hat: 'kalpak', arms: ['point', 'knee'], beard: 7, turn: -0.7, age: 'old' }),
  );
  put(stone, [1641, 772, 0.88, 28], () =>
    seated(stone, { hat: 'tymaq', arms: ['lap', 'raise'], beard: 10, gold: 0.5, age: 'old' }),
  );
  put(stone, [392, 890, 1.06, 22], () => horse(stone, { gait: 'walk', mane: 'stiff' }));
}

export function leftFront(stone: Stone): void {
  put(stone, [475, 958, 1.24, 28], () => horse(stone, { gait: 'stand', mane: 'stiff', swell: 28 }));
  put(stone, [366, 970, 0.7, 36], () => horse(stone, { gait: 'walk', mane: 'stiff', swell: 26 }));
  put(stone, [938, 918, 0.86, 26], () => camel(stone));
  put(stone, [1070, 962, 0.88, 36], () => camel(stone, { step: 5 }));
  put(stone, [890, 966, 1.02, 38], () => balbal(stone));
  put(stone, [716, 962, 0.97, 30], () => goldenMan(stone));
  put(stone, [604, 970, 0.92, 44], () => cauldron(stone));
  put(stone, [1378, 962, 0.87, 32], () => whiteFelt(stone));
  century(stone);
  december(stone);
}

function century(stone: Stone): void {
  put(stone, [1768, 884, 0.86, 26], () =>
    standing(stone, {
      hat: 'scarf',
      beard: 0,
      hem: 34,
      turn: -0.4,
      leftArm: '-30,-152,11 -38,-122,10 -14,-112,8 2,-122,6',
      rightArm: '30,-152,11 38,-120,10 18,-104,8 4,-106,6',
    }),
  );
  put(stone, [1612, 972, 0.88, 52], () => akyn(stone));
  const ears = [
    { x: 1722, height: 116, lean: -22, lift: 40 },
    { x: 1738, height: 158, lean: -10, lift: 44, leaf: true },
    { x: 1758, height: 176, lean: 4, lift: 40 },
    { x: 1776, height: 150, lean: 14, lift: 44, leaf: true },
    { x: 1790, height: 116, lean: 22, lift: 48 },
    { x: 1752, height: 118, lean: -4, lift: 50 },
  ];
  for (const { x, lift, ...ear } of ears) put(stone, [x, 974, 1.08, lift], () => wheat(stone, ear));
}

/** December 1986: hands and snow. */
function december(stone: Stone): void {
  const hands = [
    { x: 1866, y: 940, length: 168, lean: 8, scale: 0.84, lift: 46 },
    { x: 1822, y: 950, length: 138, lean: -6, scale: 0.86, lift: 48 },
    { x: 1846, y: 968, length: 148, lean: 2, scale: 1.02, lift: 54 },
    { x: 1890, y: 976, length: 84, lean: 12, scale: 0.86, lift: 58 },
    { x: 1812, y: 978, length: 66, lean: -12, scale: 0.84, lift: 58 },
  ];
  for (const { x, y, scale, lift, length, lean } of hands) {
    put(stone, [x, y, scale, lift], () => raisedHand(stone, { length, lean }));
  }
  snow(stone);
}
