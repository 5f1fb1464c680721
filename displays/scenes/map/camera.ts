import type { Point } from './land.ts';

/** What part of the map is seen: `scale` 1 is home; `x`, `y` is the place in the middle of the map's field. */
export interface Camera {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Field {
  readonly width: number;
  readonly height: number;
}

export const mostScale = 4;

export function homeOf({ width, height }: Field): Camera {
  return { scale: 1, x: width / 2, y: height / 2 };
}

export function toScreen({ scale, x, y }: Camera, { width, height }: Field, [px, py]: Point): Point {
  return [(px - x) * scale + width / 2, (py - y) * scale + height / 2];
}

export function toMap({ scale, x, y }: Camera, { width, height }: Field, [sx, sy]: Point): Point {
  return [(sx - width / 2) / scale + x, (sy - height / 2) / scale + y];
}

/** Within the limits: never smaller than the whole country, never so far aside that its ground is all there is. */
export function limited({ scale, x, y }: Camera, field: Field): Camera {
  const bounded = Math.min(mostScale, Math.max(1, scale));
  const home = homeOf(field);
  const roomX = (field.width / 2) * (1 - 1 / bounded);
  const roomY = (field.height / 2) * (1 - 1 / bounded);
  return {
    scale: bounded,
    x: Math.min(home.x + roomX, Math.max(home.x - roomX, x)),
    y: Math.min(home.y + roomY, Math.max(home.y - roomY, y)),
  };
}

/** Zooms by a factor so that what is at `at` on the screen stays there. */
export function zoomed(camera: Camera, field: Field, factor: number, at: Point): Camera {
  const [mx, my] = toMap(camera, field, at);
  const scale = Math.min(mostScale, Math.max(1, camera.scale * factor));
  const x = mx - (at[0] - field.width / 2) / scale;
  const y = my - (at[1] - field.height / 2) / scale;
  return limited({ scale, x, y }, field);
}

/** Moves with the hand: `dx`, `dy` on the screen. */
export function panned(camera: Camera, field: Field, dx: number, dy: number): Camera {
  return limited({ ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale }, field);
}

export function isHome({ scale }: Camera): boolean {
  return scale <= 1.001;
}
