import type { SceneContext } from '#shared/scene-context.ts';
import { n2 } from '../../look/ornament.ts';

type Rect = SceneContext['viewport'];

/** Where the parts of the picture stand, in CSS pixels of the canvas. */
export interface WallLayout {
  /** Pixels per pixel of the drawing, which is 3840 wide. */
  readonly scale: number;
  /** The sun's centre: on the bezels, or in the middle where there are none. */
  readonly sun: { readonly x: number; readonly y: number };
  /** The screens of the lowest row from the left, without the edge that no letter may touch. */
  readonly places: readonly Rect[];
}

/** No letter stands nearer to a bezel than this, in pixels of the canvas. */
const bezelClearPx = 60;
const drawingWidth = 3840;

/** `words` is how many places are wanted: one for each screen of the lowest row, or equal parts where there are none. */
export function wallLayout({ canvas, members }: Pick<SceneContext, 'canvas' | 'members'>, words: number): WallLayout {
  const scale = canvas.width / drawingWidth;
  const lowest = Math.max(0, ...members.map(({ y }) => y));
  const above = members.filter(({ y }) => y < lowest);
  const row = members.filter(({ y }) => y === lowest).toSorted((a, b) => a.x - b.x);
  const seam = above.length === 0 ? canvas.height / 2 : (lowest + Math.max(...above.map((m) => m.y + m.height))) / 2;
  const parts = Array.from({ length: words }, (_, index) => ({
    x: (canvas.width * index) / words,
    y: canvas.height / 2,
    width: canvas.width / words,
    height: canvas.height / 2,
  }));
  const rects: readonly Rect[] = row.length >= words && above.length > 0 ? row : parts;
  return {
    scale,
    sun: { x: canvas.width / 2, y: seam },
    places: rects.slice(0, words).map(({ x, y, width, height }) => ({
      x: x + bezelClearPx,
      y: y + bezelClearPx,
      width: width - 2 * bezelClearPx,
      height: height - 2 * bezelClearPx,
    })),
  };
}

/** One of the low ranges of hills on the horizon. Units of the drawing; `base` below the horizon. */
export interface Range {
  readonly base: number;
  readonly amplitude: number;
  readonly seed: number;
}

export const ranges: readonly Range[] = [
  { base: 42, amplitude: 34, seed: 0.4 },
  { base: 132, amplitude: 40, seed: 2.2 },
  { base: 236, amplitude: 46, seed: 4.1 },
];

/** The crest of a range as path data, from beyond the left edge to beyond the right. */
export function crest({ base, amplitude, seed }: Range): string {
  const points: string[] = [];
  for (let x = -40; x <= drawingWidth + 40; x += 40) {
    const t = (x / drawingWidth) * Math.PI * 2;
    const swell =
      0.5 * Math.sin(t * 1.1 + seed) +
      0.28 * Math.sin(t * 2.3 + seed * 2.1) +
      0.16 * Math.sin(t * 5.1 + seed * 3.7) +
      0.05 * Math.sin(t * 13 + seed);
    points.push(`${x} ${n2(base - amplitude * swell)}`);
  }
  return `M${points.join('L')}`;
}
