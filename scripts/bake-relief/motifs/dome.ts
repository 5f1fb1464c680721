import { curve, ellipse, limb, rod, times, type Point, type Polygon } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** A pointed arch standing on (x, y): half width, height, and where it springs as a share of the height. */
export function arch(x: number, y: number, half: number, height: number, springs = 0.55): Polygon {
  const side = (way: 1 | -1, i: number): Point => {
    const turn = ((i / 12) * Math.PI) / 2;
    return [x + way * half * Math.cos(turn), y - height * springs - height * (1 - springs) * Math.sin(turn) ** 0.8];
  };
  return [[x - half, y], ...times(13, (i) => side(-1, i)), ...times(12, (i) => side(1, 11 - i)), [x + half, y]];
}

export interface Dome {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly height: number;
  readonly ribs?: number;
  readonly lift?: number;
  readonly swell?: number;
  readonly finial?: boolean;
}

/** A ribbed dome, with its finial. */
export function dome(
  stone: Stone,
  { x, y, radius: r, height: h, ribs = 9, lift = 8, swell = 22, finial = false }: Dome,
): void {
  const shape = curve(`${x - r},${y}! ${x - r * 1.08},${y - h * 0.32} ${x - r * 0.86},${y - h * 0.66}
${x - r * 0.4},${y - h * 0.9} ${x},${y - h * 1.06}! ${x + r * 0.4},${y - h * 0.9}
${x + r * 0.86},${y - h * 0.66} ${x + r * 1.08},${y - h * 0.32} ${x + r},${y}!`);
  stone.press([shape], { lift, swell, bevel: r * 0.9, smooth: 0.2 });
  const grooves = times(ribs - 1, (i) => {
    const s = Math.sin(((-1 + (2 * (i + 1)) / ribs) * Math.PI) / 2) * r;
    return limb(`${x + s * 0.98},${y - 1},1.3 ${x + s * 1.06},${y - h * 0.34},1.6 ${x + s * 0.84},${y - h * 0.66},1.3
${x + s * 0.4},${y - h * 0.9},0.8 ${x},${y - h * 1.03},0.3`);
  });
  stone.cut(grooves, { depth: 4.5, bevel: 1.8 });
  if (!finial) return;
  stone.press(
    [rod(`${x},${y - h} ${x},${y - h - 20}`, 1.6), ellipse(x, y - h - 10, 3.4), ellipse(x, y - h - 18, 2.2)],
    {
      lift: lift + 4,
      swell: 6,
      bevel: 3,
      gold: 0.9,
      halo: 3,
    },
  );
}
