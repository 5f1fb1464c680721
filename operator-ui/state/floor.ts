import type { Hall } from '#shared/hall.ts';
import type { Rect } from '#shared/hall.ts';
import type { Caption } from './caption.ts';
import { unitsOf, type Unit } from './units.ts';

/** A unit as drawn, CSS px on the plan: the picture with its caption under it, and where the screens truly stand. */
export interface Placed {
  readonly unit: Unit;
  readonly picture: Rect;
  readonly captionWidth: number;
  /** The glass of each member, to scale, as a line from end to end. */
  readonly glass: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[];
}

export interface Floor {
  /** The walls, CSS px. */
  readonly room: Rect;
  readonly door: Rect | null;
  readonly pxPerM: number;
  readonly placed: readonly Placed[];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Room for the words under a picture that is so wide. */
  readonly captionOf: (unit: Unit, pictureWidth: number) => Caption;
}

const rounds = 120;
/** Growing single pictures is worth its time only while there are few. */
const growUpTo = 40;
const wallPx = 6;
const gapPx = 10;

/**
 * The hall to scale in the frame, each screen where it stands, with a picture of it as large as the room allows: true
 * size would make a panel of 0.7 m a stamp. Pictures lie on the side their screen faces, and never on each other.
 */
export function layOutFloor(hall: Hall, frame: Frame): Floor {
  const { widthM, heightM } = hall.floorPlan;
  const pxPerM = Math.min((frame.width - 2 * wallPx) / widthM, (frame.height - 2 * wallPx) / heightM);
  const room: Rect = {
    x: (frame.width - widthM * pxPerM) / 2,
    y: (frame.height - heightM * pxPerM) / 2,
    width: widthM * pxPerM,
    height: heightM * pxPerM,
  };
  const units = unitsOf(hall).map((unit) => standing(unit, room, pxPerM));
  const placed = largestThatFits(units, room, frame);
  const { door } = hall.floorPlan;
  return {
    room,
    door:
      door === undefined
        ? null
        : {
            x: room.x + door.x * pxPerM,
            y: room.y + door.y * pxPerM,
            width: door.width * pxPerM,
            height: door.height * pxPerM,
          },
    pxPerM,
    placed,
  };
}

interface Standing {
  readonly unit: Unit;
  readonly glass: Placed['glass'];
  readonly x: number;
  readonly y: number;
  /** Where the screen looks, as a unit vector on the plan. */
  readonly facing: { readonly x: number; readonly y: number };
  /** How much of the room its picture deserves: the root of the true area, evened out. */
  readonly weight: number;
}

function standing(unit: Unit, room: Rect, pxPerM: number): Standing {
  const places = unit.members.map(({ screen }) => screen.place);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const angle = ((places[0]?.facingDeg ?? 180) * Math.PI) / 180;
  const facing = { x: Math.sin(angle), y: -Math.cos(angle) };
  const areaM2 = unit.members.reduce((sum, { screen }) => sum + (screen.widthMm * screen.heightMm) / 1e6, 0);
  const glass = unit.members.map(({ screen }) => {
    const turn = (screen.place.facingDeg * Math.PI) / 180;
    const half = (screen.widthMm / 2000) * pxPerM;
    const [x, y] = [room.x + screen.place.xM * pxPerM, room.y + screen.place.yM * pxPerM];
    const [dx, dy] = [Math.cos(turn) * half, Math.sin(turn) * half];
    return { x1: x - dx, y1: y - dy, x2: x + dx, y2: y + dy };
  });
  return {
    unit,
    glass,
    x: room.x + mean(places.map((place) => place.xM)) * pxPerM,
    y: room.y + mean(places.map((place) => place.yM)) * pxPerM,
    facing,
    weight: Math.max(areaM2, 0.4) ** 0.36,
  };
}

interface Box {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  readonly pictureWidth: number;
  readonly pictureHeight: number;
  readonly homeX: number;
  readonly homeY: number;
}

/** All pictures as large as they fit by one measure, then each as much larger as its neighbours leave room. */
function largestThatFits(units: readonly Standing[], room: Rect, frame: Frame): readonly Placed[] {
  const weights = units.reduce((sum, { weight }) => sum + weight ** 2, 0);
  const tried = (sizes: readonly number[], isNear: boolean): readonly Box[] | null => {
    const boxes = units.map((unit, index) => boxOf(unit, sizes[index] ?? 0, room, frame));
    const fit = boxes.every(({ width, height }) => width <= room.width * 0.42 && height <= room.height * 0.45);
    return fit && settle(boxes, room) && (!isNear || boxes.every(isAtHome)) ? boxes : null;
  };
  const isAtHome = (box: Box): boolean => {
    const [homeX, homeY] = within(box.homeX, box.homeY, box, room);
    return Math.abs(box.x - homeX) < room.width * 0.06 && Math.abs(box.y - homeY) < room.height * 0.2;
  };
  const fill = units.length > growUpTo ? 0.3 : 0.62;
  const most = Math.sqrt((room.width * room.height * fill) / Math.max(weights, 1));
  // Rather small and in place than large and elsewhere; but rather elsewhere than not at all.
  for (const isNear of units.length > growUpTo ? [false] : [true, false]) {
    for (let size = most, attempt = 0; attempt < (isNear ? 12 : 24); attempt += 1, size *= 0.9) {
      const boxes = tried(
        units.map(() => size),
        isNear,
      );
      if (boxes === null) continue;
      return placedOf(units, isNear ? grown(units, size, boxes, (sizes) => tried(sizes, true)) : boxes);
    }
  }
  return [];
}

