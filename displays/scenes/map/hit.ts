import type { Point } from './land.ts';

/** A finger's reach on the glass, in units. */
const reach = 48;

/**
 * Which of the marks a finger means: the nearest within its reach; `crowd` when there are three or more so close
 * together that no finger can tell them apart.
 */
export function markAt<Mark>(
  marks: readonly { readonly mark: Mark; readonly at: Point }[],
  [x, y]: Point,
): { readonly nearest: Mark; readonly isCrowd: boolean } | undefined {
  const near = marks
    .map(({ mark, at }) => ({ mark, distance: Math.hypot(at[0] - x, at[1] - y) }))
    .filter(({ distance }) => distance <= reach)
    .toSorted((a, b) => a.distance - b.distance);
  const first = near[0];
  return first === undefined ? undefined : { nearest: first.mark, isCrowd: near.length >= 3 };
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Room a card leaves round the point it tells of. */
const aside = 56;

/**
 * Where a card stands: beside its point, in its visitor's half (`from` to `until`), not over the point where there is
 * room, and never off the field.
 */
export function cardPlace(
  [x, y]: Point,
  card: Box,
  half: { readonly from: number; readonly until: number; readonly top: number; readonly bottom: number },
): Point {
  const right = x + aside;
  const left = x - aside - card.width;
  const inHalf = (at: number): boolean => at >= half.from && at + card.width <= half.until;
  const clamped = Math.min(
    half.until - card.width,
    Math.max(half.from, x < (half.from + half.until) / 2 ? right : left),
  );
  const across = inHalf(right) ? right : inHalf(left) ? left : clamped;
  const down = Math.max(half.top, Math.min(half.bottom - card.height, y - card.height * 0.3));
  return [across, down];
}
