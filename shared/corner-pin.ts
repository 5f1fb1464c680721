import { z } from 'zod';

/** Where a corner lands, as fractions of the screen. */
export type Corner = readonly [number, number];
export const cornerNames = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;
export type CornerName = (typeof cornerNames)[number];

const CornerPlace = z.tuple([z.number().min(-0.5).max(1.5), z.number().min(-0.5).max(1.5)]);

/** Where the four corners of the picture land; the identity is the unit square. */
export const CornerPin = z
  .strictObject({ topLeft: CornerPlace, topRight: CornerPlace, bottomRight: CornerPlace, bottomLeft: CornerPlace })
  .refine(makesPicture, 'four corners that make a picture: it may lean, but neither fold nor lie in a mirror');
export type CornerPin = z.infer<typeof CornerPin>;

/** Nothing moved. */
export const squarePin: CornerPin = { topLeft: [0, 0], topRight: [1, 0], bottomRight: [1, 1], bottomLeft: [0, 1] };

/** A turn at every corner of at least this, in squares of the screen: less is a line and no picture. */
const leastTurn = 0.01;

/** Whether the corners go round clockwise without a fold. */
export function makesPicture(pin: Readonly<Record<CornerName, Corner>>): boolean {
  const corners = cornerNames.map((name) => pin[name]);
  return corners.every(([x, y], index) => {
    const [beforeX, beforeY] = corners[(index + 3) % 4] ?? [x, y];
    const [afterX, afterY] = corners[(index + 1) % 4] ?? [x, y];
    return (x - beforeX) * (afterY - y) - (y - beforeY) * (afterX - x) > leastTurn;
  });
}

/** The pin with one corner moved there, or null where that makes no picture or leaves its bounds. */
export function withCorner(pin: CornerPin, name: CornerName, [x, y]: Corner): CornerPin | null {
  const parsed = CornerPin.safeParse({ ...pin, [name]: [x, y] });
  return parsed.success ? parsed.data : null;
}

/** The corner that lies nearest to a point. */
export function nearestCorner(pin: CornerPin, [x, y]: Corner): CornerName {
  const away = (name: CornerName): number => Math.hypot(pin[name][0] - x, pin[name][1] - y);
  return cornerNames.toSorted((a, b) => away(a) - away(b))[0] ?? 'topLeft';
}

/** Pixels that an arrow key moves a corner by, alone and with Shift. */
export const cornerSteps = { fine: 1, wide: 10 } as const;
const arrows: Readonly<Record<string, Corner>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key (`event.code`) takes a corner of a picture of this size in pixels; null: it is no arrow. */
export function cornerByKey(
  [x, y]: Corner,
  key: { readonly code: string; readonly shiftKey: boolean },
  size: { readonly width: number; readonly height: number },
): Corner | null {
  const way = arrows[key.code];
  if (way === undefined) return null;
  const step = key.shiftKey ? cornerSteps.wide : cornerSteps.fine;
  return [x + (way[0] * step) / size.width, y + (way[1] * step) / size.height];
}
