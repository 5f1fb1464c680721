import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Hall, type Rect } from '#shared/hall.ts';
import type { ScreenId } from '#shared/ids.ts';
import { layOutFloor } from '../../../operator-ui/state/floor.ts';

const shipped = Hall.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../config/hall.json'), 'utf8')));

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each([
  { width: 1044, height: 780 },
  { width: 736, height: 500 },
  { width: 1500, height: 1000 },
])('the shipped hall in $width × $height', ({ width, height }) => {
  const caption = { width: 128, height: 56 };
  const frame = { width, height, captionOf: () => caption };
  const floor = layOutFloor(shipped, frame);
  const boxes = floor.placed.map(({ picture }) => ({
    ...picture,
    width: Math.max(picture.width, caption.width),
    height: picture.height + caption.height,
  }));

  it('shows every screen once, surfaces as one', () => {
    const screens = floor.placed.flatMap(({ unit }) => unit.members.map(({ screen }) => screen.number));
    expect(screens.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(floor.placed.find(({ unit }) => unit.id === 'wall')?.unit.members).toHaveLength(4);
  });

  it('keeps the pictures and their words inside the walls and off each other', () => {
    for (const [index, box] of boxes.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(floor.room.x);
      expect(box.y).toBeGreaterThanOrEqual(floor.room.y);
      expect(box.x + box.width).toBeLessThanOrEqual(floor.room.x + floor.room.width + 1);
      expect(box.y + box.height).toBeLessThanOrEqual(floor.room.y + floor.room.height + 1);
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
    }
  });

  it('keeps the glass to scale and in place', () => {
    const entrance = floor.placed.find(({ unit }) => unit.id === 'entrance');
    const [glass] = entrance?.glass ?? [];
    expect(Math.abs((glass?.x2 ?? 0) - (glass?.x1 ?? 0))).toBeCloseTo(0.68 * floor.pxPerM, 3);
    expect(glass?.y1).toBeCloseTo(floor.room.y + 13.4 * floor.pxPerM, 3);
  });

  it('gives the pictures sizes that can be read', () => {
    const smallest = Math.min(...floor.placed.map(({ picture }) => picture.width * picture.height));
    expect(smallest).toBeGreaterThan(3500);
  });
});

describe('a hall of 200 screens', () => {
  const [first] = shipped.screens;
  if (first === undefined) throw new Error('no screens');
  const screens = Array.from({ length: 200 }, (_, index) => ({
    ...first,
    id: `s-${index}` as ScreenId,
    number: index + 1,
    place: { ...first.place, xM: 1 + ((index * 1.37) % 22), yM: 1 + ((index * 2.11) % 14) },
  }));
  const large: Hall = { ...shipped, screens, surfaces: [], zones: [] };

  it('is laid out without overlaps', () => {
    const { placed } = layOutFloor(large, { width: 1044, height: 780, captionOf: () => ({ width: 0, height: 0 }) });
    expect(placed).toHaveLength(200);
    for (const [index, { picture }] of placed.entries()) {
      for (const other of placed.slice(index + 1)) expect(overlap(picture, other.picture)).toBe(false);
    }
  });
});
