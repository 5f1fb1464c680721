import { describe, expect, it } from 'vitest';
import { createCompile } from '#core/compile.ts';
import { createScheduleMemo } from '#core/resolve/memo.ts';
import { calendarIn } from '#core/view/calendar.ts';
import { aHall, aShow, at, aState, type StateInput } from '../../../support/hall-state.ts';

const minute = 60_000;
const hour = 60 * minute;
const compile = createCompile();
const every = [1, 2, 3, 4, 5, 6, 7];

const shows = [
  aShow('tour', [{ scene: 'idle', durationMs: hour }]),
  aShow('talk', [{ scene: 'idle', durationMs: hour / 2 }]),
];
const base = { id: 'base', show: 'idle', layer: 'ambient' as const, when: { always: true as const }, targets: 'all' };

const calendar = (input: StateInput, from = '2026-12-16T00:00+05:00', until = '2026-12-17T00:00+05:00') =>
  calendarIn(aState({ shows, ...input }), compile, at(from), at(until), createScheduleMemo());

const time = (instant: number): string => new Date(instant + 5 * hour).toISOString().slice(11, 16);

describe('a calendar', () => {
  it('names show, language, screens and wall times of every scheduled occurrence, and no ambient', () => {
    const { blocks } = calendar({
      rules: [
        base,
        { id: 'morning', show: 'tour', when: { cron: '0 10,15 * * *' }, targets: 'panels', language: 'ru' },
        {
          id: 'visit',
          title: { en: 'A school' },
          show: 'talk',
          when: { at: '2026-12-16T12:00' },
          durationMs: hour,
          targets: ['p1', 'wall'],
          listed: false,
          booking: { group: 'School 12', guide: 'Dana', language: 'kk', size: 24 },
        },
      ],
    });
    expect(blocks.map(({ run, start, end, language }) => [run, start, end, language])).toEqual([
      ['morning@2026-12-16T10:00', '2026-12-16T10:00', '2026-12-16T11:00', 'ru'],
      ['visit@2026-12-16T12:00', '2026-12-16T12:00', '2026-12-16T13:00', 'kk'],
      ['morning@2026-12-16T15:00', '2026-12-16T15:00', '2026-12-16T16:00', 'ru'],
    ]);
    expect(blocks[1]).toMatchObject({
      title: { en: 'A school' },
      source: { kind: 'show', id: 'talk' },
      screens: ['p1', 'w1', 'w2'],
      listed: false,
      booking: { group: 'School 12', size: 24 },
      ownMs: hour / 2,
    });
  });

  it('says where a block does not have its screens, who has them and why', () => {
    const { blocks } = calendar({
      rules: [
        base,
        { id: 'long', show: 'tour', when: { cron: '0 10 * * *' }, durationMs: 3 * hour, targets: 'all' },
        { id: 'talk', show: 'talk', when: { cron: '0 11 * * *' }, targets: 'p1', durationMs: hour, priority: 5 },
        { id: 'late', show: 'talk', when: { cron: '30 11 * * *' }, targets: 'p1', durationMs: hour },
      ],
    });
    const lost = Object.fromEntries(
      blocks.map((block) => [
        block.rule,
        block.lost.map(
          ({ screens, from, until, run, why }) =>
            `${screens.join()} ${time(from)}–${time(until)} ${run.split('@')[0] ?? ''} ${why}`,
        ),
      ]),
    );
    // Only what a show would show is lost: the tour is over at eleven, and so is the talk half an hour after its start.
    expect(lost).toEqual({ long: [], talk: [], late: [] });
    const looped = calendar({
      shows: [aShow('film', [{ scene: 'idle', durationMs: hour }], { loop: true })],
      rules: [
        base,
        { id: 'long', show: 'film', when: { cron: '0 10 * * *' }, durationMs: 3 * hour, targets: 'all' },
        { id: 'talk', show: 'film', when: { cron: '0 11 * * *' }, targets: 'p1', durationMs: hour, priority: 5 },
        { id: 'late', show: 'film', when: { cron: '30 11 * * *' }, targets: 'p1', durationMs: hour },
      ],
    }).blocks.map((block) => [
      block.rule,
      ...block.lost.map(
        ({ screens, from, until, run, why }) =>
          `${screens.join()} ${time(from)}–${time(until)} ${run.split('@')[0] ?? ''} ${why}`,
      ),
    ]);
    expect(looped).toEqual([
      ['long', 'p1 11:00–12:00 talk priority', 'p1 12:00–12:30 late specificity'],
      ['talk'],
      ['late', 'p1 11:30–12:00 talk priority'],
    ]);
  });

  it('shows what was moved, replaced, skipped and silenced', () => {
    const { blocks, absent, days } = calendar(
      {
        rules: [
          base,
          { id: 'a', show: 'tour', when: { cron: '0 10 * * *' }, targets: 'p1' },
          { id: 'b', show: 'tour', when: { cron: '0 12 * * *' }, targets: 'p1' },
          { id: 'c', show: 'tour', when: { cron: '0 14 * * *' }, targets: 'p1' },
        ],
        exceptions: [
          { rule: 'a', date: '2026-12-16', change: { is: 'move', to: '2026-12-16T16:00' } },
          { rule: 'b', date: '2026-12-16', change: { is: 'replace', show: 'talk' } },
          { rule: 'c', date: '2026-12-16', change: { is: 'skip' } },
        ],
        days: [{ date: '2026-12-17', name: { en: 'Day of mourning' }, tone: 'mourning' }],
      },
      '2026-12-16T00:00+05:00',
      '2026-12-18T00:00+05:00',
    );
    expect(blocks.map(({ rule, date, start, change, source }) => [rule, date, start, change, source.id])).toEqual([
      ['b', '2026-12-16', '2026-12-16T12:00', 'replace', 'talk'],
      ['a', '2026-12-16', '2026-12-16T16:00', 'move', 'tour'],
    ]);
    expect(absent.map(({ run, because }) => [run, because])).toEqual([
      ['c@2026-12-16T14:00', 'skip'],
      ['a@2026-12-17T10:00', 'mourning'],
      ['b@2026-12-17T12:00', 'mourning'],
      ['c@2026-12-17T14:00', 'mourning'],
    ]);
    expect(days.map(({ on, day }) => [on, day.tone])).toEqual([['2026-12-17', 'mourning']]);
  });

  it('has the gaps, the closed hours and the clock changes', () => {
    const berlin = calendarIn(
      aState({
        hall: aHall({
          timeZone: 'Europe/Berlin',
          openingHours: { weekly: [{ weekdays: every, from: '01:00', to: '06:00' }] },
        }),
        shows,
        rules: [{ id: 'night', show: 'tour', when: { cron: '30 2 * * *' }, durationMs: hour, targets: 'panels' }],
      }),
      compile,
      at('2026-03-29T00:00+01:00'),
      at('2026-03-30T00:00+02:00'),
      createScheduleMemo(),
    );
    expect(berlin.transitions).toEqual([
      { at: at('2026-03-29T02:00+01:00'), byMs: hour, fromLocal: '2026-03-29T02:00', toLocal: '2026-03-29T03:00' },
    ]);
    expect(berlin.blocks.map(({ start, moment }) => [start, moment])).toEqual([['2026-03-29T03:30', 'gap']]);
    expect(berlin.closed.map(({ from, until }) => (until - from) / hour)).toEqual([1, 18]);
    const panels = berlin.gaps.filter(({ screens }) => screens.includes('p1' as never));
    expect(panels.map(({ from, until }) => [new Date(from).toISOString(), new Date(until).toISOString()])).toEqual([
      ['2026-03-29T00:00:00.000Z', '2026-03-29T01:30:00.000Z'],
      ['2026-03-29T02:30:00.000Z', '2026-03-29T04:00:00.000Z'],
    ]);
  });
});
