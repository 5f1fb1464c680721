import { describe, expect, it } from 'vitest';
import { BlockAnswer } from '#shared/schedule-answers.ts';
import { Rule } from '#shared/schedule.ts';
import {
  copied,
  meeting,
  moved,
  mourned,
  placed,
  replaced,
  skipped,
} from '../../../operator-ui/state/calendar-edits.ts';
import { cronWords } from '../../../operator-ui/state/cron-words.ts';
import { instantOfWall, wallOf } from '../../../operator-ui/state/wall-time.ts';

const block = (change: Partial<BlockAnswer> = {}): BlockAnswer =>
  BlockAnswer.parse({
    run: 'tour@2026-12-16T10:00',
    rule: 'tour',
    date: '2026-12-16',
    layer: 'scheduled',
    source: { kind: 'show', id: 'a', version: 1 },
    title: { en: 'Tour' },
    from: '2026-12-16T05:00:00.000Z',
    until: '2026-12-16T06:00:00.000Z',
    start: '2026-12-16T10:00',
    end: '2026-12-16T11:00',
    moment: 'usual',
    targets: ['panels'],
    screens: ['p1', 'p2'],
    language: null,
    priority: 0,
    listed: true,
    outsideHours: false,
    booking: null,
    change: null,
    ownMs: null,
    lost: [],
    ...change,
  });
const rule = (when: object, change = {}) =>
  Rule.parse({ id: 'tour', version: 4, show: 'a', when, targets: 'panels', ...change });

describe('cron in words', () => {
  it.each([
    ['0 10 * * *', 'every day, at 10:00', 'каждый день, в 10:00', 'күн сайын, сағат 10:00'],
    ['30 10 * * tue-sun', 'Tue–Sun, at 10:30', 'вт–вс, в 10:30', 'сс–жс, сағат 10:30'],
    [
      '0 10,14 * * 6,7',
      'Sat and Sun, at 10:00 and 14:00',
      'сб и вс, в 10:00 и 14:00',
      'сб және жс, сағат 10:00 және 14:00',
    ],
    [
      '*/30 10-17 * * *',
      'every day, every 30 min from 10:00 to 17:30',
      'каждый день, каждые 30 мин с 10:00 до 17:30',
      'күн сайын, 10:00–17:30 аралығында әр 30 минут сайын',
    ],
    [
      '0 12 1,15 * *',
      'on day 1 and 15 of the month, at 12:00',
      '1 и 15 числа месяца, в 12:00',
      'айдың 1 және 15 күні, сағат 12:00',
    ],
    [
      '0 12 16 dec *',
      'on day 16 of the month, at 12:00, in December',
      '16 числа месяца, в 12:00, месяцы: декабрь',
      'айдың 16 күні, сағат 12:00, айлар: желтоқсан',
    ],
  ])('%s', (expression, en, ru, kk) => {
    expect([cronWords(expression, 'en'), cronWords(expression, 'ru'), cronWords(expression, 'kk')]).toEqual([
      en,
      ru,
      kk,
    ]);
  });

  it('says nothing where it cannot say all', () => {
    for (const expression of ['0 10 * * 2#3', '0 10 15W * *', '15 10', 'every day', '*/7 3,9 * * *', '5 0 10 * * *'])
      expect([expression, cronWords(expression, 'en')]).toEqual([expression, null]);
  });
});

describe('what is done on the calendar, as edits', () => {
  const later = { start: '2026-12-16T11:30', end: '2026-12-16T12:30' };

  it('moves a rule that comes once, and makes an exception of one that repeats', () => {
    expect(moved(block(), later, rule({ at: '2026-12-16T10:00' }, { end: '11:00' }), undefined, [])).toMatchObject({
      type: 'rule.put',
      base: 4,
      rule: { when: { at: '2026-12-16T11:30' }, durationMs: 3_600_000 },
    });
    const edit = moved(block(), later, rule({ cron: '0 10 * * *' }), undefined, [block()]);
    expect(edit).toEqual({
      type: 'exception.put',
      base: null,
      exception: { rule: 'tour', date: '2026-12-16', version: 1, change: { is: 'move', to: '2026-12-16T11:30' } },
    });
  });

  it('keeps a longer duration, and the version of an exception that is there', () => {
    const exception = { rule: 'tour', date: '2026-12-16', version: 3, change: { is: 'skip' as const } };
    const longer = { start: '2026-12-16T10:00', end: '2026-12-16T12:00' };
    expect(moved(block(), longer, rule({ cron: '0 10 * * *' }), exception, [block()])).toMatchObject({
      base: 3,
      exception: { change: { to: '2026-12-16T10:00', durationMs: 7_200_000 } },
    });
  });

  it('moves a whole date by its first start', () => {
    const second = block({ run: 'tour@2026-12-16T14:00', start: '2026-12-16T14:00', end: '2026-12-16T15:00' });
    const to = { start: '2026-12-16T15:00', end: '2026-12-16T16:00' };
    expect(moved(second, to, rule({ cron: '0 10,14 * * *' }), undefined, [block(), second])).toMatchObject({
      exception: { change: { to: '2026-12-16T11:00' } },
    });
  });

  it('skips, copies and places under free ids', () => {
    expect(skipped(block(), undefined)).toMatchObject({ base: null, exception: { change: { is: 'skip' } } });
    expect(replaced(block(), 'show:b', undefined)).toMatchObject({
      base: null,
      exception: { rule: 'tour', date: '2026-12-16', change: { is: 'replace', show: 'b' } },
    });
    const taken = new Set(['tour', 'tour-copy', 'a-12-16']);
    expect(copied(rule({ cron: '0 10 * * *' }, { from: '2026-01-01' }), later, taken)).toMatchObject({
      base: null,
      rule: { id: 'tour-copy-2', version: 1, when: { at: '2026-12-16T11:30' } },
    });
    expect(placed({ id: 'a', title: { en: 'A' } }, later, ['all'], taken)).toMatchObject({
      rule: { id: 'a-12-16-2', targets: ['all'] },
    });
    expect(mourned('2026-12-16', undefined)).toMatchObject({
      base: null,
      day: { tone: 'mourning' },
    });
  });

  it('knows what a held block meets: others on its screens, and the time that is free around it', () => {
    const other = block({ run: 'other', start: '2026-12-16T12:00', end: '2026-12-16T13:00', screens: ['p2'] as never });
    const elsewhere = block({
      run: 'elsewhere',
      start: '2026-12-16T11:30',
      end: '2026-12-16T13:00',
      screens: ['w1'] as never,
    });
    expect(meeting(block(), later, [block(), other, elsewhere]).conflicts.map(({ run }) => run)).toEqual(['other']);
    const free = meeting(block(), { start: '2026-12-16T10:15', end: '2026-12-16T11:15' }, [block(), other, elsewhere]);
    expect(free).toEqual({ conflicts: [], gapBeforeMs: null, gapAfterMs: 45 * 60_000 });
  });
});

describe('the hall’s wall time in a browser', () => {
  it('becomes the instant, and back, in any zone', () => {
    expect(instantOfWall('2026-12-16T10:00', 'Asia/Almaty')).toBe(Date.parse('2026-12-16T05:00:00Z'));
    expect(instantOfWall('2026-07-01', 'Europe/Berlin')).toBe(Date.parse('2026-06-30T22:00:00Z'));
    expect(wallOf(Date.parse('2026-03-29T01:30:00Z'), 'Europe/Berlin')).toBe('2026-03-29T03:30');
    expect(instantOfWall('2026-03-29T03:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30:00Z'));
    expect(instantOfWall('no time', 'Asia/Almaty')).toBeNaN();
  });
});
