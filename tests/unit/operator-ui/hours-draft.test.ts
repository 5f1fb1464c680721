import { describe, expect, it } from 'vitest';
import { OpeningHours } from '#shared/hall.ts';
import { SpecialDay } from '#shared/schedule.ts';
import { dayDraft, dayOf, newDay } from '../../../operator-ui/state/day-draft.ts';
import { hoursDraft, hoursOf, pastMidnight } from '../../../operator-ui/state/hours-draft.ts';

const hours = OpeningHours.parse({
  version: 4,
  weekly: [
    { weekdays: [2, 3, 4, 5, 6, 7], from: '10:00', to: '18:00' },
    { weekdays: [6], from: '20:00', to: '26:00' },
  ],
  warmUpMs: 900_000,
  zones: [
    { zone: 'panels', weekly: [{ weekdays: [1], from: '12:00', to: '14:00' }], warmUpMs: 60_000 },
    { zone: 'walls', weekly: [] },
  ],
});

describe('opening hours in their form', () => {
  it('come out as they went in', () => expect(hoursOf(hoursDraft(hours))).toEqual({ ok: true, hours }));

  it('say which week and row is wrong', () => {
    const draft = hoursDraft(hours);
    const [hall, panels, walls] = draft.weeks;
    if (hall === undefined || panels === undefined || walls === undefined) throw new Error('a week is missing');
    const wrong = {
      ...draft,
      weeks: [
        { ...hall, warmUp: 'long', rows: [hall.rows[0], { weekdays: [], from: '10:00', to: '18:00' }] as never },
        { ...panels, rows: [{ weekdays: [1], from: '25', to: '14:00' }] },
        { ...walls, warmUp: '300' },
      ],
    };
    expect(hoursOf(wrong)).toEqual({
      ok: false,
      slips: [
        { week: 0, row: 1, what: 'weekdays' },
        { week: 0, row: null, what: 'warmUp' },
        { week: 1, row: 0, what: 'time' },
        { week: 2, row: null, what: 'warmUp' },
      ],
    });
  });

  it('take times as people type them', () => {
    const draft = hoursDraft(hours);
    const typed = {
      ...draft,
      weeks: [{ zone: null, warmUp: '1,5', rows: [{ weekdays: [7, 1], from: '9.30', to: '8:00' }] }],
    };
    expect(hoursOf(typed)).toMatchObject({
      ok: true,
      hours: { weekly: [{ weekdays: [1, 7], from: '09:30', to: '08:00' }], warmUpMs: 90_000 },
    });
  });

  it.each([
    ['10:00', '18:00', null],
    ['10:00', '24:00', null],
    ['20:00', '26:30', '02:30'],
    ['20:00', '02:00', '02:00'],
    ['late', '02:00', null],
  ])('from %s to %s reaches into the next date: %s', (from, to, expected) => {
    expect(pastMidnight(from, to)).toBe(expected);
  });
});

describe('a special day in its form', () => {
  const name = { kk: 'Тәуелсіздік күні', en: 'Independence Day' };
  it.each([
    { date: '2026-12-16', name, version: 3 },
    { date: '--12-16', name, hours: 'none' },
    { date: '--02-29', name },
    { date: '2026-12-16', name, hours: { from: '10:00', to: '26:00' }, tone: 'mourning' },
    {
      date: '2026-12-16',
      name,
      zones: [
        { zone: 'panels', hours: 'none' },
        { zone: 'walls', hours: { from: '10:00', to: '12:00' } },
      ],
    },
  ])('comes out as it went in: %o', (input) => {
    const day = SpecialDay.parse(input);
    expect(dayOf(dayDraft(day, '2026-06-01'))).toEqual({ ok: true, day });
  });

  it('says what is missing', () => {
    expect(dayOf(newDay(''))).toEqual({ ok: false, slips: ['date', 'name'] });
    expect(dayOf({ ...newDay('2026-12-16'), name, hours: { is: 'other', from: 'ten', to: '18:00' } })).toEqual({
      ok: false,
      slips: ['hours'],
    });
    expect(dayOf({ ...newDay('2026-12-16'), name: { en: 'x'.repeat(121) } })).toEqual({ ok: false, slips: ['name'] });
  });
});
