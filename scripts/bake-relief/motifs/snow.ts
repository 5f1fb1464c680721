import { ellipse, limb, times, type Polygon } from '../carving/points.ts';
import { random } from '../carving/random.ts';
import type { Stone } from '../carving/stone.ts';

const flakes = [
  [1838, 730, 15, 0.1],
  [1862, 672, 17, 0.4],
  [1846, 612, 14, 0.2],
  [1868, 560, 12, 0.5],
] as const;

/** Snow falling past the column. */
export function snow(stone: Stone): void {
  const next = random(86);
  const grains = times(16, () => ellipse(1832 + next() * 44, 470 + next() * 320, 2 + 1.6 * next()));
  stone.cut(grains, { depth: -3, bevel: 3 });
  stone.cut(
    flakes.flatMap((flake) => times(6, (arm) => crystal(flake, arm)).flat()),
    { depth: -3.2, bevel: 1.6 },
  );
}

function crystal([x, y, radius, turn]: (typeof flakes)[number], arm: number): Polygon[] {
  const angle = (arm * Math.PI) / 3 + turn;
  const [c, s] = [Math.cos(angle) * radius, Math.sin(angle) * radius];
  const barb = (aside: number) => {
    const [bx, by] = [Math.cos(angle + aside) * radius * 0.38, Math.sin(angle + aside) * radius * 0.38];
    return limb(`${x + c * 0.55},${y + s * 0.55},1.2 ${x + c * 0.55 + bx},${y + s * 0.55 + by},0.7`);
  };
  return [limb(`${x},${y},1.5 ${x + c},${y + s},1.1`), barb(-0.95), barb(0.95)];
}
