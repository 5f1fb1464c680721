import { curve, ellipse, limb, points, ring, stroke, times } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

type Joint = readonly [x: number, y: number];

interface Wing {
  readonly shoulder: Joint;
  readonly elbow: Joint;
  readonly wrist: Joint;
  /** Heading (radians) and length of the innermost and the outermost feather. */
  readonly inner: readonly [angle: number, length: number];
  readonly outer: readonly [angle: number, length: number];
  readonly lift: number;
}

/** A golden eagle opening its wings on the glove; (0, 0) is where it stands. */
export function eagle(stone: Stone): void {
  wing(stone, {
    shoulder: [-2, -30],
    elbow: [-26, -62],
    wrist: [-44, -104],
    inner: [-3, 50],
    outer: [-1.72, 84],
    lift: 12,
  });
  wing(stone, {
    shoulder: [8, -26],
    elbow: [36, -54],
    wrist: [60, -96],
    inner: [-0.1, 56],
    outer: [-1.36, 92],
    lift: 14,
  });
  stone.press([curve('-14,4 -34,36 -24,44! -12,38 -4,42! 2,10')], { lift: 20, swell: 9, bevel: 8, halo: 3 });
  stone.cut([stroke('-10,10 -26,38', 0.9), stroke('-5,10 -10,38', 0.9)], { depth: 3, bevel: 1.1 });
  stone.press(
    [limb('-10,10,9 0,-12,15 6,-34,12 12,-48,10'), curve('6,-54 16,-60 27,-57 36,-49 38,-38! 32,-43 24,-44 16,-40')],
    { lift: 26, swell: 15, bevel: 12, halo: 5 },
  );
  stone.cut(
    [
      ellipse(19, -52, 2),
      limb('12,-56,0.5 20,-56,1.4 27,-52,0.6'),
      limb('24,-48,0.4 32,-46,0.9'),
      ...points('-6,-2 4,-4 -2,-12 8,-14 0,-22 9,-26').map(([x, y]) => ring(x, y, 4.4, 0.9, 0.3, 2.8)),
    ],
    { depth: 4, bevel: 1.3 },
  );
  stone.press([limb('2,6,4 4,14,3.4')], { lift: 34, swell: 6, bevel: 3, halo: 1 });
}

function wing(stone: Stone, { shoulder, elbow, wrist, inner, outer, lift }: Wing): void {
  for (const i of times(8, (n) => n)) {
    const t = i / 7;
    const angle = inner[0] + (outer[0] - inner[0]) * t;
    const length = inner[1] + (outer[1] - inner[1]) * t;
    const along = Math.min(1, t * 1.5);
    const [x, y] = [elbow[0] + (wrist[0] - elbow[0]) * along, elbow[1] + (wrist[1] - elbow[1]) * along];
    const at = (share: number) => `${x + Math.cos(angle) * length * share},${y + Math.sin(angle) * length * share}`;
    stone.press([limb(`${at(0)},8.4 ${at(0.55)},8.6 ${at(0.86)},6.4 ${at(1)},0.8`)], {
      lift: lift + i * 0.7,
      swell: 8,
      bevel: 8,
      halo: 3,
    });
    stone.cut([limb(`${at(0)},0.3 ${at(0.5)},1 ${at(0.96)},0.3`)], { depth: 3, bevel: 1.1 });
  }
  stone.press([limb(`${shoulder.join()},12 ${elbow.join()},11 ${wrist.join()},6.5`)], {
    lift: lift + 8,
    swell: 10,
    bevel: 12,
    halo: 2,
  });
  const coverts = times(9, (i) => {
    const t = i / 8;
    return ring(shoulder[0] + (wrist[0] - shoulder[0]) * t, shoulder[1] + (wrist[1] - shoulder[1]) * t, 6, 1, 0.3, 2.9);
  });
  stone.cut(coverts, { depth: 3, bevel: 1.1 });
}
