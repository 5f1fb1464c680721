import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RegionBorders, RegionChanges } from '#shared/regions.ts';
import { atlasOf } from '../../../displays/scenes/map/atlas.ts';
import { mapFrameAt } from '../../../displays/scenes/map/attract.ts';
import { homeOf, limited, mostScale, toMap, toScreen, zoomed } from '../../../displays/scenes/map/camera.ts';
import { cameraEntries, cardValue, choiceOf, toggled } from '../../../displays/scenes/map/choice.ts';
import { cardPlace, markAt } from '../../../displays/scenes/map/hit.ts';
import { placeNames, twoLines } from '../../../displays/scenes/map/labels.ts';
import { pieceAt, type Point } from '../../../displays/scenes/map/land.ts';
import { field, landExtent } from '../../../displays/scenes/map/layout.ts';
import { anchorOf, pointedAt, regionOnCard, sideOf } from '../../../displays/scenes/map/pointing.ts';
import { countryIn, regionIn } from '../../../displays/scenes/map/regions.ts';
import { spotPlace } from '../../../displays/scenes/map/spots.ts';
import { present } from '../../support/present.ts';

const folder = join(import.meta.dirname, '../../../config/media/content');
const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'));
const data = {
  achievements: await json('map.json'),
  borders: await json('kz-regions-pre2022-naturalearth.geojson'),
  changes: await json('kz-regions-changes.json'),
};
const borders = RegionBorders.parse(data.borders);
const changes = RegionChanges.parse(data.changes);
const span = { first: 1991, last: 2025, eventMs: 6000 };
const atlas = atlasOf(data, span, landExtent);

describe('the country in a year', () => {
  it('has 14 regions and two cities until 2017, a third city from 2018, 17 regions from 2022', () => {
    const counts = [1991, 2017, 2018, 2021, 2022, 2025].map((year) => {
      const { regions, cities, isSchematic } = countryIn(year, borders, changes);
      return [regions.length, cities.length, isSchematic];
    });
    expect(counts).toEqual([
      [14, 2, false],
      [14, 2, false],
      [14, 3, false],
      [14, 3, false],
      [17, 3, true],
      [17, 3, true],
    ]);
  });

  it('bears the names of its time', () => {
    const capital = (year: number): string | undefined => atlas.nameOf('KZ-71', year)?.['en'];
    expect([1991, 1992, 1997, 1998, 2025].map(capital)).toEqual([
      'Tselinograd',
      'Akmola',
      'Akmola',
      'Astana',
      'Astana',
    ]);
    expect(atlas.nameOf('KZ-61', 2017)?.['en']).toBe('South Kazakhstan Region');
    expect(atlas.nameOf('KZ-61', 2018)?.['en']).toBe('Turkistan Region');
  });

  it('names every region in the languages of the hall', () => {
    for (const { name } of countryIn(2025, borders, changes).regions) {
      expect(Object.keys(name).toSorted()).toEqual(['en', 'kk', 'ru']);
    }
  });

  it('counts a place to the region that held it then', () => {
    expect(regionIn(1991, 'KZ-10', changes)).toBe('KZ-63');
    expect(regionIn(2022, 'KZ-10', changes)).toBe('KZ-10');
    expect(regionIn(2017, 'KZ-79', changes)).toBe('KZ-61');
  });
});

describe('the land', () => {
  it('finds places on their own side of the schematic borders', () => {
    const land = atlas.landIn(2025);
    const siblings: Readonly<Record<string, string>> = Object.fromEntries(
      changes.splits.flatMap(({ region, parent }) => [
        [region, parent],
        [parent, region],
      ]),
    );
    const divided = atlas.spots.filter(({ achievement }) => siblings[achievement.region] !== undefined);
    expect(divided).toHaveLength(26);
    const wrong = divided.filter(({ achievement, at }) => pieceAt(land, at)?.id === siblings[achievement.region]);
    expect(wrong.map(({ achievement }) => achievement.id)).toEqual([]);
  });

  it('gives each point to one region alone, before and after the split', () => {
    for (const year of [2021, 2022]) {
      const land = atlas.landIn(year);
      const found = land.pieces.map((piece) => pieceAt(land, piece.label)?.id);
      expect(found).toEqual(land.pieces.map(({ id }) => id));
    }
  });

  it('does not cut holes where a city or leased ground lies inside a region', () => {
    const land = atlas.landIn(2025);
    const astana = land.cities.find(({ id }) => id === 'KZ-71');
    expect(astana && pieceAt(land, astana.at)?.id).toBe('KZ-11');
  });
});

