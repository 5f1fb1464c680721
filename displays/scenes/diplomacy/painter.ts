import type { UndatedRelation } from '#shared/content.ts';
import { homeNumeric, type Globe, type LonLat, type Point } from './globe.ts';

const colours = {
  sea: ['#14313a', '#10191d', '#0b0f11'],
  dark: '#222b30',
  lit: '#66757c',
  gold: '#ffc83d',
  goldLand: '#8f7635',
  bone: '#eeefea',
  home: '#00afca',
  coast: '#0f1517',
} as const;

/** A state as it is painted: its land, its capital, and from where the pole comes. */
export interface Lit {
  readonly state: Pick<UndatedRelation, 'numeric' | 'capital'>;
  /** Where the pole begins; none for a state without a date. */
  readonly from: LonLat | null;
}

/** Canvas in units of the composition. */
function pen(canvas: HTMLCanvasElement, unit: number): CanvasRenderingContext2D | null {
  const ctx = canvas.getContext('2d');
  ctx?.setTransform(unit, 0, 0, unit, 0, 0);
  return ctx;
}

export function sizeCanvas(canvas: HTMLCanvasElement, size: { readonly width: number; readonly height: number }): void {
  canvas.width = Math.round(size.width);
  canvas.height = Math.round(size.height);
}

/** The sea, the dark land, circles of distance and the rim. Slow: once for each centre. */
export function paintWorld(canvas: HTMLCanvasElement, globe: Globe, unit: number): void {
  const ctx = pen(canvas, unit);
  if (ctx === null) return;
  const { x, y, radius } = globe.disc;
  const sea = ctx.createRadialGradient(x, y, 0, x, y, radius);
  colours.sea.forEach((colour, index) => sea.addColorStop(index / (colours.sea.length - 1), colour));
  const round = circle([x, y], radius);
  ctx.fillStyle = sea;
  ctx.fill(round);
  ctx.lineWidth = 0.8;
  ctx.strokeStyle = colours.coast;
  for (const { numeric, path } of globe.lands) {
    ctx.fillStyle = numeric === homeNumeric ? colours.home : colours.dark;
    ctx.fill(path);
    ctx.stroke(path);
  }
  ctx.strokeStyle = 'rgba(181,189,189,0.14)';
  ctx.lineWidth = 1;
  for (const km of [2500, 5000, 7500, 10_000, 12_500]) ctx.stroke(globe.distance(km));
  const edge = ctx.createRadialGradient(x, y, radius * 0.7, x, y, radius);
  edge.addColorStop(0, 'rgba(11,15,17,0)');
  edge.addColorStop(1, 'rgba(11,15,17,0.7)');
  ctx.fillStyle = edge;
  ctx.fill(round);
}

export function clear(canvas: HTMLCanvasElement): void {
  const ctx = pen(canvas, 1);
  ctx?.clearRect(0, 0, canvas.width, canvas.height);
}

/** Land with light on it. */
export function paintLand(canvas: HTMLCanvasElement, globe: Globe, unit: number, states: readonly Lit[]): void {
  const ctx = pen(canvas, unit);
  if (ctx === null) return;
  for (const { state } of states) fillLand(ctx, globe, state.numeric, colours.lit);
}

/** A pole where the day is known, and the capital: over all land, whoever comes later. */
export function paintPoles(canvas: HTMLCanvasElement, globe: Globe, unit: number, states: readonly Lit[]): void {
  const ctx = pen(canvas, unit);
  if (ctx === null) return;
  for (const { state, from } of states) {
    if (from === null) continue;
    const isOwn = from === globe.centre;
    ctx.strokeStyle = isOwn ? 'rgba(238,239,234,0.6)' : 'rgba(238,239,234,0.4)';
    ctx.lineWidth = isOwn ? 2.2 : 1.7;
    ctx.stroke(globe.arc(from, state.capital));
  }
  for (const { state, from } of states) {
    const at = globe.place(state.capital);
    if (at !== undefined) dot(ctx, at, from === null ? 3.4 : 4.6, colours.bone);
  }
}

/** The state in focus, in gold; its pole is drawn by the scene. */
export function paintFocus(canvas: HTMLCanvasElement, globe: Globe, unit: number, state: Lit['state']): void {
  const ctx = pen(canvas, unit);
  if (ctx === null) return;
  fillLand(ctx, globe, state.numeric, colours.goldLand);
  const at = globe.place(state.capital);
  if (at !== undefined) dot(ctx, at, 10, colours.gold);
}

function fillLand(ctx: CanvasRenderingContext2D, globe: Globe, numeric: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.strokeStyle = colours.coast;
  ctx.lineWidth = 0.8;
  for (const land of globe.lands) {
    if (land.numeric !== numeric) continue;
    ctx.fill(land.path);
    ctx.stroke(land.path);
  }
}

function dot(ctx: CanvasRenderingContext2D, at: Point, radius: number, colour: string): void {
  const spot = circle(at, radius);
  ctx.fillStyle = colour;
  ctx.fill(spot);
}

function circle([x, y]: Point, radius: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, radius, 0, Math.PI * 2);
  return path;
}
