import { ellipse, limb, ring, rod, stroke, curve, times, type Polygon } from '../carving/points.ts';
import type { Press, Stone } from '../carving/stone.ts';

export type Headwear = 'none' | 'kalpak' | 'fur' | 'tymaq' | 'helmet' | 'crown' | 'saukele' | 'scarf' | 'hair';

export interface Worn {
  readonly hat: Headwear;
  readonly lift: number;
  readonly gold: number;
}

/** What is worn on a head whose chin is at (0, 0) and whose crown is at y = −33. */
export function headwear(stone: Stone, { hat, lift, gold }: Worn): void {
  const sit = (shapes: Polygon[], how: Press = {}) =>
    stone.press(shapes, { lift: lift + 5, swell: 10, bevel: 9, halo: 4, gold, ...how });
  switch (hat) {
    case 'none':
      return;
    case 'kalpak':
      sit([curve('-15,-24! -11,-42 -3,-60 0,-66 3,-60 11,-42 15,-24! 0,-27')]);
      sit([curve('-17,-21! -15,-31 0,-35 15,-31 17,-21! 0,-25')], { lift: lift + 9, swell: 5, bevel: 4 });
      stone.cut(
        [limb('0,-62,0.4 0,-48,1 0,-36,0.6'), stroke('-5,-38 -8,-44 -4,-48', 0.8), stroke('5,-38 8,-44 4,-48', 0.8)],
        { depth: 3, bevel: 1.2 },
      );
      return;
    case 'fur':
      sit([curve('-12,-30 -9,-44 0,-54 9,-44 12,-30')]);
      sit([curve('-18,-22 -18,-32 -8,-37 8,-37 18,-32 18,-22 8,-25 -8,-25')], { lift: lift + 8, swell: 9, bevel: 6 });
      stone.cut(
        times(13, (i) => stroke(`${-16 + i * 2.7},${-34 + (i % 2)} ${-15.4 + i * 2.6},-26`, 0.6)),
        { depth: 2.6, bevel: 0.9 },
      );
      return;
    case 'tymaq':
      sit([curve('-13,-28 -11,-44 0,-52 11,-44 13,-28')]);
      sit(
        [limb('-14,-30,6 -15,-14,7 -13,2,4'), limb('14,-30,6 15,-14,7 13,2,4'), limb('-13,-31,5 0,-34,5.4 13,-31,5')],
        {
          lift: lift + 8,
          swell: 8,
          bevel: 6,
          halo: 2,
        },
      );
      return;
    case 'helmet':
      sit([curve('-13,-23! -13,-34 -7,-46 -2,-56 0,-72! 2,-56 7,-46 13,-34 13,-23! 0,-26')]);
      stone.cut([stroke('-13,-29 0,-31 13,-29', 0.9), rod('0,-54 0,-31', 0.7)], { depth: 3, bevel: 1.2 });
      stone.press([limb('-12,-22,4 -12,-8,5 -9,4,2'), limb('12,-22,4 12,-8,5 9,4,2')], {
        lift: lift + 5,
        swell: 5,
        bevel: 4,
        halo: 0,
      });
      return;
    case 'crown':
      sit([curve('-14,-24! -17,-46 -9,-40 -8,-56 0,-68 8,-56 9,-40 17,-46 14,-24! 0,-27')], { gold: 0.8 });
      sit([limb('-15,-26,5 0,-30,5.6 15,-26,5')], { lift: lift + 9, swell: 7, bevel: 5 });
      stone.cut([ellipse(0, -44, 2.6), ring(0, -44, 6, 0.9), stroke('-8,-56 0,-50 8,-56', 0.9)], {
        depth: 3,
        bevel: 1.4,
      });
      return;
    case 'saukele':
      sit([curve('-13,-25! -10,-60 -6,-92 0,-98 6,-92 10,-60 13,-25! 0,-29')], { gold: gold || 0.7 });
      stone.cut(
        [
          ...[-36, -44, -58, -72, -84].map((y) => stroke(`-11,${y} 0,${y - 2.4} 11,${y}`, 0.8)),
          ...[-51, -65].flatMap((y) => [-5, 0, 5].map((x) => ellipse(x, y, 1.5))),
        ],
        { depth: 2.6, bevel: 1.1 },
      );
      stone.press([limb('-12,-26,3 -16,0,5 -22,36,8 -30,90,6'), limb('12,-26,3 16,0,5 21,34,7 26,70,4')], {
        lift: lift - 2,
        swell: 6,
        bevel: 6,
        halo: 0,
      });
      return;
    case 'scarf':
      sit([curve('-14,-20 -15,-32 -6,-41 6,-41 15,-32 15,-20 17,-4 10,8 13,-14 9,-27 -9,-27 -13,-14 -10,8 -17,-4')], {
        swell: 8,
        bevel: 6,
      });
      return;
    case 'hair':
      sit([curve('-13,-18 -14,-32 -5,-40 6,-40 14,-32 13,-18 9,-29 0,-31 -8,-28')], { swell: 7, bevel: 5 });
      return;
  }
}
