import { describe, expect, it, vi } from 'vitest';
import { createCompile } from '#core/compile.ts';
import { createScheduleMemo } from '#core/resolve/memo.ts';
import { plansFor } from '#core/resolve/plan.ts';
import { hallOf } from '#core/state.ts';
import { aHall, aScene, aShow, at, aState } from '../support/hall-state.ts';

vi.setConfig({ testTimeout: 60_000 });

const hour = 3_600_000;

/** Events over midnight, over the end of summer time, for days; a loop as ambient; closed on Mondays. */
const state = aState({
  hall: aHall({
    timeZone: 'Europe/Berlin',
    openingHours: { weekly: [{ weekdays: [2, 3, 4, 5, 6, 7], from: '09:00', to: '26:00' }], warmUpMs: hour / 2 },
  }),
  scenes: [aScene('a'), aScene('b')],
  shows: [
    aShow(
      'loop',
      [
        { scene: 'a', durationMs: 7 * 60_000 },
        { scene: 'b', targets: 'walls', durationMs: 11 * 60_000 },
      ],
      { loop: true },
    ),
    aShow('tour', [
      { scene: 'a', durationMs: 20 * 60_000 },
      { scene: 'b', targets: 'panels', durationMs: 40 * 60_000 },
    ]),
  ],
  rules: [
    { id: 'base', show: 'loop', layer: 'ambient', when: { always: true }, targets: 'all' },
    { id: 'tours', show: 'tour', when: { cron: '0 10-17 * * *' }, targets: 'panels' },
    { id: 'late', show: 'tour', when: { cron: '30 23 * * *' }, durationMs: 2 * hour, targets: 'p1' },
    { id: 'night', show: 'tour', when: { cron: '30 2 * * *' }, durationMs: hour, targets: 'p2', outsideHours: true },
    {
      id: 'festival',
      show: 'loop',
      when: { at: '2026-10-24T12:00' },
      durationMs: 50 * hour,
      targets: 'wall',
      priority: 2,
    },
  ],
  exceptions: [{ rule: 'late', date: '2026-10-26', change: { is: 'move', to: '2026-10-27T01:15' } }],
});
const screens = hallOf(state).screens.map(({ id }) => id);

// The controller of the first column has run since 21 October and planned every hour; that of the second starts now.
describe('a controller that starts anew has the plans of one that never stopped', () => {
  const memo = createScheduleMemo();
  const compile = createCompile();
  const running = new Map<number, unknown>();
  const moments = [
    ['before an event', '2026-10-22T09:59:59.999+02:00'],
    ['at its beginning', '2026-10-22T10:00+02:00'],
    ['inside it', '2026-10-22T10:25+02:00'],
    ['after it', '2026-10-22T11:00+02:00'],
    ['over midnight', '2026-10-23T00:30+02:00'],
    ['inside the doubled hour, the first time', '2026-10-25T02:30+02:00'],
    ['inside the doubled hour, the second time', '2026-10-25T02:30+01:00'],
    ['during days of one event', '2026-10-25T20:00+01:00'],
    ['on a closed day', '2026-10-26T12:00+01:00'],
    ['inside a moved event', '2026-10-27T01:30+01:00'],
    ['a week later', '2026-10-29T10:10+01:00'],
  ] as const;
  const asked = new Set(moments.map(([, when]) => at(when)));
  const hourly = Array.from({ length: 9 * 24 }, (_, index) => at('2026-10-21T00:00+02:00') + index * hour);
  for (const now of [...hourly, ...asked].toSorted((a, b) => a - b)) {
    const plans = plansFor(state, compile, screens, now, memo);
    if (asked.has(now)) running.set(now, plans);
  }

  it.each(moments)('%s', (_, when) => {
    const started = plansFor(structuredClone(state), createCompile(), screens, at(when), createScheduleMemo());
    expect(started).toEqual(running.get(at(when)));
  });
});
