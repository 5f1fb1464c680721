import { curve, ellipse, limb, points, ring, stroke, times, type Point, type Polygon } from '../carving/points.ts';
import { random } from '../carving/random.ts';
import type { Stone } from '../carving/stone.ts';

/** A snow leopard stalking, its tail lifted; paws at y = 0. */
export function snowLeopard(stone: Stone): void {
  stone.press(
    [limb('70,-70,15 84,-48,10 80,-24,8 86,-8,9 97,-5,6'), limb('-66,-66,20 -54,-40,12 -66,-22,7 -56,-7,8 -44,-5,6')],
    { lift: 1, swell: 10, bevel: 10 },
  );
  const tail = points('-88,-88,10 -122,-78,11 -152,-92,12 -164,-124,12.5 -146,-152,12.5 -118,-152,11 -112,-134,7');
  stone.press([limb(tail)], { lift: 3, swell: 15, bevel: 12 });
  const body = curve(`-96,-84 -84,-106 -56,-112 -20,-96 16,-92 46,-104 70,-116 88,-122 90,-134 100,-138 106,-128
122,-128 128,-138 137,-134 136,-120 146,-108 152,-98 149,-90 138,-86 122,-84 108,-74 92,-58
66,-50 20,-52 -26,-58 -54,-58 -86,-58`);
  stone.press(
    [
      body,
      limb('78,-84,22 100,-56,12 106,-28,9 114,-10,9 128,-6,7'),
      limb('-72,-82,30 -80,-50,16 -104,-30,9 -100,-9,9 -86,-6,7'),
    ],
    { lift: 5, swell: 26, bevel: 30, smooth: 0.5 },
  );
  stone.cut([...rosettes(), ...tailRings(tail)], { depth: 4.5, bevel: 1.7 });
  stone.cut([limb('122,-116,0.6 129,-112,2 134,-113,0.6'), limb('134,-96,0.4 146,-97,1.4'), ellipse(149, -104, 3, 2)], {
    depth: 5,
    bevel: 2.4,
  });
  stone.cut(
    [
      limb('106,-122,0.4 112,-104,1.6 122,-90,0.5'),
      limb('58,-110,0.5 60,-84,2.6 74,-60,0.6'),
      limb('-44,-104,0.5 -42,-78,2.6 -58,-58,0.6'),
    ],
    { depth: 5.5, bevel: 7, soft: 5 },
  );
  stone.cut([ellipse(131, -130, 3, 4), ellipse(99, -130, 3, 4)], { depth: 4, bevel: 2 });
  stone.cut(
    (
      [
        [110, -4],
        [116, -3],
        [122, -3],
        [-98, -4],
        [-92, -3],
      ] as const
    ).map(([x, y]) => stroke(`${x},${y - 5} ${x + 2},${y + 1}`, 0.7)),
    { depth: 3, bevel: 1 },
  );
}

/** Centre and size of each rosette. */
const spots = `-74,-90,8 -56,-98,7 -48,-78,8 -70,-68,6 -30,-88,7.5 -22,-70,7 -4,-84,7.5 4,-66,6.5 22,-82,7.5 38,-94,7
42,-72,7.5 60,-104,6.5 62,-84,7.5 82,-98,6 80,-70,6 -86,-46,5 98,-48,4.5 -34,-62,5 24,-62,5`;

function rosettes(): Polygon[] {
  const next = random(11);
  return points(spots).flatMap(([x, y, radius = 6]) => {
    const turn = next() * 6;
    return times(3, (j) => ring(x, y, radius * 0.72, 1.5, turn + j * 2.09, turn + j * 2.09 + 1.35));
  });
}

function tailRings(tail: readonly Point[]): Polygon[] {
  return tail.slice(1, -1).flatMap((to, i) => {
    const from = tail[i] ?? to;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const [ax, ay] = [(dy / Math.hypot(dx, dy)) * 12, (dx / Math.hypot(dx, dy)) * 12];
    return [0.35, 0.9].map((share) => {
      const [x, y] = [from[0] + dx * share, from[1] + dy * share];
      return limb(`${x - ax},${y + ay},0.6 ${x},${y},2 ${x + ax},${y - ay},0.6`);
    });
  });
}
