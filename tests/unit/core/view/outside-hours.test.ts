import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { OpeningHours } from '#shared/hall.ts';
import { applyEdits } from '#core/commands/schedule.ts';
import { createCompile } from '#core/compile.ts';
import { createScheduleMemo } from '#core/resolve/memo.ts';
import { blocksIn } from '#core/view/blocks.ts';
import { outsideHours } from '#core/view/outside-hours.ts';
import { hallOf, type HallState } from '#core/state.ts';
import { aHall, aShow, at, aState, type StateInput } from '../../../support/hall-state.ts';

const compile = createCompile();
const hour = 3_600_000;
const weekly = [{ weekdays: [2, 3, 4, 5, 6, 7], from: '10:00', to: '18:00' }];

const given = (input: StateInput, hours: z.input<typeof OpeningHours> = { weekly }): HallState =>
  aState({
    hall: aHall({ openingHours: hours }),
    shows: [aShow('tour', [{ scene: 'idle', durationMs: hour }])],
    ...input,
  });
const rule = (when: { cron: string } | { at: string }, change = {}) => ({
  id: 'tour',
  show: 'tour',
  when,
  durationMs: 2 * hour,
  targets: 'panels',
  ...change,
});

function outside(state: HallState, from = '2026-12-14T00:00+05:00', until = '2026-12-21T00:00+05:00') {
  const { window, blocks } = blocksIn(state, compile, at(from), at(until), createScheduleMemo());
  return outsideHours(window, blocks);
}

const local = (instant: number): string => new Date(instant + 5 * hour).toISOString().slice(5, 16);

describe('shows outside opening hours', () => {
  it('are pointed out with what is hidden', () => {
    const found = outside(given({ rules: [rule({ cron: '0 17 * * *' })] }));
    const hidden = found.map(({ date, hidden: spans }) => [
      date,
      ...spans.map(({ from, until }) => `${local(from)} ${local(until)}`),
    ]);
    expect(hidden).toEqual([
      ['2026-12-14', '12-14T17:00 12-14T19:00'],
      ['2026-12-15', '12-15T18:00 12-15T19:00'],
      ['2026-12-16', '12-16T18:00 12-16T19:00'],
      ['2026-12-17', '12-17T18:00 12-17T19:00'],
      ['2026-12-18', '12-18T18:00 12-18T19:00'],
      ['2026-12-19', '12-19T18:00 12-19T19:00'],
      ['2026-12-20', '12-20T18:00 12-20T19:00'],
    ]);
  });

  it('are none inside them, nor where the rule may run at any time', () => {
    expect(outside(given({ rules: [rule({ cron: '0 14 * * tue-sun' })] }))).toEqual([]);
    expect(outside(given({ rules: [rule({ cron: '0 22 * * *' }, { outsideHours: true })] }))).toEqual([]);
  });

  it.each([
    ['an evening', rule({ at: '2026-12-16T17:30' }), { weekly }],
    ['a closed day', rule({ at: '2026-12-14T12:00' }), { weekly }],
    ['past midnight', rule({ at: '2026-12-16T23:00' }), { weekly }],
    ['before the opening', rule({ at: '2026-12-16T08:00' }), { weekly }],
    ['a zone with hours of its own', rule({ at: '2026-12-16T20:00' }), { weekly, zones: [{ zone: 'panels', weekly }] }],
    [
      'all screens, in two groups',
      rule({ at: '2026-12-16T20:00' }, { targets: 'all' }),
      { weekly, zones: [{ zone: 'walls', weekly }] },
    ],
    [
      'the hall, beside a zone with its own',
      rule({ at: '2026-12-16T20:00' }),
      { weekly, zones: [{ zone: 'walls', weekly: [] }] },
    ],
  ])('offer longer hours that open the hall for it, that day or every week: %s', (_, one, hours) => {
    const state = given({ rules: [one] }, hours);
    const [found] = outside(state);
    if (found === undefined) throw new Error('it was not pointed out');
    for (const edits of [found.extendDay, found.extendWeek]) {
      const result = applyEdits(state, [], edits, at('2026-12-01T00:00Z'));
      if (!result.ok) throw new Error(result.problem.detail);
      expect(outside(result.state)).toEqual([]);
      // What was not asked for stays as it was.
      expect(closedElsewhere(result.state)).toEqual(closedElsewhere(state));
    }
  });

  it('leave other zones and days alone when the hours grow', () => {
    const hours = { weekly, zones: [{ zone: 'walls', weekly: [{ weekdays: [3], from: '09:00', to: '12:00' }] }] };
    const state = given({ rules: [rule({ at: '2026-12-16T20:00' })] }, hours);
    const [found] = outside(state);
    expect(found?.extendDay).toEqual([
      {
        type: 'day.put',
        base: null,
        day: {
          date: '2026-12-16',
          version: 1,
          name: { en: 'Longer hours' },
          tone: 'usual',
          hours: { from: '10:00', to: '22:00' },
          zones: [{ zone: 'walls', hours: { from: '09:00', to: '12:00' } }],
        },
      },
    ]);
    const [week] = found?.extendWeek ?? [];
    expect(week).toMatchObject({
      type: 'hours.put',
      base: 1,
      hours: {
        weekly: [
          { weekdays: [2, 4, 5, 6, 7], from: '10:00', to: '18:00' },
          { weekdays: [3], from: '10:00', to: '22:00' },
        ],
        zones: [{ zone: 'walls', weekly: [{ weekdays: [3], from: '09:00', to: '12:00' }] }],
      },
    });
  });

  it('keep a special day’s name and tone', () => {
    const day = { date: '2026-12-16', version: 3, name: { en: 'Independence Day' }, hours: 'none' as const };
    const [found] = outside(given({ rules: [rule({ at: '2026-12-16T12:00' })], days: [day] }));
    expect(found?.extendDay).toMatchObject([
      { base: 3, day: { name: day.name, hours: { from: '12:00', to: '14:00' } } },
    ]);
    expect(found?.extendWeek).toEqual([]);
  });
});

/** The closed hours of the days after the date that the tests are about. */
function closedElsewhere(state: HallState): unknown {
  const [from, until] = [at('2026-12-17T12:00+05:00'), at('2026-12-20T00:00+05:00')];
  const { window } = blocksIn(state, compile, from, until, createScheduleMemo());
  return hallOf(state).screens.map(({ id }) =>
    window.closed
      .filter(({ group }) => group.screens.includes(id))
      .flatMap(({ stretches }) =>
        stretches.map((one) => `${local(Math.max(one.from, from))} ${local(Math.min(one.until, until))}`),
      ),
  );
}
