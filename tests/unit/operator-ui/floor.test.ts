import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Hall, type Rect } from '#shared/hall.ts';
import type { ScreenId } from '#shared/ids.ts';
import { layOutFloor } from '../../../operator-ui/state/floor.ts';
import { nearest, ways } from '../../../operator-ui/state/nearest.ts';

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
  const boxes = floor.placed.map(({ picture, width: wide, height: high }) => ({
    ...picture,
    width: wide,
    height: high,
  }));
  const words = floor.placed.map(({ picture, side, height: high }) =>
    side === 'beside'
      ? { ...caption, x: picture.x + picture.width, y: picture.y, height: high }
      : { ...caption, x: picture.x, y: picture.y + picture.height },
  );

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

  it('leads by arrows from every picture to every other', () => {
    for (const from of floor.placed) {
      const reached = new Set([from]);
      for (const one of reached)
        for (const way of Object.values(ways)) {
          const next = nearest(floor.placed, one, way);
          if (next !== null) reached.add(next);
        }
      expect([from.unit.id, reached.size]).toEqual([from.unit.id, floor.placed.length]);
    }
  });

  it('keeps the glass to scale and in place', () => {
    const lines = floor.placed.flatMap(({ unit, glass }) => glass.map((line) => ({ ...line, unit })));
    expect(lines).not.toHaveLength(0);
    for (const { x1, y1, x2, y2, unit } of lines) {
      const [member] = unit.members;
      expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(((member?.screen.widthMm ?? 0) / 1000) * floor.pxPerM, 3);
      const places = unit.members.map(({ screen }) => [
        floor.room.x + screen.place.xM * floor.pxPerM,
        floor.room.y + screen.place.yM * floor.pxPerM,
      ]);
      const away = places.map(([x = 0, y = 0]) => Math.hypot((x1 + x2) / 2 - x, (y1 + y2) / 2 - y));
      expect(Math.min(...away)).toBeLessThan(0.001);
    }
  });

  it('draws no glass through words', () => {
    for (const { x1, y1, x2, y2 } of floor.placed.flatMap(({ glass }) => glass)) {
      const line = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
      const thick = { ...line, width: line.width + 1, height: line.height + 1 };
      expect(words.filter((rect) => overlap(thick, rect))).toEqual([]);
    }
  });

  it('sets the words of a tall picture beside it, and equal screens in equal sizes', () => {
    const tall = floor.placed.filter(({ picture }) => picture.width < picture.height);
    expect(tall.map(({ side }) => side)).toEqual(tall.map(() => 'beside'));
    const widths = new Map(floor.placed.map(({ unit, picture }) => [unit.id, picture.width]));
    expect(widths.get('statehood')).toBe(widths.get('diplomacy'));
  });

  it('gives the pictures sizes that can be read', () => {
    const smallest = Math.min(...floor.placed.map(({ picture }) => picture.width * picture.height));
    expect(smallest).toBeGreaterThan(3500);
    // Of a wide one so much that what plays on it can be told.
    const wide = floor.placed.filter(({ picture }) => picture.width > picture.height);
    expect(Math.min(...wide.map(({ picture }) => picture.width))).toBeGreaterThanOrEqual(120);
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
