import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diplomacy, StateBuilding } from '#shared/content.ts';
import { Hall } from '#shared/hall.ts';
import { DiplomacyParams } from '#shared/scenes/diplomacy.ts';
import { InvestmentParams } from '#shared/scenes/investment.ts';
import { StatehoodParams } from '#shared/scenes/statehood.ts';
import { diplomacyAt, moveDate, stopsOf as diplomacyStops } from '../../../displays/scenes/diplomacy/events.ts';
import { stateOf } from '../../../displays/scenes/diplomacy/territories.ts';
import { statesText } from '../../../displays/scenes/diplomacy/words.ts';
import { barsOf, bedsOf } from '../../../displays/scenes/investment/chart.ts';
import { gapsOf, investmentAt, isOf, stopsOf as investmentStops } from '../../../displays/scenes/investment/times.ts';
import { amountText } from '../../../displays/scenes/investment/words.ts';
import { domeIn, placeOn, polesOf } from '../../../displays/scenes/statehood/dome.ts';
import { statehoodAt, stopsOf as statehoodStops, yearAt } from '../../../displays/scenes/statehood/times.ts';
import { wallLayout } from '../../../displays/scenes/wall/layout.ts';
import { loopMs, wallAt } from '../../../displays/scenes/wall/times.ts';

const config = join(import.meta.dirname, '../../../config');
const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(config, path), 'utf8'));
const state = StateBuilding.parse(await json('media/content/state-building.json'));
const diplomacy = Diplomacy.parse(await json('media/content/diplomacy.json'));
const hall = Hall.parse(await json('hall.json'));
const anyPosition = fc.double({ min: 0, max: 40_000_000, noNaN: true });

