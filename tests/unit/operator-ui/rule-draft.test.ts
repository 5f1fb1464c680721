import { describe, expect, it } from 'vitest';
import { assert, integer, property, uniqueArray } from 'fast-check';
import { Rule } from '#shared/schedule.ts';
import { datesOf, nextDate, weekly } from '../../../operator-ui/state/calendar-edits.ts';
import { daysOf, expressionOf, timesOf } from '../../../operator-ui/state/cron-days.ts';
import { draftOf, flawsByField, newDraft, ruleOf, type RuleDraft } from '../../../operator-ui/state/rule-draft.ts';

const whole = Rule.parse({
  id: 'visit',
  version: 3,
  title: { en: 'A visit', kk: 'Сапар' },
  scene: 'idle',
  layer: 'scheduled',
  when: { cron: '30 10 * * tue-sun' },
  end: '12:00',
  from: '2026-12-01',
  to: '2026-12-31',
  priority: 7,
  targets: ['panels', 'wall'],
  except: ['p1'],
  language: 'kk',
  enabled: false,
  outsideHours: true,
  listed: false,
  booking: { group: 'School 12', guide: 'Aigerim', language: 'ru', size: 24, note: 'by bus' },
});
const once = Rule.parse({ id: 'once', show: 'a', when: { at: '2026-12-16T10:00' }, targets: 'panels' });
const changed = (change: Partial<RuleDraft>, rule = once) => ruleOf({ ...draftOf(rule), ...change }, new Set());
const slips = (change: Partial<RuleDraft>, rule = once) => {
  const drafted = changed(change, rule);
  return drafted.ok ? [] : drafted.slips;
};

describe('a rule in its form', () => {
  it.each([
    ['everything', whole],
    ['once', once],
    ['once, to another day', Rule.parse({ ...once, end: '2026-12-17T01:30' })],
    ['always', Rule.parse({ ...whole, when: { always: true }, end: undefined })],
    ['a length', Rule.parse({ ...once, durationMs: 90_000 })],
  ])('comes out as it went in: %s', (_, rule) => {
    expect(ruleOf(draftOf(rule), new Set())).toEqual({ ok: true, rule });
  });

  it('gets an id of its own when it is new', () => {
    const draft = { ...newDraft('2026-12-16T10:00', 45, ['panels']), subject: 'show:tour' };
    expect(ruleOf(draft, new Set(['tour', 'tour-2']))).toMatchObject({
      ok: true,
      rule: { id: 'tour-3', version: 1, show: 'tour', durationMs: 45 * 60_000, when: { at: '2026-12-16T10:00' } },
    });
  });

  it.each<[string, Partial<RuleDraft>, string[]]>([
    ['nothing to show', { subject: '' }, ['subject']],
    ['no screens', { targets: [] }, ['targets']],
    ['no time', { at: '' }, ['at']],
    ['a time that is none', { at: 'tomorrow' }, ['at']],
    ['no expression', { comes: 'again', cron: '' }, ['cron']],
    ['a length that is no number', { lasts: 'minutes', minutes: 'long' }, ['minutes']],
    ['no length', { lasts: 'minutes', minutes: '' }, ['minutes']],
    ['a length without end', { lasts: 'minutes', minutes: '1e9' }, ['minutes']],
    ['an end that is none', { lasts: 'until', end: 'late' }, ['end']],
    ['a date that does not exist', { from: '2026-02-30' }, ['from']],
    ['a priority beyond all', { priority: '1000' }, ['priority']],
    ['a priority that is no number', { priority: 'ten' }, ['priority']],
    ['a booking for nobody', { isBooking: true, group: ' ' }, ['group']],
    ['half a visitor', { isBooking: true, group: 'x', size: '1.5' }, ['size']],
    ['two slips at once', { targets: [], priority: '' }, ['priority', 'targets']],
  ])('says which field is wrong: %s', (_, change, fields) => {
    expect(slips(change).toSorted()).toEqual(fields);
  });

  it('puts what the hall found beside the field it is about', () => {
    const flaw = (path: string) => ({ path, code: 'reference' as const, found: '', expected: '' });
    const paths = ['when.cron', 'end', 'to', 'targets', 'show', 'scene', 'durationMs'];
    const fields = flawsByField({ flaws: paths.map(flaw), next: [], odd: [] }, 'again');
    expect([...fields.keys()]).toEqual(['cron', 'end', 'to', 'targets', 'subject', 'minutes']);
  });
});

describe('days and times', () => {
  it.each([
    ['30 10 * * tue-sun', [2, 3, 4, 5, 6, 7], ['10:30']],
    ['0 10,14 * * *', [1, 2, 3, 4, 5, 6, 7], ['10:00', '14:00']],
    ['0 0,30 9-10 * * 0', [7], ['09:00', '09:30', '10:00', '10:30']],
  ])('%s is days and times', (expression, weekdays, times) => {
    expect(daysOf(expression)).toEqual({ weekdays, times });
  });

  it.each(['0 10 1 * *', '0 10 * dec *', '*/1 * * * *', '0 10 * * 2#3', 'every day', '30 0 10 * * *'])(
    '%s says more than days and times, and is left alone',
    (expression) => expect(daysOf(expression)).toBeNull(),
  );

  it('reads times as people type them, and nothing else', () => {
    expect(timesOf('14.30, 9:15 10:00;10:00')).toEqual(['09:15', '10:00', '14:30']);
    for (const text of ['', '25:00', '10:60', 'ten']) expect(timesOf(text)).toBeNull();
  });

  it('has no expression for times at different minutes', () => {
    expect(expressionOf({ weekdays: [1], times: ['10:00', '14:30'] })).toBeNull();
    expect(expressionOf({ weekdays: [], times: ['10:00'] })).toBeNull();
  });

  it('comes back from its expression as it was', () => {
    const subset = (from: number, to: number, most: number) =>
      uniqueArray(integer({ min: from, max: to }), { minLength: 1, maxLength: most });
    assert(
      property(subset(1, 7, 7), subset(0, 23, 6), subset(0, 59, 6), (days, hours, minutes) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const times = hours.flatMap((h) => minutes.map((m) => `${two(h)}:${two(m)}`)).toSorted();
        const weekdays = days.toSorted((a, b) => a - b);
        const expression = expressionOf({ weekdays, times });
        expect(daysOf(expression ?? '')).toEqual({ weekdays, times });
      }),
    );
  });
});

describe('edits and the dates they are about', () => {
  it('is the date of what comes once, moves or differs', () => {
    expect(
      datesOf(
        [
          { type: 'rule.put', rule: once, base: null },
          {
            type: 'day.put',
            day: { date: '--01-01', version: 1, name: { en: 'x' }, zones: [], tone: 'usual' },
            base: null,
          },
          {
            type: 'exception.put',
            base: null,
            exception: { rule: 'a', date: '2026-12-20', version: 1, change: { is: 'move', to: '2026-12-21T10:00' } },
          },
        ],
        '2026-12-16',
      ),
    ).toEqual(['2026-12-16', '2027-01-01', '2026-12-20', '2026-12-21']);
    expect(nextDate('--02-29', '2026-12-16')).toBe('2028-02-29');
    expect(nextDate('--12-16', '2026-12-16')).toBe('2026-12-16');
  });

  it('makes of once every week, from that date', () => {
    expect(weekly(once, { start: '2026-12-16T10:30', end: '2026-12-16T11:15' })).toMatchObject({
      id: 'once',
      when: { cron: '30 10 * * wed' },
      from: '2026-12-16',
      durationMs: 45 * 60_000,
    });
  });
});
