import { curve, ellipse, limb, rod, stroke, times } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';
import { fist } from './hand.ts';
import { seated } from './seated.ts';

/** An akyn singing to the dombra, seated on y = 0. */
export function akyn(stone: Stone): void {
  seated(stone, { hat: 'fur', beard: 5, arms: 'none', turn: 0.4, age: 'old' });
  stone.press([rod('22,-70 128,-176', 3.6), curve('122,-178 130,-186 142,-194 146,-188 138,-178 130,-170')], {
    lift: 36,
    swell: 9,
    bevel: 3.8,
    halo: 5,
  });
  stone.press([curve('34,-84 20,-86 -14,-74 -34,-50 -36,-30 -20,-22 0,-28 20,-48 32,-70')], {
    lift: 34,
    swell: 14,
    bevel: 13,
    halo: 6,
    gold: 0.25,
  });
  const frets = times(8, (i) => {
    const t = (i / 8) * 70;
    return rod(`${40 + t},${-92 - t} ${46 + t},${-86 - t}`, 0.6);
  });
  stone.cut(
    [
      ellipse(-4, -54, 4.6),
      stroke('-26,-34 -10,-48 30,-82 128,-178', 0.7),
      stroke('-23,-31 -6,-46 33,-80 130,-176', 0.7),
      ...frets,
      stroke('-31,-41 -20,-29', 1.1),
    ],
    { depth: 3, bevel: 1.1 },
  );
  stone.press([limb('-32,-98,11 -54,-70,10 -30,-52,8 -10,-52,5.6')], { lift: 46, swell: 11, bevel: 9, halo: 4 });
  stone.press([limb('32,-98,11 62,-84,10 76,-104,8 80,-122,6')], { lift: 40, swell: 11, bevel: 9, halo: 4 });
  fist(stone, { x: -5, y: -51, rot: 0, lift: 48 });
  fist(stone, { x: 81, y: -125, rot: -1.6, lift: 46 });
}
