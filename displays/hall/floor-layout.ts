import type { Hall, Rect, Screen } from '#shared/hall.ts';

/** One picture on the plan: a screen by itself, or a surface assembled from its screens. */
export interface FloorPicture {
  readonly id: string;
  readonly screens: readonly FloorScreen[];
  /** Where it really stands, metres on the plan, and where it faces. */
  readonly place: { readonly xM: number; readonly yM: number; readonly facingDeg: number };
  /** Where it is drawn, CSS pixels. */
  readonly box: Rect;
}

/** A screen inside its picture, as fractions of the picture's box. */
export interface FloorScreen {
  readonly screen: Screen;
  readonly part: Rect;
}

export interface Floor {
  /** The room's inside, CSS pixels. */
  readonly room: Rect;
  readonly pxPerM: number;
  readonly pictures: readonly FloorPicture[];
}

interface Box {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  /** Where its centre wants to be. */
  readonly homeX: number;
  readonly homeY: number;
  /** Hangs on a wall at the side of the plan: it may move along it. */
  readonly isSideways: boolean;
}

/** Space for the names under the pictures, and between neighbours, CSS pixels. */
const label = { height: 62, gap: 16 } as const;
/** Large pictures shrink against small ones, or a panel beside the relief would be a stamp. */
const sizePower = 0.32;
const settleSteps = 700;
const goldenAngle = 2.399963;

/**
 * Places every picture of the hall upright on its floor plan, as large as they can be without lying over each other:
 * each as near to its true place as the others let it be. Sizes keep the pictures' proportions and their order.
 */
export function floorLayout(
  hall: Hall,
  window: { readonly width: number; readonly height: number },
  margin: number,
): Floor {
  const { widthM, heightM } = hall.floorPlan;
  const pxPerM = Math.max(1, Math.min((window.width - 2 * margin) / widthM, (window.height - 2 * margin) / heightM));
  const room = {
    x: (window.width - widthM * pxPerM) / 2,
    y: (window.height - heightM * pxPerM) / 2,
    width: widthM * pxPerM,
    height: heightM * pxPerM,
  };
  const groups = groupsOf(hall);
  let [least, most] = [0, 4 * pxPerM];
  let boxes = settled(groups, room, pxPerM, least) ?? [];
  for (let step = 0; step < 18; step += 1) {
    const scale = (least + most) / 2;
    const fitting = settled(groups, room, pxPerM, scale);
    if (fitting === null) most = scale;
    else {
      least = scale;
      boxes = fitting;
    }
  }
  const pictures = groups.map(({ id, screens, place }, index): FloorPicture => {
    const { x = 0, y = 0, width = 0, height = 0 } = boxes[index] ?? {};
    return { id, screens, place, box: { x, y, width, height } };
  });
  return { room, pxPerM, pictures };
}

interface Group extends Omit<FloorPicture, 'box'> {
  readonly widthMm: number;
  readonly heightMm: number;
}

function groupsOf(hall: Hall): readonly Group[] {
  const inSurface = new Set<string>();
  const surfaces = hall.surfaces.flatMap((surface): readonly Group[] => {
    const screens = surface.members.flatMap(({ screen: id, rect }) => {
      const screen = hall.screens.find((candidate) => candidate.id === id);
      return screen === undefined ? [] : [{ screen, rect }];
    });
    const [first] = screens;
    if (first === undefined) return [];
    for (const { screen } of screens) inSurface.add(screen.id);
    const mmPerPx = first.screen.widthMm / first.rect.width;
    const mean = (of: (screen: Screen) => number): number =>
      screens.reduce((sum, { screen }) => sum + of(screen), 0) / screens.length;
    return [
      {
        id: surface.id,
        widthMm: surface.widthPx * mmPerPx,
        heightMm: surface.heightPx * mmPerPx,
        place: {
          xM: mean(({ place }) => place.xM),
          yM: mean(({ place }) => place.yM),
          facingDeg: first.screen.place.facingDeg,
        },
        screens: screens.map(({ screen, rect }) => ({
          screen,
          part: {
            x: rect.x / surface.widthPx,
            y: rect.y / surface.heightPx,
            width: rect.width / surface.widthPx,
            height: rect.height / surface.heightPx,
          },
        })),
      },
    ];
  });
  const singles = hall.screens
    .filter(({ id }) => !inSurface.has(id))
    .map((screen): Group => {
      const { id, widthMm, heightMm, place } = screen;
      return { id, widthMm, heightMm, place, screens: [{ screen, part: { x: 0, y: 0, width: 1, height: 1 } }] };
    });
  return [...surfaces, ...singles];
}

