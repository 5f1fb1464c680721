import type { Rect } from '#shared/hall.ts';

interface Placed {
  readonly picture: Pick<Rect, 'x' | 'y' | 'width' | 'height'>;
}

export type Way = 'left' | 'right' | 'up' | 'down';

/** By the code of the arrow's key. */
export const ways: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The picture that an arrow key leads to: the nearest in that direction, where a sideways step counts double. */
export function nearest<T extends Placed>(placed: readonly T[], from: T, way: Way): T | null {
  const [fromX, fromY] = middle(from);
  let best: T | null = null;
  let bestCost = Infinity;
  for (const candidate of placed) {
    if (candidate === from) continue;
    const [x, y] = middle(candidate);
    const [dx, dy] = [x - fromX, y - fromY];
    const along = way === 'left' ? -dx : way === 'right' ? dx : way === 'up' ? -dy : dy;
    const across = Math.abs(way === 'left' || way === 'right' ? dy : dx);
    if (along <= 1) continue;
    const cost = along + 2 * across;
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}

function middle({ picture }: Placed): readonly [number, number] {
  return [picture.x + picture.width / 2, picture.y + picture.height / 2];
}
