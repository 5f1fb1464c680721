import type { Rect } from '#shared/hall.ts';
import type { Floor, Placed } from './floor.ts';

/** How the plan is looked at: so many times larger than the whole, its corner so far from the frame's, CSS px. */
export interface PlanView {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The whole hall. */
export const wholePlan: PlanView = { zoom: 1, x: 0, y: 0 };

/** What one press of a key or a button changes. */
export const zoomStep = 1.5;
/** As large as the smallest picture can become, px along its longer side. */
const largestPx = 360;
/** How far the plan's edge may be drawn into the frame, px: words hang over the wall there. */
const overhangPx = 64;
/** What is brought into view keeps so far from the frame's edge, px. */
const marginPx = 24;
/** Of the frame what is looked at alone may fill. */
const fill = 0.62;

/** The most that the plan can be enlarged: until its smallest picture can be looked at as such. */
export function mostZoom({ placed }: Pick<Floor, 'placed'>): number {
  const smallest = Math.min(...placed.map(({ picture }) => Math.max(picture.width, picture.height)));
  return Math.min(Math.max(largestPx / smallest, 2), 16);
}

/** The nearest view that is not beside the plan. */
export function kept({ zoom, x, y }: PlanView, frame: Size): PlanView {
  const spare = Math.min(zoom - 1, 1) * overhangPx;
  const along = (at: number, size: number): number => Math.min(Math.max(at, size * (1 - zoom) - spare), spare);
  return zoom <= 1 ? wholePlan : { zoom, x: along(x, frame.width), y: along(y, frame.height) };
}

/** Larger or smaller by this much; the point of the frame stays on what it is on. */
export function zoomed(view: PlanView, by: number, at: Point, frame: Size, most: number): PlanView {
  const wanted = Math.min(Math.max(view.zoom * by, 1), most);
  // A hair's breadth from the whole is the whole.
  const zoom = wanted < 1.02 ? 1 : wanted;
  const share = zoom / view.zoom;
  return kept({ zoom, x: at.x - (at.x - view.x) * share, y: at.y - (at.y - view.y) * share }, frame);
}

export function moved(view: PlanView, dx: number, dy: number, frame: Size): PlanView {
  return kept({ ...view, x: view.x + dx, y: view.y + dy }, frame);
}

/** Moved as little as brings this part of the plan in sight, whole or at least its beginning. */
export function revealing(view: PlanView, part: Rect, frame: Size): PlanView {
  const along = (at: number, from: number, length: number, size: number): number => {
    const [start, end] = [from * view.zoom, (from + length) * view.zoom];
    const room = Math.min(marginPx, Math.max((size - (end - start)) / 2, 0));
    return Math.max(Math.min(at, size - room - end), room - start);
  };
  const x = along(view.x, part.x, part.width, frame.width);
  const y = along(view.y, part.y, part.height, frame.height);
  return x === view.x && y === view.y ? view : kept({ ...view, x, y }, frame);
}

/** These parts of the plan in the middle of the frame, as large as they fit but no larger than `most`. */
export function fitted(parts: readonly Rect[], frame: Size, most: number): PlanView {
  if (parts.length === 0) return wholePlan;
  const left = Math.min(...parts.map(({ x }) => x));
  const top = Math.min(...parts.map(({ y }) => y));
  const width = Math.max(...parts.map((part) => part.x + part.width)) - left;
  const height = Math.max(...parts.map((part) => part.y + part.height)) - top;
  const zoom = Math.min(most, (frame.width * fill) / width, (frame.height * fill) / height);
  const [x, y] = [frame.width / 2 - (left + width / 2) * zoom, frame.height / 2 - (top + height / 2) * zoom];
  return kept({ zoom, x, y }, frame);
}

/** Whether any of it is within the frame. */
export function isInView(view: PlanView, part: Rect, frame: Size): boolean {
  const [left, top] = [view.x + part.x * view.zoom, view.y + part.y * view.zoom];
  const [right, bottom] = [left + part.width * view.zoom, top + part.height * view.zoom];
  return right > 0 && left < frame.width && bottom > 0 && top < frame.height;
}

/** The picture with its words. */
export function boxOf({ picture: { x, y }, width, height }: Placed): Rect {
  return { x, y, width, height };
}

export function boxOrNull(placed: Placed | undefined): Rect | null {
  return placed === undefined ? null : boxOf(placed);
}

export const edges = ['left', 'up', 'right', 'down'] as const;
export type Edge = (typeof edges)[number];

/** Behind which edge of the frame it lies; null: it is in view. */
export function edgeOf(view: PlanView, part: Rect, frame: Size): Edge | null {
  if (isInView(view, part, frame)) return null;
  const across = (view.x + (part.x + part.width / 2) * view.zoom) / frame.width - 0.5;
  const down = (view.y + (part.y + part.height / 2) * view.zoom) / frame.height - 0.5;
  if (Math.abs(across) > Math.abs(down)) return across < 0 ? 'left' : 'right';
  return down < 0 ? 'up' : 'down';
}

/** The floor so many times larger: every picture where it is and as wide as it looks, to whole pixels. */
export function enlarged(floor: Floor, zoom: number): Floor {
  if (zoom === 1) return floor;
  const grown = ({ x, y, width, height }: Rect): Rect => ({
    x: x * zoom,
    y: y * zoom,
    width: width * zoom,
    height: height * zoom,
  });
  const placed = floor.placed.map((one): Placed => {
    const { x, y, width, height } = grown(one.picture);
    return {
      ...one,
      picture: { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) },
      width: one.width * zoom,
      height: one.height * zoom,
      glass: one.glass.map(({ x1, y1, x2, y2 }) => ({ x1: x1 * zoom, y1: y1 * zoom, x2: x2 * zoom, y2: y2 * zoom })),
    };
  });
  return {
    room: grown(floor.room),
    door: floor.door === null ? null : grown(floor.door),
    pxPerM: floor.pxPerM * zoom,
    placed,
  };
}

/** From where one view shows the plan to where another does, as CSS writes it; `corner`: the frame's, px. */
export function carrying(from: PlanView, to: PlanView, corner: Point = { x: 0, y: 0 }): string {
  const scale = to.zoom / from.zoom;
  const x = corner.x + to.x - scale * (corner.x + from.x);
  const y = corner.y + to.y - scale * (corner.y + from.y);
  return scale === 1 && x === 0 && y === 0 ? '' : `matrix(${scale},0,0,${scale},${x},${y})`;
}
