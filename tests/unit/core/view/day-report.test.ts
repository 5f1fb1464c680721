import { describe, expect, it } from 'vitest';
import { createCompile } from '#core/compile.ts';
import { createScheduleMemo } from '#core/resolve/memo.ts';
import { dayReport } from '#core/view/day-report.ts';
import { missedIn } from '#core/view/missed.ts';
import { missingTexts } from '#core/view/missing-texts.ts';
import { aHall, aScene, aShow, at, aState, screen, type StateInput } from '../../../support/hall-state.ts';

const compile = createCompile();
const minute = 60_000;
const hour = 60 * minute;
const shows = [
  aShow('tour', [{ scene: 'idle', durationMs: hour }]),
  aShow('film', [{ scene: 'idle', durationMs: 40 * minute }]),
];
const report = (input: StateInput, date = '2026-12-16', troubles: Parameters<typeof dayReport>[3] = []) =>
  dayReport(aState({ shows, ...input }), compile, date, troubles, createScheduleMemo());
const daily = (id: string, cron: string, change = {}) => ({
  id,
  show: 'tour',
  when: { cron },
  targets: 'p1',
  ...change,
});

describe('the report of a day', () => {
  it('is of the local date, from midnight to midnight', () => {
    const { from, until, blocks } = report({ rules: [daily('late', '30 23 * * *')] });
    expect([from, until]).toEqual([at('2026-12-16T00:00+05:00'), at('2026-12-17T00:00+05:00')]);
    expect(blocks.map(({ run }) => run)).toEqual(['late@2026-12-15T23:30', 'late@2026-12-16T23:30']);
  });

  it('finds gaps, overlaps and shows that are cut short', () => {
    const { gaps, overlaps, cutShort } = report({
      hall: aHall({ openingHours: { weekly: [{ weekdays: [3], from: '10:00', to: '13:00' }] } }),
      rules: [
        daily('one', '0 10 * * *'),
        daily('two', '30 10 * * *', { show: 'film' }),
        daily('brief', '0 12 * * *', { durationMs: 15 * minute }),
        daily('last', '30 12 * * *'),
      ],
    });
    const local = (instant: number) => new Date(instant + 5 * hour).toISOString().slice(11, 16);
    const p1 = gaps.filter(({ screens }) => screens.includes(screen('p1')));
    expect(p1.map(({ from, until }) => `${local(from)} ${local(until)}`)).toEqual(['11:10 12:00', '12:15 12:30']);
    expect(overlaps.map(({ rule }) => rule)).toEqual(['one']);
    expect(cutShort.map(({ block, comesMs, by }) => [block.rule, comesMs / minute, by.split('@')[0]])).toEqual([
      ['one', 30, 'two'],
      ['brief', 15, 'rule'],
      ['last', 30, 'hall:closed'],
    ]);
  });

  it('finds what is outside the hours, silenced, skipped, and clocks that change', () => {
    const found = report(
      {
        hall: aHall({
          timeZone: 'Europe/Berlin',
          openingHours: { weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '18:00' }] },
        }),
        rules: [daily('night', '30 2 * * *'), daily('evening', '0 19 * * *'), daily('noon', '0 12 * * *')],
        exceptions: [{ rule: 'noon', date: '2026-10-25', change: { is: 'skip' } }],
      },
      '2026-10-25',
    );
    expect(found.until - found.from).toBe(25 * hour);
    expect(found.outside.map(({ rule }) => rule)).toEqual(['evening']);
    expect(found.absent.map(({ rule, because }) => [rule, because])).toEqual([['noon', 'skip']]);
    expect(found.transitions.map(({ byMs, toLocal }) => [byMs, toLocal])).toEqual([[-hour, '2026-10-25T02:00']]);
    expect(found.moments.map(({ rule, moment }) => [rule, moment])).toEqual([['night', 'overlap']]);
  });

  it('finds texts that a language of the hall misses, and nothing in those that have all', () => {
    const hall = aHall({
      languages: { default: 'kk', order: ['kk', 'ru', 'en'], names: { kk: 'Қазақша', ru: 'Русский', en: 'English' } },
      screens: aHall().screens.map((one) => ({ ...one, defaultLanguage: 'kk' })),
    });
    const all = { kk: 'Дала', ru: 'Степь', en: 'Steppe' };
    const { missingTexts: missing } = report({
      hall,
      scenes: [
        aScene('half', { title: all, params: { title: all, subtitle: { kk: 'Дала' } } }),
        aScene('whole', { title: all, params: { title: all } }),
      ],
      shows: [
        aShow('x', [{ scene: 'half' }], { title: { ru: 'Показ', kk: 'Көрсетілім', en: 'Show' } }),
        aShow('y', [{ scene: 'whole' }], { title: all }),
      ],
      rules: [daily('x', '0 10 * * *', { show: 'x' }), daily('y', '0 12 * * *', { show: 'y' })],
    });
    expect(missing.map(({ source, path, languages }) => [source.id, path, languages])).toEqual([
      ['x', 'half.subtitle', ['ru', 'en']],
    ]);
    expect(missing[0]).toMatchObject({ title: { en: 'Show' }, scene: { en: 'Steppe' }, field: 'subtitle' });
    expect(missingTexts([], ['kk'])).toEqual([]);
  });

  it('names screens in maintenance, those that are down, and media that players miss', () => {
    const found = report(
      {
        rules: [daily('one', '0 10 * * *')],
        timelines: [compile(aState({}), { kind: 'scene', id: 'idle' }, ['p2'])],
        runs: [
          {
            id: 'run-1',
            layer: 'maintenance',
            timeline: compile(aState({}), { kind: 'scene', id: 'idle' }, ['p2']).hash,
            targets: ['p2'],
            except: [],
            from: at('2026-12-16T14:00+05:00'),
            until: at('2026-12-16T15:00+05:00'),
            segments: [{ zero: at('2026-12-16T14:00+05:00'), at: 0, rate: 1, cue: 0 }],
            owner: 'Timur',
            reason: 'New lamp',
            language: null,
            touch: 'locked',
            transition: { type: 'cut', durationMs: 0 },
            priority: 0,
            outsideHours: true,
            rule: null,
          },
        ],
      },
      '2026-12-16',
      [
        { screen: screen('p3'), missing: ['steppe.webp'], down: null },
        { screen: screen('p4'), missing: [], down: { why: 'Its player has not been heard.', said: null } },
      ],
    );
    expect(found.down.map(({ screens, why, from, until }) => [screens, why, (until - from) / hour])).toEqual([
      [['p2'], 'New lamp', 1],
      [['p4'], 'Its player has not been heard.', 24],
    ]);
    expect(found.missingMedia).toEqual([{ screen: 'p3', media: ['steppe.webp'] }]);
  });
});