describe('the marks', () => {
  const home = homeOf(field);

  it('keep apart, those of one year as far as their large marks need', () => {
    const places = atlas.spots.map((spot) => ({ spot, at: spotPlace(spot, home, field) }));
    const close = places.flatMap((a, index) =>
      places.slice(index + 1).filter((b) => {
        const isSameYear = a.spot.achievement.year === b.spot.achievement.year;
        return Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]) < (isSameYear ? 46 : 17);
      }),
    );
    expect(close.map(({ spot }) => spot.achievement.id)).toEqual([]);
  });

  it('stay near their places, and nearer the closer one looks', () => {
    for (const spot of atlas.spots) {
      const [x, y] = toScreen(home, field, spot.at);
      const [mx, my] = spotPlace(spot, home, field);
      expect(Math.hypot(mx - x, my - y)).toBeLessThan(110);
      const closer = { scale: 4, x: spot.at[0], y: spot.at[1] };
      const [cx, cy] = spotPlace(spot, closer, field);
      expect(Math.hypot(cx - field.width / 2, cy - field.height / 2)).toBeLessThan(28);
    }
  });

  it('are met by the nearest finger; three in a crowd open their region', () => {
    const marks = [0, 20, 70].map((x) => ({ mark: x, at: [x, 0] as const }));
    expect(markAt(marks, [66, 0])).toEqual({ nearest: 70, isCrowd: false });
    expect(markAt(marks, [36, 4])?.isCrowd).toBe(true);
    expect(markAt(marks, [300, 0])).toBeUndefined();
  });
});

describe('a finger on the map', () => {
  const look = { year: 2025, hidden: new Set<string>(), camera: homeOf(field) };
  const allHidden = new Set(atlas.achievements.map(({ category }) => category));

  it('means the mark it is on, and its card points back to it', () => {
    const alone = atlas.spots.filter((spot) => {
      const at = spotPlace(spot, look.camera, field);
      const near = atlas.spots.map((other) => spotPlace(other, look.camera, field));
      return near.filter(([x, y]) => Math.hypot(x - at[0], y - at[1]) <= 48).length === 1;
    });
    expect(alone.length).toBeGreaterThan(0);
    for (const { achievement } of alone) {
      const at = present(anchorOf(atlas, look, { kind: 'spot', id: achievement.id }));
      expect(pointedAt(atlas, look, at)).toEqual({ kind: 'spot', achievement });
    }
  });

  it('means the region under it where no mark is shown, whose card tells of what is shown', () => {
    const bare = { ...look, hidden: allHidden };
    for (const { id } of atlas.landIn(look.year).cities) {
      const at = present(anchorOf(atlas, bare, { kind: 'region', id }));
      expect(pointedAt(atlas, bare, at)).toEqual({ kind: 'region', id });
      expect(regionOnCard(atlas, bare, id).achievements).toEqual([]);
      expect(regionOnCard(atlas, look, id).achievements.every((one) => atlas.regionOf(one, 2025) === id)).toBe(true);
    }
    expect(regionOnCard(atlas, look, 'KZ-71').name['en']).toBe('Astana');
    expect(regionOnCard(atlas, look, 'KZ-71').achievements.length).toBeGreaterThan(0);
  });

  it('means nothing beside the country, and opens the card of its own half', () => {
    expect(pointedAt(atlas, look, [4, 4])).toBeNull();
    expect(anchorOf(atlas, { ...look, year: 1991 }, { kind: 'region', id: 'KZ-33' })).toBeUndefined();
    expect([sideOf([959, 0]), sideOf([960, 0])]).toEqual(['left', 'right']);
  });
});

describe('the names', () => {
  it.each(['kk', 'ru', 'en'])('stand clear of each other in %s in every year', (language) => {
    for (let year = 1991; year <= 2025; year++) {
      const land = atlas.landIn(year);
      const nameOf = (id: string): string => atlas.nameOf(id, year)?.[language] ?? '';
      const labels = placeNames({ land, camera: homeOf(field), field, nameOf, marks: { large: [], small: [] } });
      expect(new Set(labels.map(({ at }) => at.join())).size).toBe(land.pieces.length + land.cities.length);
    }
  });

  it('break at a space or a hyphen', () => {
    expect(twoLines('Северо-Казахстанская')).toEqual(['Северо-', 'Казахстанская']);
    expect(twoLines('Солтүстік Қазақстан')).toEqual(['Солтүстік', 'Қазақстан']);
    expect(twoLines('Абай')).toEqual(['Абай']);
  });
});

