import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgrammeEntry } from '#shared/scene-context.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import { programmeNow } from '../../../displays/scenes/programme/entries.ts';
import { slideAt } from '../../../displays/scenes/slideshow/slide-at.ts';

const words = { kk: 'Сөз', en: 'Word' };
const slide = { image: 'pictures/steppe.webp' };

describe('the parameters of the everyday scenes', () => {
  it.each([
    ['text', { title: words }],
    ['text', { title: words, text: words, credit: words, kicker: words, languages: 'two' }],
    ['image', { image: 'pictures/steppe.webp', caption: words, fit: 'cover', focus: { x: 0, y: 1 } }],
    ['slideshow', { slides: [slide, slide] }],
    ['clock', {}],
    ['programme', {}],
  ])('%s takes %j', (type, params) => {
    expect(sceneType(type)?.params.safeParse(params).error).toBeUndefined();
  });

  it.each([
    ['text', {}],
    ['text', { title: { en: 'x'.repeat(1200) } }],
    ['text', { title: words, text: { ru: 'x'.repeat(6000) } }],
    ['text', { title: words, languageMs: 10 }],
    ['image', {}],
    ['image', { image: '../secret.png' }],
    ['image', { image: 'https://elsewhere.example/a.png' }],
    ['image', { image: 'a.webp', focus: { x: 2, y: 0 } }],
    ['slideshow', { slides: [] }],
    ['slideshow', { slides: [slide], slideMs: 100 }],
    ['clock', { zone: 'Asia/Almaty' }],
    ['title', { title: words, lead: { en: 'x'.repeat(2400) } }],
  ])('%s refuses %j', (type, params) => {
    expect(sceneType(type)?.params.safeParse(params).success).toBe(false);
  });

  it('names each medium once, so that players fetch it ahead', () => {
    const type = sceneType('slideshow');
    expect(type?.media(type.params.parse({ slides: [slide, { image: 'b.webp' }, slide] }))).toEqual([
      'pictures/steppe.webp',
      'b.webp',
    ]);
  });
});

describe('slideAt', () => {
  it('leaves the first picture without a before until the round comes back to it', () => {
    expect(slideAt(0, 3, 10_000)).toEqual({ index: 0, before: null, next: 1, intoMs: 0 });
    expect(slideAt(10_000, 3, 10_000)).toEqual({ index: 1, before: 0, next: 2, intoMs: 0 });
    expect(slideAt(31_000, 3, 10_000)).toEqual({ index: 0, before: 2, next: 1, intoMs: 1000 });
    expect(slideAt(25_000, 1, 10_000)).toEqual({ index: 0, before: null, next: 0, intoMs: 5000 });
  });

  it('is a picture of the show at every position', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e12, noNaN: true }), fc.integer({ min: 1, max: 100 }), (at, count) => {
        const { index, next, intoMs } = slideAt(at, count, 14_000);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThan(count);
        expect(next).toBe((index + 1) % count);
        expect(intoMs).toBeGreaterThanOrEqual(0);
        expect(intoMs).toBeLessThan(14_000);
      }),
    );
  });
});

describe('programmeNow', () => {
  const at = (time: string): number => Date.parse(`${time}:00+05:00`);
  const entry = (run: string, from: string, until: string | null): ProgrammeEntry => ({
    run,
    title: words,
    from: at(from),
    until: until === null ? null : at(until),
    language: null,
  });
  const all = [
    entry('tomorrow', '2026-05-21T10:30', '2026-05-21T11:00'),
    entry('noon', '2026-05-20T12:00', '2026-05-20T12:30'),
    entry('open', '2026-05-20T10:00', null),
    entry('morning', '2026-05-20T10:00', '2026-05-20T10:30'),
    entry('night', '2026-05-20T23:30', '2026-05-21T00:30'),
  ];
  const now = (time: string) => {
    const { entries, later } = programmeNow(all, at(time), 'Asia/Almaty');
    return { runs: entries.map(({ run, isOn }) => `${run}${isOn ? '*' : ''}`).join(' '), later: later?.run ?? null };
  };

  it('tells what is on and what comes today, in order', () => {
    expect(now('2026-05-20T09:00').runs).toBe('open morning noon night');
    expect(now('2026-05-20T10:10').runs).toBe('open* morning* noon night');
    expect(now('2026-05-20T10:30').runs).toBe('open* noon night');
    expect(now('2026-05-20T12:00').runs).toBe('open* noon* night');
  });

  it('keeps what passes midnight until it is over, and then opens the new day', () => {
    expect(now('2026-05-21T00:10').runs).toBe('night* tomorrow');
    expect(now('2026-05-21T00:30').runs).toBe('tomorrow');
  });

  it('names the first thing of a later day where nothing is left', () => {
    const rest = all.filter(({ run }) => run === 'noon' || run === 'tomorrow');
    expect(programmeNow(rest, at('2026-05-20T13:00'), 'Asia/Almaty')).toMatchObject({
      entries: [],
      later: { run: 'tomorrow' },
    });
    expect(programmeNow([], at('2026-05-20T13:00'), 'Asia/Almaty')).toEqual({ entries: [], later: null });
  });
});
