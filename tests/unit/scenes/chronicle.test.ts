import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chronicle } from '#shared/content.ts';
import { ChronicleParams } from '#shared/scenes/chronicle.ts';
import { attractAt, lightAfterChange } from '../../../displays/scenes/chronicle/attract.ts';
import { columnAt, columnWidth, columnX } from '../../../displays/scenes/chronicle/marks.ts';
import { decadesOf } from '../../../displays/scenes/chronicle/scrubber.ts';
import { stepOf } from '../../../displays/touch/year-keys.ts';
import { categories, chronicleYears, openEvent, ownEvents } from '../../../displays/scenes/chronicle/years.ts';

const folder = join(import.meta.dirname, '../../../config/media/content');
const events = Chronicle.parse(JSON.parse(await readFile(join(folder, 'chronicle.json'), 'utf8')));
const years = chronicleYears(events, { first: 1991, last: 2025 });
const yearMs = 10_000;

describe('the years of the chronicle', () => {
  it('holds all 200 events, each in its year, in the order of their dates', () => {
    expect(years).toHaveLength(35);
    expect(years.flatMap((year) => year.events)).toHaveLength(200);
    for (const { year, events: own } of years) {
      expect(own.every((event) => event.date.startsWith(String(year)))).toBe(true);
    }
    expect(years[0]?.events.map(({ date }) => date).join()).toMatch(/^1991-06-22,1991-08-29,/);
  });

  it('gives every panel something to tell in every year', () => {
    for (const category of categories) {
      for (const year of years) expect(ownEvents(year, category)[0]?.category).toBe(category);
    }
  });

  it('keeps a year without events, and tells another field where the own one is silent', () => {
    const sparse = chronicleYears(
      events.filter(({ category }) => category === 'economic'),
      { first: 1990, last: 1992 },
    );
    expect(sparse.map(({ events: own }) => own.length)).toEqual([0, 1, 1]);
    const [empty, one] = sparse;
    if (empty === undefined || one === undefined) throw new Error('three years were asked for');
    expect(openEvent(empty, 'political', undefined)).toBeUndefined();
    expect(openEvent(one, 'political', undefined)?.category).toBe('economic');
  });

  it('opens what was chosen, and the own field when the choice belongs to another year', () => {
    const year = years[6];
    if (year === undefined) throw new Error('1997 is missing');
    expect(openEvent(year, 'political', year.events[0]?.id)).toBe(year.events[0]);
    expect(openEvent(year, 'political', 'c-1991-01')?.category).toBe('political');
  });
});

describe('the attract loop', () => {
  it('is the same function of position on every panel, in any order', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (positionMs) => {
        const frame = attractAt(positionMs, years.length, yearMs);
        expect(frame.year).toBe(Math.floor((positionMs % 350_000) / yearMs));
        expect(frame.round).toBe(Math.floor(positionMs / 350_000));
        expect(frame.light).toBeGreaterThanOrEqual(0.4);
        expect(frame.light).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('changes the figures at 40 % of the light, without words, and nowhere jumps', () => {
    const frames = Array.from({ length: 2000 }, (_, index) => attractAt(index * 10, 35, yearMs));
    const pairs = frames.slice(1).map((after, index) => ({ before: frames[index] ?? after, after }));
    const jumps = pairs.map(({ before, after }) => Math.abs(before.light - after.light));
    expect(Math.max(...jumps)).toBeLessThan(0.05);
    const changes = pairs.filter(({ before, after }) => before.year !== after.year);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.before.words).toBeLessThan(0.01);
    expect(changes[0]?.after.light).toBeCloseTo(0.4);
    expect(attractAt(5000, 35, yearMs)).toEqual({ year: 0, round: 0, light: 1, words: 1 });
  });

  it('lets the light return after a visitor has changed the year', () => {
    expect(lightAfterChange(0)).toBe(0.4);
    expect(lightAfterChange(Number.POSITIVE_INFINITY)).toBe(1);
  });
});

describe('the strip of years', () => {
  it('finds the year under a finger where it drew it', () => {
    for (let index = 0; index < 35; index++) expect(columnAt(columnX(index, 35), 35)).toBeCloseTo(index);
  });

  it('offers decades that a finger can hit', () => {
    expect(decadesOf(years).map(({ year }) => year)).toEqual([1991, 2000, 2010, 2020]);
    const short = chronicleYears(events, { first: 1999, last: 2025 });
    for (const { from, until } of decadesOf(short)) expect((until - from) * columnWidth(27)).toBeGreaterThanOrEqual(96);
  });

  it('moves by keys', () => {
    expect(stepOf('ArrowDown', true)).toEqual({ kind: 'year', by: -1 });
    expect(stepOf('ArrowDown', false)).toEqual({ kind: 'event', by: 1 });
    expect(stepOf('KeyQ', false)).toBeUndefined();
  });
});

describe('ChronicleParams', () => {
  const params = { data: 'content/chronicle.json', category: 'political', first: 1991, last: 2025 };
  it('takes what config has', () => {
    expect(ChronicleParams.parse(params).yearMs).toBe(10_000);
  });
  it.each([{ category: 'military' }, { data: '../x.json' }, { first: 2026 }, { speed: 1 }])('refuses %j', (wrong) => {
    expect(ChronicleParams.safeParse({ ...params, ...wrong }).success).toBe(false);
  });
});
