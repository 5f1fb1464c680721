import { curve, ellipse, limb, rect, stroke, times, type Point } from '../carving/points.ts';
import type { Stone } from '../carving/stone.ts';

/** Half width of the lattice, `t` 0 at the foot and 1 under the crown; the waist stays open enough to be seen through. */
function halfWidth(t: number): number {
  return 27 + 59 * Math.max(0, (t - 0.36) / 0.64) ** 2.1 + 31 * Math.max(0, (0.36 - t) / 0.36) ** 1.8;
}

const onLattice = (across: number, t: number): readonly [number, number] => [across * halfWidth(t), -30 - 470 * t];

/** Baiterek: a lattice poplar flaring into the crown that holds the golden egg; 610 px high. */
export function baiterek(stone: Stone): void {
  stone.press([curve('-92,0! -60,-18! 60,-18! 92,0!'), rect(-46, -34, 92, 18)], { lift: 6, swell: 10, bevel: 5 });
  stone.press([curve('-9,-30 -10,-420! 10,-420! 9,-30')], { lift: 6, swell: 12, bevel: 10 });
  lattice(stone);
  stone.press([limb('-86,-502,5 0,-492,5 86,-502,5')], { lift: 20, swell: 9, bevel: 5, halo: 4 });
  const petals = times(13, (n) => {
    const i = n - 6;
    const [x, foot] = [i * 14, -500 - Math.abs(i) * 0.6];
    return curve(`${x - 6},${foot}! ${x * 1.12},${-536 - Math.abs(i) * 3.2}! ${x + 6},${foot}!`);
  });
  stone.press(petals, { lift: 12, swell: 9, bevel: 4, halo: 2 });
  egg(stone);
}

function lattice(stone: Stone): void {
  // Two of the eight strands are left out near the waist, where they would run into one another.
  const strands = times(14, (n) => {
    const [k, lean] = [Math.floor(n / 2) - 3, n % 2 === 0 ? -1 : 1];
    const axis = times(23, (i): Point => {
      const t = i / 22;
      const across = Math.sin((k / 3.5) * 1.35 + lean * (t - 0.36) * 0.55);
      const [x, y] = onLattice(Math.max(-1, Math.min(1, across)), t);
      return [x, y, 1.2 + 1.5 * Math.abs(t - 0.36) ** 0.5];
    });
    return limb(axis, 1);
  });
  const edges = [-1, 1].map((side) =>
    limb(
      times(25, (i): Point => [...onLattice(side, i / 24), 3.6]),
      1,
    ),
  );
  stone.press([...strands, ...edges], { lift: 16, swell: 11, bevel: 3.2, halo: 1, smooth: 0.1 });
  const hoops = [0.14, 0.27, 0.4, 0.53, 0.66, 0.78, 0.89].map((t) => {
    const y = -30 - 470 * t;
    return stroke(`${-halfWidth(t)},${y} 0,${y + 5} ${halfWidth(t)},${y}`, 1.8);
  });
  stone.press(hoops, { lift: 18, swell: 8, bevel: 2, halo: 1 });
}

function egg(stone: Stone): void {
  const [radius, centre] = [56, -552];
  stone.press([ellipse(0, centre, radius)], { lift: 22, swell: 44, bevel: 56, smooth: 0.1, gold: 0.95, halo: 6 });
  const meridians = times(7, (n) =>
    limb(
      times(15, (j): Point => {
        const v = -Math.PI / 2 + (Math.PI * j) / 14;
        return [Math.sin((((n - 3) / 4) * Math.PI) / 2) * radius * Math.cos(v), centre + radius * Math.sin(v), 0.9];
      }),
      1,
    ),
  );
  const parallels = times(5, (n) => {
    const y = radius * Math.sin((((n - 2) / 3) * Math.PI) / 2);
    const half = Math.sqrt(radius * radius - y * y);
    return stroke(`${-half},${centre + y} 0,${centre + y + 6} ${half},${centre + y}`, 0.9);
  });
  stone.cut([...meridians, ...parallels], { depth: 2.6, bevel: 1.2 });
}
