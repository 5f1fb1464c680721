import type { Rect } from '#shared/hall.ts';

const rounds = 120;
/** Between two boxes, and between a box and the wall, px: a larger room can spare more. */
export const gapOf = (room: Rect): number => Math.min(Math.max(10, room.width / 60), 20);
/** Edges that lie so near to each other look as if they were meant to be in line, px. */
const inLinePx = 16;

/** A picture with its words on the floor plan, CSS px; home is where it would stand if it were alone. */
export interface Box {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  readonly pictureWidth: number;
  readonly pictureHeight: number;
  readonly wordsWidth: number;
  readonly homeX: number;
  readonly homeY: number;
}

/** Moves boxes apart along the shorter way until none lies on another; whether it came to that. */
export function settle(boxes: readonly Box[], room: Rect): boolean {
  const gap = gapOf(room);
  for (const box of boxes) keepIn(box, room);
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    // Homesick at first, so that nothing ends far from its screen; then only room counts.
    const pull = 0.06 * Math.max(0, 1 - (2 * round) / rounds);
    for (const box of boxes) {
      box.x += (box.homeX - box.x) * pull;
      box.y += (box.homeY - box.y) * pull;
    }
    for (const [a, b] of closePairs(boxes, gap)) moved = pushApart(a, b, gap) || moved;
    for (const box of boxes) keepIn(box, room);
    if (!moved && pull === 0) return true;
  }
  return isApart(boxes, gap);
}

const isApart = (boxes: readonly Box[], gap: number): boolean =>
  !closePairs(boxes, gap).some(([a, b]) => overlap(a, b, gap) !== null);

/** Brings edges that are nearly in line into line, to the left or to the top, where everything stays apart. */
export function straighten(boxes: readonly Box[], room: Rect): void {
  const gap = gapOf(room);
  for (const axis of ['x', 'y'] as const) {
    const sorted = boxes.toSorted((a, b) => a[axis] - b[axis]);
    for (const [index, box] of sorted.entries()) {
      for (const before of sorted.slice(0, index)) {
        const was = box[axis];
        if (was === before[axis] || was - before[axis] > inLinePx) continue;
        box[axis] = before[axis];
        if (isApart(boxes, gap)) break;
        box[axis] = was;
      }
    }
  }
}

/** Pairs that may overlap, found by a sweep from left to right: a large hall has too many pairs to look at all. */
function closePairs(boxes: readonly Box[], gap: number): readonly (readonly [Box, Box])[] {
  const sorted = boxes.toSorted((a, b) => a.x - b.x);
  const pairs: (readonly [Box, Box])[] = [];
  for (const [index, a] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const b = sorted[next];
      if (b === undefined || b.x >= a.x + a.width + gap) break;
      if (b.y < a.y + a.height + gap && a.y < b.y + b.height + gap) pairs.push([a, b]);
    }
  }
  return pairs;
}

function overlap(a: Box, b: Box, gap: number): { readonly x: number; readonly y: number } | null {
  const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + gap;
  const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + gap;
  return x > 0.5 && y > 0.5 ? { x, y } : null;
}

function pushApart(a: Box, b: Box, gap: number): boolean {
  const common = overlap(a, b, gap);
  if (common === null) return false;
  if (common.x < common.y) {
    const way = a.homeX + a.width / 2 <= b.homeX + b.width / 2 ? 1 : -1;
    a.x -= (way * common.x) / 2;
    b.x += (way * common.x) / 2;
  } else {
    const way = a.homeY + a.height / 2 <= b.homeY + b.height / 2 ? 1 : -1;
    a.y -= (way * common.y) / 2;
    b.y += (way * common.y) / 2;
  }
  return true;
}

function keepIn(box: Box, room: Rect): void {
  [box.x, box.y] = within(box.x, box.y, box, room);
}

export function within(x: number, y: number, { width, height }: Box, room: Rect): readonly [number, number] {
  const gap = gapOf(room);
  return [
    Math.min(Math.max(x, room.x + gap), room.x + room.width - width - gap),
    Math.min(Math.max(y, room.y + gap), room.y + room.height - height - gap),
  ];
}