describe('the attract loop', () => {
  it('tells all 89 achievements once, each in its year, and passes the silent years too', () => {
    expect(atlas.slots.filter(({ achievement }) => achievement !== null)).toHaveLength(89);
    expect(new Set(atlas.slots.map(({ year }) => year)).size).toBe(35);
    expect(atlas.slots.every(({ achievement, year }) => achievement === null || achievement.year === year)).toBe(true);
  });

  it('is a function of position alone, also at its seam', () => {
    const end = atlas.slots.at(-1);
    const loopMs = (end?.fromMs ?? 0) + (end?.durationMs ?? 0);
    fc.assert(
      fc.property(fc.nat(loopMs - 1), (positionMs) => {
        expect(mapFrameAt(positionMs + loopMs, atlas.slots)).toEqual(mapFrameAt(positionMs, atlas.slots));
      }),
    );
    expect(mapFrameAt(loopMs, atlas.slots)?.slot).toBe(atlas.slots[0]);
    expect(mapFrameAt(0, [])).toBeUndefined();
  });
});

describe('the camera', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 1920 }), fc.integer({ min: 0, max: 1080 }));

  it('maps a place to the screen and back', () => {
    fc.assert(
      fc.property(point, fc.double({ min: 1, max: 4, noNaN: true }), ([x, y], scale) => {
        const camera = { scale, x: 800, y: 500 };
        const [bx, by] = toMap(camera, field, toScreen(camera, field, [x, y]));
        expect([bx, by]).toEqual([expect.closeTo(x, 6), expect.closeTo(y, 6)]);
      }),
    );
  });

  it('keeps its limits, however it is pushed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), point)), (pushes) => {
        const camera = pushes.reduce((now, [factor, at]) => zoomed(now, field, factor, at), homeOf(field));
        expect(camera.scale).toBeGreaterThanOrEqual(1);
        expect(camera.scale).toBeLessThanOrEqual(mostScale);
        expect(limited(camera, field)).toEqual(camera);
      }),
    );
    expect(limited({ scale: 0.2, x: -50, y: 9000 }, field)).toEqual(homeOf(field));
  });
});

describe('what visitors chose', () => {
  it('survives the view and stays within 1 KB', () => {
    const selection = {
      year: 2018,
      hidden: toggled(new Set(), 'economic'),
      left: cardValue({ kind: 'region', id: 'KZ-71' }),
      right: cardValue({ kind: 'spot', id: 'm-kz-10-01' }),
      ...cameraEntries({ scale: 2.345678, x: 700.123456, y: 400 }),
    };
    const choice = choiceOf(selection, field);
    expect(choice.cards).toEqual({ left: { kind: 'region', id: 'KZ-71' }, right: { kind: 'spot', id: 'm-kz-10-01' } });
    expect([...choice.hidden]).toEqual(['economic']);
    expect(choice.camera).toEqual({ scale: 2.35, x: 700.12, y: 400 });
    expect(JSON.stringify(selection).length).toBeLessThan(400);
  });

  it('is home and empty when nothing or nonsense was chosen', () => {
    const choice = choiceOf({ left: 'nonsense', scale: 'much', right: 7 }, field);
    expect(choice).toEqual({
      year: null,
      hidden: new Set(),
      cards: { left: null, right: null },
      camera: homeOf(field),
    });
  });
});

describe('cardPlace', () => {
  const card = { width: 424, height: 500 };
  const half = { from: 40, until: 952, top: 20, bottom: 812 };

  it('stays in its half and on the field', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 960 }), fc.integer({ min: 0, max: 850 }), (x, y) => {
        const [left, top] = cardPlace([x, y], card, half);
        expect(left).toBeGreaterThanOrEqual(40);
        expect(left + card.width).toBeLessThanOrEqual(952);
        expect(top).toBeGreaterThanOrEqual(20);
        expect(top + card.height).toBeLessThanOrEqual(812);
      }),
    );
  });

  it.each<[Point, number]>([
    [[200, 300], 256],
    [[800, 300], 320],
  ])('stands beside %j, not on it', (at, left) => {
    expect(cardPlace(at, card, half)[0]).toBe(left);
  });
});