describe('what was missed while the controller was down', () => {
  const state = aState({
    shows,
    rules: [
      daily('one', '0 10 * * *'),
      daily('two', '0 12 * * *', { durationMs: hour }),
      daily('under', '15 12 * * *', { priority: -1, durationMs: 30 * minute }),
    ],
  });
  const missed = (from: string, until: string, now: string) =>
    missedIn(state, compile, [{ from: at(from), until: at(until) }], at(now), createScheduleMemo()).map(
      ({ block, missedMs, isOver }) => [block.run, missedMs / minute, isOver],
    );

  it('is what would have had a screen: how much of it, and whether it is over', () => {
    expect(missed('2026-12-16T10:30+05:00', '2026-12-16T12:10+05:00', '2026-12-16T12:10+05:00')).toEqual([
      ['one@2026-12-16T10:00', 30, true],
      ['two@2026-12-16T12:00', 10, false],
    ]);
    expect(missed('2026-12-16T12:20+05:00', '2026-12-16T12:30+05:00', '2026-12-16T14:00+05:00')).toEqual([
      ['two@2026-12-16T12:00', 10, true],
    ]);
    expect(missed('2026-12-16T13:30+05:00', '2026-12-16T20:00+05:00', '2026-12-16T20:00+05:00')).toEqual([]);
  });

  it('is told for a week', () => {
    expect(missed('2026-12-01T00:00+05:00', '2026-12-16T11:30+05:00', '2026-12-16T11:30+05:00')).toHaveLength(14);
  });
});
