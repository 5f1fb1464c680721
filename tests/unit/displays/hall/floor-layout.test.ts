import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { floorLayout, type FloorPicture } from '../../../../displays/hall/floor-layout.ts';
import { Hall } from '#shared/hall.ts';
import { aHall, screenInput } from '../../../support/hall-state.ts';
import { present } from '../../../support/present.ts';

const shipped = Hall.parse(JSON.parse(readFileSync('config/hall.json', 'utf8')));
const windows = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 820, height: 1180 },
  { width: 1000, height: 600 },
];

function overlaps(pictures: readonly FloorPicture[]): readonly string[] {
  return pictures.flatMap(({ id, box: a }, index) =>
    pictures
      .slice(index + 1)
      .filter(
        ({ box: b }) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((other) => `${id} over ${other.id}`),
  );
}

describe.each(windows)('the hall in a window of $width × $height', (window) => {
  const { room, pictures } = floorLayout(shipped, window, 36);

  it('has every screen once, the wall and the relief as the pictures they are', () => {
    const ids = pictures.flatMap(({ screens }) => screens.map(({ screen }) => screen.id));
    expect(ids.toSorted()).toEqual(shipped.screens.map(({ id }) => id as string).toSorted());
    expect(pictures.find(({ id }) => id === 'wall')?.screens).toHaveLength(4);
    expect(pictures.find(({ id }) => id === 'relief')?.screens).toHaveLength(2);
  });

  it('has no picture over another and none outside the room', () => {
    expect(overlaps(pictures)).toEqual([]);
    for (const { box } of pictures) {
      expect(box.x).toBeGreaterThanOrEqual(room.x);
      expect(box.y).toBeGreaterThanOrEqual(room.y);
      expect(box.x + box.width).toBeLessThanOrEqual(room.x + room.width);
      expect(box.y + box.height).toBeLessThanOrEqual(room.y + room.height);
    }
  });

  it('has the pictures of a wall in the order of the room', () => {
    const onWall = (facingDeg: number, axis: 'x' | 'y'): readonly string[] =>
      pictures
        .filter(({ place }) => place.facingDeg === facingDeg && (axis === 'y' || place.yM < 1))
        .toSorted((a, b) => a.box[axis] - b.box[axis])
        .map(({ id }) => id);
    expect(onWall(90, 'y')).toEqual(['chronicle-sociocultural', 'chronicle-economic', 'chronicle-political']);
    expect(onWall(180, 'x')).toEqual(['statehood', 'diplomacy']);
  });

  it('keeps proportions and makes use of the room', () => {
    const relief = present(pictures.find(({ id }) => id === 'relief')).box;
    expect(relief.width / relief.height).toBeCloseTo(3840 / 1080, 2);
    const area = pictures.reduce((sum, { box }) => sum + box.width * box.height, 0);
    expect(area / (room.width * room.height)).toBeGreaterThan(0.12);
  });
});

describe('any hall', () => {
  it('with all screens on one spot still lies in order', () => {
    const hall = aHall({
      screens: Array.from({ length: 13 }, (_, index) => screenInput(`p${index + 1}`, index + 1)),
      surfaces: [],
      zones: [],
    });
    const { pictures } = floorLayout(hall, { width: 1440, height: 900 }, 36);
    expect(overlaps(pictures)).toEqual([]);
    expect(pictures.every(({ box }) => box.width > 20)).toBe(true);
  });
});