describe('statehood', () => {
  const params = StatehoodParams.parse({ data: 'x', first: 1990, last: 2026 });
  const poles = polesOf(state.institutions, params);
  const stops = statehoodStops(poles, params);

  it('stands every institution in the yurt once, the oldest in the middle', () => {
    expect(poles.map(({ institution }) => institution.id).toSorted()).toEqual(
      state.institutions.map(({ id }) => id).toSorted(),
    );
    const middle = poles.toSorted((a, b) => Math.abs(a.angle) - Math.abs(b.angle)).slice(0, 2);
    expect(middle.map(({ institution }) => institution.id)).toContain('sb-independence-law');
  });

  it('makes height time: a later milestone stands higher, whatever its pole', () => {
    const dome = domeIn({ width: 1920, height: 1080 }, false);
    const marks = poles.flatMap(({ angle, milestones }) =>
      milestones.map(({ milestone, height }) => ({ date: milestone.date, y: placeOn(dome, angle, height)[1] })),
    );
    const known = marks.filter(({ date }) => date.length === 10).toSorted((a, b) => a.date.localeCompare(b.date));
    const heights = known.map(({ y }) => y);
    expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  });

  it('tells every milestone of every institution, in the order of their dates', () => {
    const told = stops.flatMap((stop) =>
      stop.kind === 'told' ? [stop.pole.milestones[stop.milestone]?.milestone] : [],
    );
    expect(told).toHaveLength(state.institutions.reduce((sum, { milestones }) => sum + milestones.length, 0));
    for (const { milestones } of poles) {
      const dates = milestones.map(({ height }) => height);
      expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    }
  });

  it('lights the pole part by part, never beyond what is told, and to the ring at last', () => {
    const capital = stops.findLast((stop) => stop.kind === 'told' && stop.pole.institution.id === 'sb-capital');
    const first = stops.find((stop) => stop.kind === 'told' && stop.pole.institution.id === 'sb-capital');
    const early = statehoodAt(((first?.fromMs ?? 0) + (first?.untilMs ?? 0)) / 2, stops)?.light ?? [];
    expect(early).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0]);
    const late = statehoodAt((capital?.untilMs ?? 0) - 1000, stops)?.light ?? [];
    expect(late).toHaveLength(9);
    expect(Math.min(...late)).toBeGreaterThan(0.9);
  });

  it('rises with the years, from the first to the last', () => {
    expect(yearAt(statehoodAt(0, stops)?.risen ?? -1, params)).toBe(1990);
    expect(yearAt(statehoodAt(25_900, stops)?.risen ?? -1, params)).toBe(2026);
  });

  it('is the same wherever it comes from, and stays within its bounds', () => {
    fc.assert(
      fc.property(anyPosition, (at) => {
        const frame = statehoodAt(at, stops);
        expect(frame).toEqual(statehoodAt(at, stops));
        for (const light of [frame?.words ?? -1, frame?.risen ?? -1, ...(frame?.light ?? [])]) {
          expect(light).toBeGreaterThanOrEqual(0);
          expect(light).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('refuses an institution that the content does not have', () => {
    expect(() => statehoodStops(poles, { ...params, institutions: ['sb-nobody'] })).toThrow('sb-nobody');
  });
});

describe('diplomacy', () => {
  const stops = diplomacyStops(diplomacy, DiplomacyParams.parse({ data: 'x' }));

  it('tells every state and every organisation once, and the count at the end with its date', () => {
    const kinds = stops.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'relation')).toHaveLength(diplomacy.relations.length);
    expect(kinds.filter((kind) => kind === 'organisation')).toHaveLength(diplomacy.organisations.length);
    expect(stops.at(-1)).toMatchObject({ kind: 'count', date: '2025-07', states: diplomacy.relations.length });
  });

  it('claims nothing too early: a date without its day comes after all days it may mean', () => {
    const dates = stops.slice(0, -1).map(({ date }) => `${date}-99-99`.slice(0, 10));
    expect(dates).toEqual(dates.toSorted());
    const at = (id: string): number => stops.findIndex((stop) => stop.kind === 'relation' && stop.relation.id === id);
    expect(at('dr-nl')).toBeGreaterThan(at('dr-uz'));
  });

  it('reaches out from Almaty before 10 December 1997 and from Astana after', () => {
    for (const { fromMs, untilMs, date, kind } of stops) {
      const frame = diplomacyAt((fromMs + untilMs) / 2 + (kind === 'move' ? 1000 : 0), stops);
      expect([date, frame?.centre]).toEqual([date, date < moveDate && kind !== 'move' ? 'almaty' : 'astana']);
    }
  });

  it('lights states without a date only at the end', () => {
    const end = stops.at(-1);
    expect(diplomacyAt((end?.fromMs ?? 0) - 1, stops)?.undated).toBe(0);
    expect(diplomacyAt((end?.untilMs ?? 0) - 1000, stops)?.undated).toBe(1);
  });

  it('lets light fall on land that belongs to a state apart', () => {
    expect(stateOf('304', 'Greenland')).toBe(208);
    expect(stateOf('398', 'Kazakhstan')).toBe(398);
    expect(stateOf(undefined, 'Siachen Glacier')).toBeNull();
  });

  it('counts in Russian as Russian counts', () => {
    const words = [1, 2, 5, 11, 21, 34, 99, 112].map((count) => statesText(count)['ru']?.split(' ')[0]);
    const [one, few, many] = ['государство', 'государства', 'государств'];
    expect(words).toEqual([one, few, many, many, one, few, many, many]);
  });
});

describe('investment', () => {
  const params = InvestmentParams.parse({ data: 'x', first: 1991, last: 2025 });
  const stops = investmentStops(state, params);
  const bars = barsOf(state.flows, params, { left: 0, right: 1400, base: 1000, height: 500 });

  it('raises every bar at exactly one stop, and tells every entry', () => {
    for (const bar of bars) expect(stops.filter((stop) => isOf(stop, bar))).toHaveLength(1);
    expect(stops.filter(({ kind }) => kind === 'entry')).toHaveLength(state.investment.length);
  });

  it('says of years without an amount that there is none, once they have come', () => {
    expect(gapsOf(state.flows, params)).toEqual([{ from: 2016, until: 2019 }]);
    const [gap, ...more] = stops.filter(({ kind }) => kind === 'gap');
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ gap: { from: 2016, until: 2019 } });
    const before = stops[stops.findIndex((stop) => stop === gap) - 1];
    expect(before).toMatchObject({ kind: 'year', year: 2015 });
    // Within the years that are shown, and not before the first or after the last amount.
    expect(gapsOf(state.flows, { first: 1991, last: 2018 })).toEqual([]);
    expect(gapsOf([], params)).toEqual([]);
    const beds = bedsOf({ from: 2016, until: 2019 }, params, { left: 0, right: 1400, base: 1000, height: 500 });
    expect(beds.match(/M/g)).toHaveLength(4);
  });

  it('draws amounts to one scale, from nothing', () => {
    for (const { amount, height } of bars) expect(height).toBeCloseTo(Math.max(3, (amount / 28) * 500), 6);
  });

  it('goes on in time', () => {
    const years = stops.map(({ date }) => Number(date.slice(0, 4)));
    expect(years).toEqual(years.toSorted((a, b) => a - b));
    expect(investmentAt(0, stops)?.standing).toBe(1);
    expect(investmentAt((stops.at(-1)?.untilMs ?? 0) + 5999, stops)?.standing).toBeLessThan(0.01);
  });

  it('writes a decimal comma in Kazakh and Russian', () => {
    expect(['kk', 'ru', 'en'].map((language) => amountText(17.2, language))).toEqual(['17,2', '17,2', '17.2']);
    expect([330, 28, 1.27, 0.1].map((amount) => amountText(amount, 'en'))).toEqual(['330', '28', '1.27', '0.1']);
  });
});