/** Boxes at this scale pushed apart inside the room, or null where they do not fit. */
function settled(groups: readonly Group[], room: Rect, pxPerM: number, scale: number): readonly Box[] | null {
  const boxes = groups.map(({ widthMm, heightMm, place }, index): Box => {
    const areaM2 = (widthMm * heightMm) / 1e6;
    const size = scale * areaM2 ** sizePower;
    const aspect = Math.sqrt(widthMm / heightMm);
    const homeX = room.x + place.xM * pxPerM;
    const homeY = room.y + place.yM * pxPerM;
    const [width, height] = [size * aspect, size / aspect];
    // A little apart from the start, in a spiral, so that screens on one spot have ways to go.
    const [angle, away] = [index * goldenAngle, Math.sqrt(index) * 6];
    const x = homeX - width / 2 + Math.cos(angle) * away;
    const y = homeY - height / 2 + Math.sin(angle) * away;
    return { x, y, width, height, homeX, homeY, isSideways: place.facingDeg % 180 === 90 };
  });
  for (let step = 0; step < settleSteps; step += 1) {
    // Home pulls gently at first and lets go in the end, so that what is left is only the pushing apart.
    const pull = 0.06 * Math.max(0, 1 - step / (0.6 * settleSteps));
    for (const box of boxes) {
      box.x += (box.homeX - box.width / 2 - box.x) * pull;
      box.y += (box.homeY - box.height / 2 - box.y) * pull;
      keepInside(box, room);
    }
    for (const [index, a] of boxes.entries()) for (const b of boxes.slice(index + 1)) pushApart(a, b);
    for (const box of boxes) keepInside(box, room);
  }
  return boxes.every(
    (box, index) => isInside(box, room) && boxes.slice(index + 1).every((other) => !overlap(box, other)),
  )
    ? boxes
    : null;
}

const isInside = (box: Box, room: Rect): boolean =>
  box.width + 2 * label.gap <= room.width && box.height + label.height + 2 * label.gap <= room.height;

function keepInside(box: Box, room: Rect): void {
  box.x = Math.min(room.x + room.width - label.gap - box.width, Math.max(room.x + label.gap, box.x));
  box.y = Math.min(room.y + room.height - label.height - label.gap - box.height, Math.max(room.y + label.gap, box.y));
}

/** How deep two boxes with their labels and gaps lie in each other, each way; positive where they do. */
function depths(a: Box, b: Box): readonly [number, number] {
  const dx = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + label.gap;
  const dy = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + label.height + label.gap / 2;
  return [dx, dy];
}

function overlap(a: Box, b: Box): boolean {
  const [dx, dy] = depths(a, b);
  return dx > 0.5 && dy > 0.5;
}

function pushApart(a: Box, b: Box): void {
  const [dx, dy] = depths(a, b);
  if (dx <= 0 || dy <= 0) return;
  // Neighbours on one wall make room along it.
  const onOneWall = a.isSideways && b.isSideways && Math.abs(a.homeX - b.homeX) < a.width;
  if (dx < dy && !onOneWall) {
    const way = isBefore(a.homeX - b.homeX, a.x + a.width / 2 - b.x - b.width / 2) ? 0.5 : -0.5;
    a.x -= dx * way;
    b.x += dx * way;
  } else {
    const way = isBefore(a.homeY - b.homeY, a.y + a.height / 2 - b.y - b.height / 2) ? 0.5 : -0.5;
    a.y -= dy * way;
    b.y += dy * way;
  }
}

/** Whether the first of two lies before the other: as they stand in the room, and where they stand alike, as they lie. */
const isBefore = (apartHome: number, apartNow: number): boolean =>
  Math.abs(apartHome) > 1 ? apartHome < 0 : apartNow <= 0;
