import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { OpeningHours } from '#shared/hall.ts';
import { SpecialDay } from '#shared/schedule.ts';
import { closedStretches, openStretches } from '#core/schedule/opening-hours.ts';
import { zoneTable } from '#core/schedule/zone.ts';
import { at } from '../../../support/hall-state.ts';

// Years of occurrences: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

type Weekly = z.input<typeof OpeningHours>['weekly'];

const museum: Weekly = [{ weekdays: [2, 3, 4, 5, 6, 7], from: '10:00', to: '18:00' }];

function hours(weekly: Weekly, days: readonly z.input<typeof SpecialDay>[] = [], timeZone = 'Asia/Almaty') {
  return {
    group: { zone: null, weekly: OpeningHours.parse({ weekly }).weekly },
    days: new Map(days.map((day) => [day.date, SpecialDay.parse(day)])),
    zone: zoneTable(timeZone, at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z')),
  };
}

const iso = (value: number) => (Number.isFinite(value) ? new Date(value).toISOString().slice(0, 16) : String(value));
const closed = (of: ReturnType<typeof hours>, from: string, until: string) =>
  closedStretches(of, at(from), at(until)).map((stretch) => `${iso(stretch.from)}–${iso(stretch.until)}`);

describe('the closed hours', () => {
  it('are the nights, and a whole Monday with both nights around it', () => {
    expect(closed(hours(museum), '2026-12-20T12:00+05:00', '2026-12-22T12:00+05:00')).toEqual([
      '2026-12-20T13:00–2026-12-22T05:00',
    ]);
  });

  it('are whole though only a moment of them is asked for, and none while the hall is open', () => {
    expect(closed(hours(museum), '2026-12-21T03:00+05:00', '2026-12-21T03:01+05:00')).toEqual([
      '2026-12-20T13:00–2026-12-22T05:00',
    ]);
    expect(closed(hours(museum), '2026-12-22T10:00+05:00', '2026-12-22T18:00+05:00')).toEqual([]);
    expect(closed(hours(museum), '2026-12-22T17:59+05:00', '2026-12-22T18:01+05:00')).toHaveLength(1);
  });

  it('pass midnight, written as later hours or as an end before the start', () => {
    const expected = ['2026-12-15T21:00–2026-12-16T13:00'];
    const every = [1, 2, 3, 4, 5, 6, 7];
    expect(
      closed(
        hours([{ weekdays: every, from: '18:00', to: '26:00' }]),
        '2026-12-16T02:00+05:00',
        '2026-12-16T18:00+05:00',
      ),
    ).toEqual(expected);
    expect(
      closed(
        hours([{ weekdays: every, from: '18:00', to: '02:00' }]),
        '2026-12-16T02:00+05:00',
        '2026-12-16T18:00+05:00',
      ),
    ).toEqual(expected);
  });

  it('give way to a pause and to several openings a day', () => {
    const pause: Weekly = [
      { weekdays: [3], from: '10:00', to: '13:00' },
      { weekdays: [3], from: '14:00', to: '18:00' },
    ];
    expect(closed(hours(pause), '2026-12-16T10:00+05:00', '2026-12-16T18:00+05:00')).toEqual([
      '2026-12-16T08:00–2026-12-16T09:00',
    ]);
  });

  it('follow special days: closed all day, or open on a Monday until late', () => {
    const days = [
      { date: '2026-12-16', name: { en: 'Independence Day' }, hours: 'none' as const },
      { date: '2026-12-21', name: { en: 'Museum night' }, hours: { from: '18:00', to: '25:00' } },
    ];
    expect(closed(hours(museum, days), '2026-12-15T12:00+05:00', '2026-12-17T12:00+05:00')).toEqual([
      '2026-12-15T13:00–2026-12-17T05:00',
    ]);
    expect(closed(hours(museum, days), '2026-12-20T19:00+05:00', '2026-12-22T09:00+05:00')).toEqual([
      '2026-12-20T13:00–2026-12-21T13:00',
      '2026-12-21T20:00–2026-12-22T05:00',
    ]);
  });

  it('last for ever where the hall has no hours, and never come where it has all', () => {
    expect(closed(hours([]), '2026-12-15T12:00Z', '2026-12-17T12:00Z')).toEqual(['-Infinity–Infinity']);
    const always: Weekly = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
    expect(closed(hours(always), '2026-12-15T12:00Z', '2026-12-17T12:00Z')).toEqual([]);
  });

  it('keep the wall time over a clock change', () => {
    const berlin = hours([{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '18:00' }], [], 'Europe/Berlin');
    expect(closed(berlin, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual(['2026-03-28T17:00–2026-03-29T08:00']);
  });

  it('together with the open hours are all the time, whatever the window', () => {
    const weekly = fc.array(
      fc.record({
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        from: fc.constantFrom('00:00', '09:30', '20:00'),
        to: fc.constantFrom('12:00', '18:00', '24:00', '27:00', '02:00'),
      }),
      { maxLength: 3 },
    );
    const minutes = fc.integer({ min: 0, max: 14 * 24 * 60 });
    fc.assert(
      fc.property(weekly, minutes, fc.integer({ min: 1, max: 5000 }), (week, start, length) => {
        const of = hours(week);
        const from = at('2026-12-01T00:00Z') + start * 60_000;
        const until = from + length * 60_000;
        const shut = closedStretches(of, from, until);
        const open = openStretches(of, from, until);
        for (let t = from; t < until; t += 3 * 3_600_000 + 7 * 60_000) {
          const isShut = shut.some((stretch) => stretch.from <= t && t < stretch.until);
          expect(isShut).toBe(!open.some((stretch) => stretch.from <= t && t < stretch.until));
          const [alone] = closedStretches(of, t, t + 1);
          expect(alone !== undefined).toBe(isShut);
          expect(
            alone === undefined || shut.some((stretch) => stretch.from === alone.from && stretch.until === alone.until),
          ).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
