import type { Hall } from '#shared/hall.ts';
import type { Rect } from '#shared/hall.ts';
import type { Caption } from './caption.ts';
import { gapOf, settle, straighten, within, type Box } from './floor-boxes.ts';
import { unitsOf, type Unit } from './units.ts';

/** Where the words of a picture stand: under it, or to its right. */
export type Side = 'below' | 'beside';

/** A line from end to end, CSS px. */
export interface Glass {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A unit as drawn, CSS px on the plan: the picture with its caption, and where the screens truly stand. */
export interface Placed {
  readonly unit: Unit;
  readonly picture: Rect;
  /** Where its words stand. */
  readonly side: Side;
  /** The picture and its words, px. */
  readonly width: number;
  readonly height: number;
  /** The glass of each member, to scale; none where a picture lies on it or words do. */
  readonly glass: readonly Glass[];
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
  /** Room for the words of a picture that is so wide, on that side of it. */
  readonly captionOf: (unit: Unit, pictureWidth: number, side: Side) => Caption;
}

/** Growing single pictures is worth its time only while there are few. */
const growUpTo = 40;
const wallPx = 6;
/** A picture of so few px is one that cannot be seen. */
const tooSmallPx2 = 3000;
/** Of a line of which more lies under pictures the rest would be a dash that says nothing. */
const mostHidden = 0.4;
/** How far a picture may lie from where it belongs, as a share of the room. */
const awayX = 0.09;
const awayY = 0.27;

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

/** How a hall might be laid out: the measure of each picture, and on which side of it its words stand. */
interface Attempt {
  readonly sizes: readonly number[];
  readonly sides: readonly Side[];
}

interface Settled extends Attempt {
  readonly boxes: readonly Box[];
}

/** All pictures as large as they fit by one measure, then each as much larger as its neighbours leave room. */
function largestThatFits(units: readonly Standing[], room: Rect, frame: Frame): readonly Placed[] {
  const weights = units.reduce((sum, { weight }) => sum + weight ** 2, 0);
  const isAtHome = (box: Box): boolean => {
    const [homeX, homeY] = within(box.homeX, box.homeY, box, room);
    return Math.abs(box.x - homeX) < room.width * awayX && Math.abs(box.y - homeY) < room.height * awayY;
  };
  const tried = ({ sizes, sides }: Attempt, isNear: boolean): Settled | null => {
    const boxes = units.map((unit, index) => boxOf(unit, sizes[index] ?? 0, sides[index] ?? 'below', room, frame));
    const fit = boxes.every(({ width, height }) => width <= room.width * 0.47 && height <= room.height * 0.45);
    return fit && settle(boxes, room) && (!isNear || boxes.every(isAtHome)) ? { sizes, sides, boxes } : null;
  };
  const isLarge = units.length > growUpTo;
  const most = Math.sqrt((room.width * room.height * (isLarge ? 0.3 : 0.62)) / Math.max(weights, 1));
  const byOneMeasure = (sides: readonly Side[], attempts: number, isNear: boolean): Settled | null => {
    for (let size = most, attempt = 0; attempt < attempts; attempt += 1, size *= 0.9) {
      const found = tried({ sizes: units.map(() => size), sides }, isNear);
      if (found !== null) return found;
    }
    return null;
  };
  let best: Settled | null = null;
  // Rather small and in place than large and elsewhere; but rather elsewhere than not at all.
  for (const sides of isLarge ? [] : waysToSay(units)) {
    const fitting = byOneMeasure(sides, 12, true);
    if (fitting === null) continue;
    for (const small of [1, 0.92, 0.85, 0.78, 0.7]) {
      const sizes = fitting.sizes.map((size) => size * small);
      const first = small === 1 ? fitting : tried({ sizes, sides }, true);
      if (first === null) continue;
      const found = grown(units, first, (next) => tried(next, true));
      if (best === null || worth(units, found) > worth(units, best)) best = found;
    }
  }
  best ??= byOneMeasure(
    units.map(() => 'below'),
    24,
    false,
  );
  if (best === null) return [];
  if (!isLarge) straighten(best.boxes, room);
  return placedOf(units, best);
}

const kindOf = ({ unit, weight }: Standing): string => `${weight.toFixed(3)} ${unit.widthPx}x${unit.heightPx}`;

/** Beside a tall picture its words have room; of the others each kind is tried with its words on either side. */
function waysToSay(units: readonly Standing[]): readonly (readonly Side[])[] {
  const wide = [
    ...new Set(units.filter(({ unit }) => unit.kind === 'screen' && unit.widthPx >= unit.heightPx).map(kindOf)),
  ].slice(0, 3);
  return Array.from({ length: 2 ** wide.length }, (_, bits) =>
    units.map((one): Side => {
      const kind = wide.indexOf(kindOf(one));
      return (kind === -1 ? one.unit.widthPx < one.unit.heightPx : (bits >> kind) % 2 === 1) ? 'beside' : 'below';
    }),
  );
}

/** How well a hall can be seen: a small picture that grows is worth more than a large one that does. */
function worth(units: readonly Standing[], { boxes, sides }: Settled): number {
  const glass = units.flatMap((unit) => unit.glass);
  return boxes.reduce((sum, box, index) => {
    const side = sides[index] ?? 'below';
    const isOdd = side === 'beside' && box.pictureWidth > box.pictureHeight;
    const struck = glass.filter((line) => crosses(line, wordsOf(box, side))).length;
    const area = box.pictureWidth * box.pictureHeight;
    return sum + Math.log(area) - tooSmallPx2 / area - (isOdd ? 0.15 : 0) - 0.3 * struck;
  }, 0);
}

/** The smallest pictures first, a step at a time, while everything still fits; equal screens stay equal. */
function grown(units: readonly Standing[], fitting: Settled, tried: (attempt: Attempt) => Settled | null): Settled {
  const kinds = new Map(units.map((unit, index) => [kindOf(unit), index]));
  const growing = new Set(kinds.keys());
  let best = fitting;
  const area = (kind: string): number => {
    const box = best.boxes[kinds.get(kind) ?? 0];
    const screens = units[kinds.get(kind) ?? 0]?.unit.members.length ?? 1;
    return box === undefined ? 0 : (box.pictureWidth * box.pictureHeight) / screens;
  };
  for (let step = 1.06; growing.size > 0 || step > 1.03;) {
    if (growing.size === 0) {
      step = 1.02;
      for (const kind of kinds.keys()) growing.add(kind);
    }
    const [smallest = ''] = [...growing].toSorted((a, b) => area(a) - area(b));
    const sizes = best.sizes.map((one, index) =>
      units[index] && kindOf(units[index]) === smallest ? one * step : one,
    );
    const next = tried({ ...best, sizes });
    if (next === null) growing.delete(smallest);
    else best = next;
  }
  return best;
}

/** Where the words of a picture stand, as `boxOf` leaves room for them. */
function wordsOf({ x, y, height, pictureWidth, pictureHeight, wordsWidth }: Box, side: Side): Rect {
  return side === 'beside'
    ? { x: x + pictureWidth, y, width: wordsWidth, height }
    : { x, y: y + pictureHeight, width: wordsWidth, height: height - pictureHeight };
}

/** How much of a line lies within it, as a share of the line's length. */
function shareIn({ x1, y1, x2, y2 }: Glass, { x, y, width, height }: Rect): number {
  const [dx, dy] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  const alongX = Math.min(Math.max(x1, x2), x + width) - Math.max(Math.min(x1, x2), x);
  const alongY = Math.min(Math.max(y1, y2), y + height) - Math.max(Math.min(y1, y2), y);
  if (alongX < 0 || alongY < 0) return 0;
  return dx > dy ? alongX / dx : alongY / Math.max(dy, 1);
}

const crosses = ({ x1, y1, x2, y2 }: Glass, { x, y, width, height }: Rect): boolean =>
  Math.max(x1, x2) > x - 4 &&
  Math.min(x1, x2) < x + width + 4 &&
  Math.max(y1, y2) > y - 4 &&
  Math.min(y1, y2) < y + height + 4;

function boxOf({ unit, x, y, facing, weight }: Standing, size: number, side: Side, room: Rect, frame: Frame): Box {
  const aspect = unit.widthPx / unit.heightPx;
  const most = Math.min(1, (room.width * 0.5) / (size * weight * Math.sqrt(aspect)));
  const pictureWidth = Math.round(size * weight * Math.sqrt(aspect) * most);
  const pictureHeight = Math.round(pictureWidth / aspect);
  const caption = frame.captionOf(unit, pictureWidth, side);
  const isBeside = side === 'beside';
  const width = isBeside ? pictureWidth + caption.width : Math.max(pictureWidth, caption.width);
  const height = isBeside ? Math.max(pictureHeight, caption.height) : pictureHeight + caption.height;
  const reach = (Math.abs(facing.x) * pictureWidth + Math.abs(facing.y) * height) / 2 + gapOf(room);
  // The picture starts at the box's left edge, so a caption that is wider hangs over to the right.
  const homeX = x + facing.x * reach - pictureWidth / 2;
  const homeY = y + facing.y * reach - height / 2;
  return { x: homeX, y: homeY, width, height, pictureWidth, pictureHeight, wordsWidth: caption.width, homeX, homeY };
}

function placedOf(units: readonly Standing[], { boxes, sides }: Settled): readonly Placed[] {
  const words = boxes.map((box, index) => wordsOf(box, sides[index] ?? 'below'));
  const pictures = boxes.map(({ x, y, pictureWidth: width, pictureHeight: height }) => ({ x, y, width, height }));
  const isInSight = (line: Glass): boolean =>
    pictures.reduce((sum, picture) => sum + shareIn(line, picture), 0) < mostHidden &&
    !words.some((rect) => crosses(line, rect));
  return units.flatMap(({ unit, glass }, index) => {
    const box = boxes[index];
    if (box === undefined) return [];
    const picture = { x: Math.round(box.x), y: Math.round(box.y), width: box.pictureWidth, height: box.pictureHeight };
    const side = sides[index] ?? 'below';
    return [{ unit, glass: glass.filter(isInSight), picture, side, width: box.width, height: box.height }];
  });
}