describe('the wall', () => {
  const surface = hall.surfaces.find(({ id }) => id === 'wall');
  const canvas = { width: surface?.widthPx ?? 0, height: surface?.heightPx ?? 0 };
  const members = (surface?.members ?? []).map(({ screen, rect }) => ({ screen, ...rect }));

  it('puts the sun on the bezels and a word on each screen of the lowest row, 60 px clear of them', () => {
    const { sun, places } = wallLayout({ canvas, members }, 2);
    expect(sun).toEqual({ x: 1924, y: 1084 });
    expect(places.map(({ x, width }) => [x, x + width])).toEqual([
      [60, 1860],
      [1988, 3788],
    ]);
    for (const { y } of places) expect(y).toBe(1148);
  });

  it('makes do with a single screen', () => {
    const { places } = wallLayout({ canvas: { width: 1920, height: 1080 }, members: [] }, 2);
    expect(places.map(({ x }) => x)).toEqual([60, 1020]);
  });

  it('lights the sun first, then the rays from the zenith down, the land, the words from the left', () => {
    const frame = wallAt(11_000, { rays: 8, words: 2, parts: 3 });
    expect(frame.sun).toBe(1);
    expect(frame.rays).toEqual(frame.rays.toSorted((a, b) => b - a));
    expect(frame.words).toEqual([0, 0]);
    const day = wallAt(loopMs / 2, { rays: 8, words: 2, parts: 3 });
    expect([...day.rays, ...day.words]).toEqual(Array.from({ length: 10 }, () => 1));
  });

  it('says its name in each of the languages', () => {
    const parts = Array.from(
      { length: 120 },
      (_, second) => wallAt(second * 1000, { rays: 8, words: 2, parts: 3 }).line,
    );
    const said = new Set(parts.filter(({ opacity }) => opacity === 1).map(({ part }) => part));
    expect([...said]).toEqual([0, 1, 2]);
  });

  it('keeps its light between none and all', () => {
    fc.assert(
      fc.property(anyPosition, (at) => {
        const { sun, glow, land, rays, words, line } = wallAt(at, { rays: 8, words: 2, parts: 3 });
        for (const light of [sun, glow, land, line.opacity, ...rays, ...words]) {
          expect(light).toBeGreaterThanOrEqual(0);
          expect(light).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
