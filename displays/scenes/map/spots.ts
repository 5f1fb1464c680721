import type { Achievement } from '#shared/content.ts';
import { toScreen, type Camera, type Field } from './camera.ts';
import type { Point, Projection } from './land.ts';

/** An achievement on the map: where it is, and how far its mark steps aside so that no mark lies on another. */
export interface Spot {
  readonly achievement: Achievement;
  readonly at: Point;
  readonly aside: Point;
}

/** Distances that marks keep from each other, units: as small marks, and as large marks of one year. */
const apart = { small: 27, sameYear: 60 } as const;
const rounds = 160;

/** Something marks keep clear of: a city, or a piece of a name. */
export interface Obstacle {
  readonly at: Point;
  readonly distance: number;
}

/** Marks pushed apart until they keep their distances, gently drawn back to their places. Deterministic. */
export function spotsOf(
  achievements: readonly Achievement[],
  project: Projection,
  obstacles: readonly Obstacle[],
): readonly Spot[] {
  const home = achievements.map(({ coordinates }) => project(coordinates));
  const places = home.map(([x, y]): [number, number] => [x, y]);
  for (let round = 0; round < rounds; round++) {
    places.forEach((a, index) => {
      for (const [other, b] of places.entries()) {
        if (other >= index) break;
        const isSameYear = achievements[index]?.year === achievements[other]?.year;
        push(a, b, isSameYear ? apart.sameYear : apart.small, index * 2.4);
      }
      for (const { at, distance } of obstacles) push(a, [...at], distance, index * 2.4);
      const [hx, hy] = home[index] ?? a;
      a[0] += (hx - a[0]) * 0.02;
      a[1] += (hy - a[1]) * 0.02;
    });
  }
  return achievements.map((achievement, index) => {
    const at = home[index] ?? [0, 0];
    const [x, y] = places[index] ?? at;
    return { achievement, at, aside: [x - at[0], y - at[1]] };
  });
}

/** Moves both half the way apart; `angle` decides for marks in one place. */
function push(a: [number, number], b: [number, number], distance: number, angle: number): void {
  let [dx, dy] = [a[0] - b[0], a[1] - b[1]];
  const length = Math.hypot(dx, dy);
  if (length >= distance) return;
  if (length < 0.01) [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const by = (distance - length) / 2 / (length < 0.01 ? 1 : length);
  a[0] += dx * by;
  a[1] += dy * by;
  b[0] -= dx * by;
  b[1] -= dy * by;
}

/** Where a spot's mark stands on the screen; the closer one looks, the less it has to step aside. */
export function spotPlace({ at, aside }: Spot, camera: Camera, field: Field): Point {
  const [x, y] = toScreen(camera, field, at);
  return [x + aside[0] / camera.scale, y + aside[1] / camera.scale];
}
