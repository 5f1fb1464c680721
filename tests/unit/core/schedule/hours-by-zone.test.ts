import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { OpeningHours } from '#shared/hall.ts';
import { SpecialDay } from '#shared/schedule.ts';
import { createCompile } from '#core/compile.ts';
import { claimsIn } from '#core/resolve/claims.ts';
import { planFor } from '#core/resolve/plan.ts';
import { resolve } from '#core/resolve/resolve.ts';
import { dayOn, hoursGroups } from '#core/schedule/opening-hours.ts';
import { aHall, aShow, at, aState, screen } from '../../../support/hall-state.ts';

const hour = 3_600_000;
const every = [1, 2, 3, 4, 5, 6, 7];
const compile = createCompile();

/** The hall from ten to six; the walls, which the café looks at, from eight to ten in the evening. */
const openingHours: z.input<typeof OpeningHours> = {
  weekly: [{ weekdays: every, from: '10:00', to: '18:00' }],
  warmUpMs: hour / 2,
  zones: [{ zone: 'walls', weekly: [{ weekdays: every, from: '08:00', to: '22:00' }], warmUpMs: hour }],
};

const given = (days: readonly z.input<typeof SpecialDay>[] = []) =>
  aState({
    hall: aHall({ openingHours }),
    shows: [aShow('x', [{ scene: 'idle', durationMs: hour }])],
    rules: [
      { id: 'base', show: 'idle', layer: 'ambient', when: { always: true }, targets: 'all' },
      { id: 'all-day', show: 'x', when: { cron: '0 * * * *' }, targets: 'all' },
    ],
    days,
  });

const onAir = (state: ReturnType<typeof given>, id: string, when: string) => {
  const { winner } = resolve(claimsIn(state, compile, at(when), at(when) + 1), screen(id), at(when));
  return `${winner.layer === 'closed' ? winner.run : winner.layer} ${winner.power}`;
};

describe('zones with hours of their own', () => {
  it('open, warm up and close by themselves', () => {
    const state = given();
    const walls = ['06:59', '07:00', '08:00', '09:00', '19:00', '22:00'].map((time) =>
      onAir(state, 'w1', `2026-12-16T${time}+05:00`),
    );
    expect(walls).toEqual([
      'hall:closed:walls@2026-12-15T22:00 standby',
      'hall:closed:walls@2026-12-15T22:00 on',
      'scheduled on',
      'scheduled on',
      'scheduled on',
      'hall:closed:walls@2026-12-16T22:00 standby',
    ]);
    const panels = ['09:29', '09:30', '10:00', '18:00'].map((time) => onAir(state, 'p1', `2026-12-16T${time}+05:00`));
    expect(panels).toEqual([
      'hall:closed@2026-12-15T18:00 standby',
      'hall:closed@2026-12-15T18:00 on',
      'scheduled on',
      'hall:closed@2026-12-16T18:00 standby',
    ]);
  });

  it('follow the hall’s special days, unless the day says something for the zone', () => {
    const closed = given([{ date: '2026-12-16', name: { en: 'Holiday' }, hours: 'none' }]);
    expect(onAir(closed, 'w1', '2026-12-16T12:00+05:00')).toMatch(/^hall:closed:walls/);
    const night = given([
      {
        date: '2026-12-16',
        name: { en: 'Museum night' },
        hours: 'none',
        zones: [
          { zone: 'walls', hours: { from: '20:00', to: '26:00' } },
          { zone: 'panels', hours: { from: '20:00', to: '23:00' } },
        ],
      },
    ]);
    expect(onAir(night, 'w1', '2026-12-16T12:00+05:00')).toMatch(/^hall:closed:walls/);
    expect(onAir(night, 'w1', '2026-12-17T01:30+05:00')).toBe('scheduled on');
    expect(onAir(night, 'p1', '2026-12-16T22:30+05:00')).toBe('scheduled on');
    expect(onAir(night, 'p1', '2026-12-17T01:30+05:00')).toMatch(/^hall:closed:panels/);
  });

  it('are in the programme while any of a show’s zones is open', () => {
    const plan = planFor(given(), compile, screen('p1'), at('2026-12-16T12:00+05:00'));
    const today = plan.programme.filter(({ from }) => from < at('2026-12-17T00:00+05:00'));
    expect([today[0]?.run, today.at(-1)?.run]).toEqual(['all-day@2026-12-16T08:00', 'all-day@2026-12-16T21:00']);
  });

  it('take their screens from the hall’s group; a group without screens is none', () => {
    const groups = hoursGroups(aHall({ openingHours }), new Map());
    expect(groups.map(({ zone, screens }) => [zone, screens])).toEqual([
      [null, ['p1', 'p2', 'p3', 'p4']],
      ['walls', ['w1', 'w2']],
    ]);
    const whole = OpeningHours.parse({ weekly: [], zones: [{ zone: 'everything', weekly: [] }] });
    const zones = [{ id: 'everything', name: { en: 'Everything' }, members: ['panels', 'walls'] }];
    const hall = aHall();
    const all = { ...hall, zones: [...hall.zones, ...zones], openingHours: whole };
    expect(hoursGroups(all, new Map()).map(({ zone }) => zone)).toEqual(['everything']);
  });
});

describe('a day of every year', () => {
  const annual = { date: '--12-16', name: { en: 'Independence Day' }, hours: 'none' as const };
  const days = (...list: z.input<typeof SpecialDay>[]) =>
    new Map(list.map((day) => [day.date, SpecialDay.parse(day)] as const));

  it('holds on its date in each of them', () => {
    expect(onAir(given([annual]), 'p1', '2026-12-16T12:00+05:00')).toMatch(/^hall:closed@2026-12-15/);
    expect(onAir(given([annual]), 'p1', '2031-12-16T12:00+05:00')).toMatch(/^hall:closed@2031-12-15/);
    expect(onAir(given([annual]), 'p1', '2026-12-17T12:00+05:00')).toBe('scheduled on');
  });

  it('gives way to a day of that very date', () => {
    const own = { date: '2026-12-16', name: { en: 'Open after all' } };
    expect(dayOn(days(annual, own), '2026-12-16')?.name).toEqual(own.name);
    expect(dayOn(days(annual, own), '2027-12-16')?.name).toEqual(annual.name);
    expect(onAir(given([annual, own]), 'p1', '2026-12-16T12:00+05:00')).toBe('scheduled on');
    const mourning = { ...annual, hours: undefined, tone: 'mourning' as const };
    const state = given([mourning, own]);
    expect(onAir(state, 'p1', '2027-12-16T12:00+05:00')).toBe('ambient on');
    expect(onAir(state, 'p1', '2026-12-16T12:00+05:00')).toBe('scheduled on');
  });

  it('exists: 29 February does, 30 February does not', () => {
    const date = (text: string) => SpecialDay.safeParse({ date: text, name: { en: 'x' } }).success;
    expect(['--02-29', '--02-30', '--13-01', '--00-10', '12-16'].map(date)).toEqual([true, false, false, false, false]);
  });
});
