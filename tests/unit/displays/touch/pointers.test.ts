import { describe, expect, it } from 'vitest';
import { placeIn } from '../../../../displays/touch/pointers.ts';

const size = { width: 1080, height: 1920 };

/** Where a point of the element comes to lie in the window, as CSS turns and scales it: the other way round. */
function seen(x: number, y: number, turnDeg: number) {
  const scale = 0.5;
  const lies = turnDeg === 90 || turnDeg === 270;
  const [width, height] = lies ? [size.height * scale, size.width * scale] : [size.width * scale, size.height * scale];
  const [left, top] = [30, 70];
  const angle = (turnDeg * Math.PI) / 180;
  const [cx, cy] = [(x - size.width / 2) * scale, (y - size.height / 2) * scale];
  return {
    point: {
      x: left + width / 2 + cx * Math.cos(angle) - cy * Math.sin(angle),
      y: top + height / 2 + cx * Math.sin(angle) + cy * Math.cos(angle),
    },
    box: { left, top, right: left + width, bottom: top + height },
  };
}

describe('a finger on a picture', () => {
  it.each([0, 90, 180, 270])('is found in its own pixels when the picture is turned by %i°', (turnDeg) => {
    for (const [x, y] of [
      [0, 0],
      [1080, 0],
      [200, 1500],
      [540, 960],
    ] as const) {
      const { point, box } = seen(x, y, turnDeg);
      const found = placeIn(point, box, size, turnDeg);
      expect(found.x).toBeCloseTo(x, 6);
      expect(found.y).toBeCloseTo(y, 6);
    }
  });

  it('of an element that has no size yet is nowhere in particular, not NaN', () => {
    const nothing = { left: 0, top: 0, right: 0, bottom: 0 };
    expect(placeIn({ x: 5, y: 6 }, nothing, { width: 0, height: 0 }, 0)).toEqual({ x: 5, y: 6 });
  });
});