/** The smallest pictures first, a step at a time, while everything still fits; equal screens stay equal. */
function grown(
  units: readonly Standing[],
  size: number,
  fitting: readonly Box[],
  tried: (sizes: readonly number[]) => readonly Box[] | null,
): readonly Box[] {
  const kindOf = ({ unit, weight }: Standing): string => `${weight.toFixed(3)} ${unit.widthPx}x${unit.heightPx}`;
  const kinds = new Map(units.map((unit, index) => [kindOf(unit), index]));
  const growing = new Set(kinds.keys());
  let sizes: readonly number[] = units.map(() => size);
  let boxes = fitting;
  while (growing.size > 0) {
    const area = (kind: string): number => {
      const box = boxes[kinds.get(kind) ?? 0];
      return box === undefined ? 0 : box.pictureWidth * box.pictureHeight;
    };
    const [smallest = ''] = [...growing].toSorted((a, b) => area(a) - area(b));
    const larger = sizes.map((one, index) => (units[index] && kindOf(units[index]) === smallest ? one * 1.06 : one));
    const next = (larger[kinds.get(smallest) ?? 0] ?? 0) > size * 2 ? null : tried(larger);
    if (next === null) growing.delete(smallest);
    else [sizes, boxes] = [larger, next];
  }
  return boxes;
}

function boxOf({ unit, x, y, facing, weight }: Standing, size: number, room: Rect, frame: Frame): Box {
  const aspect = unit.widthPx / unit.heightPx;
  const most = Math.min(1, (room.width * 0.5) / (size * weight * Math.sqrt(aspect)));
  const pictureWidth = Math.round(size * weight * Math.sqrt(aspect) * most);
  const pictureHeight = Math.round(pictureWidth / aspect);
  const caption = frame.captionOf(unit, pictureWidth);
  const width = Math.max(pictureWidth, caption.width);
  const height = pictureHeight + caption.height;
  const reach = (Math.abs(facing.x) * pictureWidth + Math.abs(facing.y) * height) / 2 + gapPx;
  // The picture starts at the box's left edge, so a caption that is wider hangs over to the right.
  const homeX = x + facing.x * reach - pictureWidth / 2;
  const homeY = y + facing.y * reach - height / 2;
  return { x: homeX, y: homeY, width, height, pictureWidth, pictureHeight, homeX, homeY };
}

/** Moves boxes apart along the shorter way until none lies on another; whether it came to that. */
function settle(boxes: readonly Box[], room: Rect): boolean {
  for (const box of boxes) keepIn(box, room);
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    // Homesick at first, so that nothing ends far from its screen; then only room counts.
    const pull = 0.06 * Math.max(0, 1 - (2 * round) / rounds);
    for (const box of boxes) {
      box.x += (box.homeX - box.x) * pull;
      box.y += (box.homeY - box.y) * pull;
    }
    for (const [a, b] of closePairs(boxes)) moved = pushApart(a, b) || moved;
    for (const box of boxes) keepIn(box, room);
    if (!moved && pull === 0) return true;
  }
  return !closePairs(boxes).some(([a, b]) => overlap(a, b) !== null);
}

/** Pairs that may overlap, found by a sweep from left to right: a large hall has too many pairs to look at all. */
function closePairs(boxes: readonly Box[]): readonly (readonly [Box, Box])[] {
  const sorted = boxes.toSorted((a, b) => a.x - b.x);
  const pairs: (readonly [Box, Box])[] = [];
  for (const [index, a] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const b = sorted[next];
      if (b === undefined || b.x >= a.x + a.width + gapPx) break;
      if (b.y < a.y + a.height + gapPx && a.y < b.y + b.height + gapPx) pairs.push([a, b]);
    }
  }
  return pairs;
}

function overlap(a: Box, b: Box): { readonly x: number; readonly y: number } | null {
  const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + gapPx;
  const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + gapPx;
  return x > 0.5 && y > 0.5 ? { x, y } : null;
}

function pushApart(a: Box, b: Box): boolean {
  const common = overlap(a, b);
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

function within(x: number, y: number, { width, height }: Box, room: Rect): readonly [number, number] {
  return [
    Math.min(Math.max(x, room.x + gapPx), room.x + room.width - width - gapPx),
    Math.min(Math.max(y, room.y + gapPx), room.y + room.height - height - gapPx),
  ];
}

function placedOf(units: readonly Standing[], boxes: readonly Box[]): readonly Placed[] {
  return units.flatMap(({ unit, glass }, index) => {
    const box = boxes[index];
    if (box === undefined) return [];
    const picture = { x: Math.round(box.x), y: Math.round(box.y), width: box.pictureWidth, height: box.pictureHeight };
    return [{ unit, glass, picture, captionWidth: box.width }];
  });
}
