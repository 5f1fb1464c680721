import { describe, expect, it } from 'vitest';
import { canvasOf, fitTransform, pictureTurn } from '../../../../displays/player/geometry.ts';
import { idlePlan } from '../../../support/plans.ts';

const landscape = { width: 1920, height: 1080 };
const portrait = { width: 1080, height: 1920 };

/** Where `translate rotate scale` takes a point. */
function moved(css: string, [x, y]: readonly [number, number]): readonly number[] {
  const [tx = 0, ty = 0, deg = 0, scale = 1] = [...css.matchAll(/-?[\d.]+(?=px|deg|\))/g)].map(Number);
  const angle = (deg * Math.PI) / 180;
  const [sx, sy] = [x * scale, y * scale];
  return [tx + sx * Math.cos(angle) - sy * Math.sin(angle), ty + sx * Math.sin(angle) + sy * Math.cos(angle)].map(
    (value) => Math.round(value * 1000) / 1000 + 0,
  );
}

describe('the picture in its window', () => {
  it.each([
    // A portrait panel, mounted turned clockwise, whose machine still draws landscape: the picture's top is at the left.
    [90, 270, [0, 1080], [0, 0]],
    [270, 90, [1920, 0], [1920, 1080]],
  ] as const)(
    'of a panel mounted at %i° is turned by %i° and fills the window',
    (rotation, turn, topLeft, topRight) => {
      const screen = { rotation, widthPx: 1080, heightPx: 1920 };
      expect(pictureTurn(screen, landscape, 0)).toBe(turn);
      const css = fitTransform(portrait, landscape, turn);
      expect(moved(css, [0, 0])).toEqual(topLeft);
      expect(moved(css, [1080, 0])).toEqual(topRight);
    },
  );

  it('is left alone where the machine has turned it already', () => {
    expect(pictureTurn({ rotation: 90, widthPx: 1080, heightPx: 1920 }, portrait, 90)).toBe(0);
    expect(pictureTurn({ rotation: 180, widthPx: 1920, heightPx: 1080 }, landscape, 180)).toBe(0);
  });

  it('hangs upside down where the panel does', () => {
    expect(pictureTurn({ rotation: 180, widthPx: 1920, heightPx: 1080 }, landscape, 0)).toBe(180);
    const css = fitTransform(landscape, landscape, 180);
    expect(moved(css, [0, 0])).toEqual([1920, 1080]);
    expect(moved(css, [1920, 1080])).toEqual([0, 0]);
  });

  it('is whole and in the middle of a window of another shape', () => {
    const css = fitTransform(portrait, { width: 1000, height: 960 }, 0);
    expect(moved(css, [0, 0])).toEqual([230, 0]);
    expect(moved(css, [1080, 1920])).toEqual([770, 960]);
  });
});

describe('the canvas of a scene', () => {
  const { setup } = idlePlan('w2').plan;

  it('is the screen where the scene is its own', () => {
    expect(canvasOf(setup, {})).toMatchObject({ canvas: portrait, members: [], transform: 'none' });
  });

  it('is the surface where it spans one, moved so that this screen shows its own part', () => {
    const { canvas, viewport, members, transform } = canvasOf(setup, { surface: 'wall' });
    expect(canvas).toEqual({ width: 2000, height: 1000 });
    expect(viewport).toEqual({ x: 1010, y: 0, width: 990, height: 1000 });
    expect(members.map(({ screen }) => screen)).toEqual(['w1', 'w2']);
    // 1080 of the screen's pixels show 990 of the surface's.
    expect(transform).toBe(`scale(${1080 / 990}) translate(-1010px, 0px)`);
  });
});
