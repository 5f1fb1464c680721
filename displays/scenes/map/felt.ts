import { toScreen, type Camera, type Field } from './camera.ts';
import type { Land, Piece, Point } from './land.ts';

/** Three tones of undyed felt, light to dark; neighbours differ because the ids of neighbours do. */
const tones = ['#515f66', '#485660', '#3f4c53'] as const;

/** Hand-tuned so that no two neighbours share a tone; a region without an entry takes the middle one. */
const toneOf: Readonly<Record<string, 0 | 1 | 2>> = {
  'KZ-11': 2,
  'KZ-15': 2,
  'KZ-19': 1,
  'KZ-23': 0,
  'KZ-27': 1,
  'KZ-31': 2,
  'KZ-35': 0,
  'KZ-39': 1,
  'KZ-43': 1,
  'KZ-47': 2,
  'KZ-55': 1,
  'KZ-59': 0,
  'KZ-61': 0,
  'KZ-63': 2,
  'KZ-10': 0,
  'KZ-33': 0,
  'KZ-62': 2,
};

/** A square of felt: short fibres of light and shadow. The same on every player. */
export function feltTexture(): HTMLCanvasElement {
  const size = 320;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const ctx = canvas.getContext('2d');
  if (ctx === null) return canvas;
  let seed = 7;
  const next = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  ctx.lineCap = 'round';
  for (let fibre = 0; fibre < 9000; fibre++) {
    const [x, y, angle, length] = [next() * size, next() * size, next() * Math.PI * 2, 3 + next() * 9];
    const bend = (next() - 0.5) * 1.6;
    ctx.strokeStyle =
      next() > 0.5 ? `rgba(255,255,255,${0.02 + next() * 0.045})` : `rgba(0,0,0,${0.03 + next() * 0.075})`;
    ctx.lineWidth = 0.6 + next() * 0.9;
    // Drawn at all four edges, so that the square repeats without a seam.
    for (const [ox, oy] of [
      [0, 0],
      [size, 0],
      [0, size],
      [-size, 0],
      [0, -size],
    ] as const) {
      ctx.beginPath();
      ctx.moveTo(x + ox, y + oy);
      ctx.quadraticCurveTo(
        x + ox + Math.cos(angle) * length * 0.5,
        y + oy + Math.sin(angle) * length * 0.5,
        x + ox + Math.cos(angle + bend) * length,
        y + oy + Math.sin(angle + bend) * length,
      );
      ctx.stroke();
    }
  }
  return canvas;
}

export interface FeltPicture {
  readonly land: Land;
  readonly camera: Camera;
  readonly field: Field;
  /** Canvas pixels per unit of the composition. */
  readonly pixels: number;
  readonly texture: HTMLCanvasElement;
}

/** Paints the land once, for one camera. Slow (blurs): in `prepare()` and after a zoom has come to rest. */
export function paintFelt(canvas: HTMLCanvasElement, picture: FeltPicture): void {
  const { field, pixels, land } = picture;
  canvas.width = Math.round(field.width * pixels);
  canvas.height = Math.round(field.height * pixels);
  const ctx = canvas.getContext('2d');
  if (ctx === null) return;
  const place = (point: Point): Point => {
    const [x, y] = toScreen(picture.camera, field, point);
    return [x * pixels, y * pixels];
  };
  const outlines = land.pieces.map((piece) => ({ piece, path: pathOf(piece.rings, place) }));
  castShadow(ctx, outlines, pixels);
  for (const { piece, path } of outlines) {
    ctx.save();
    for (const { area, keep } of piece.cuts) ctx.clip(areaPath(area, keep, place), 'evenodd');
    ctx.clip(path, 'evenodd');
    ctx.fillStyle = tones[toneOf[piece.id] ?? 1];
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    weave(ctx, picture.texture, pixels);
    bevel(ctx, path, pixels);
    for (const { area } of piece.cuts) bevel(ctx, pathOf([area], place), pixels);
    ctx.restore();
  }
  for (const { piece, path } of outlines) sew(ctx, piece, path, place, pixels);
}

function pathOf(rings: readonly (readonly Point[])[], place: (point: Point) => Point): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach((point, index) => {
      const [x, y] = place(point);
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    path.closePath();
  }
  return path;
}

/** The area, or all around it. */
function areaPath(area: readonly Point[], keep: boolean, place: (point: Point) => Point): Path2D {
  const path = pathOf([area], place);
  if (!keep) path.rect(-100_000, -100_000, 200_000, 200_000);
  return path;
}

function castShadow(ctx: CanvasRenderingContext2D, outlines: readonly { path: Path2D }[], pixels: number): void {
  ctx.save();
  ctx.shadowColor = 'rgba(0,0,0,0.85)';
  ctx.shadowBlur = 34 * pixels;
  ctx.shadowOffsetX = 12 * pixels;
  ctx.shadowOffsetY = 18 * pixels;
  ctx.fillStyle = '#0b0e10';
  for (const { path } of outlines) ctx.fill(path, 'nonzero');
  ctx.restore();
}

function weave(ctx: CanvasRenderingContext2D, texture: HTMLCanvasElement, pixels: number): void {
  const pattern = ctx.createPattern(texture, 'repeat');
  if (pattern === null) return;
  pattern.setTransform(new DOMMatrix().scale(pixels));
  ctx.fillStyle = pattern;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
}

/** Light from upper left on a thick edge; the clip keeps it inside the piece. */
function bevel(ctx: CanvasRenderingContext2D, path: Path2D, pixels: number): void {
  const edge = (dx: number, dy: number, colour: string, width: number, blur: number): void => {
    ctx.save();
    ctx.filter = `blur(${blur * pixels}px)`;
    ctx.translate(dx * pixels, dy * pixels);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width * pixels;
    ctx.lineJoin = 'round';
    ctx.stroke(path);
    ctx.restore();
  };
  edge(-3.5, -5, 'rgba(4,8,10,0.55)', 9, 4);
  edge(2.5, 3.5, 'rgba(226,236,238,0.24)', 5, 2.2);
}

/** The seam between two pieces; schematic borders are stitched, so that nobody takes them for surveyed ones. */
function sew(
  ctx: CanvasRenderingContext2D,
  piece: Piece,
  path: Path2D,
  place: (point: Point) => Point,
  pixels: number,
): void {
  ctx.save();
  ctx.lineJoin = 'round';
  ctx.save();
  for (const { area, keep } of piece.cuts) ctx.clip(areaPath(area, keep, place), 'evenodd');
  ctx.strokeStyle = '#10161a';
  ctx.lineWidth = 2.4 * pixels;
  ctx.stroke(path);
  ctx.restore();
  ctx.clip(path, 'evenodd');
  for (const seam of piece.seams) {
    const line = new Path2D();
    seam.forEach((point, index) => {
      const [x, y] = place(point);
      if (index === 0) line.moveTo(x, y);
      else line.lineTo(x, y);
    });
    ctx.strokeStyle = '#10161a';
    ctx.lineWidth = 4 * pixels;
    ctx.stroke(line);
    ctx.setLineDash([10 * pixels, 9 * pixels]);
    ctx.strokeStyle = '#c3cbcb';
    ctx.lineWidth = 2.6 * pixels;
    ctx.stroke(line);
    ctx.setLineDash([]);
  }
  ctx.restore();
}
