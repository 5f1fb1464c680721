import * as fc from 'fast-check';
import { createTask, validate } from 'node-cron';
import { describe, expect, it } from 'vitest';
import { calendarDay } from '#core/schedule/calendar.ts';
import { matchesDay, parseCron, type Cron } from '#core/schedule/cron.ts';

function parsed(expression: string): Cron {
  const result = parseCron(expression);
  if (!result.ok) throw new Error(`${expression}: ${result.field} ${result.found}`);
  return result.cron;
}

/** The first `count` starts after an instant, reading the wall clock as UTC. */
function startsAfter(expression: string, after: number, count: number): readonly string[] {
  const cron = parsed(expression);
  const found: string[] = [];
  for (let day = Math.floor(after / 86_400_000); found.length < count; day++) {
    if (!matchesDay(cron, calendarDay(day * 86_400_000))) continue;
    for (const timeMs of cron.timesMs) {
      const start = day * 86_400_000 + timeMs;
      if (start > after) found.push(new Date(start).toISOString());
    }
  }
  return found.slice(0, count);
}

const works = [
  '* * * * *',
  '*/5 * * * *',
  '0-59/7 * * * *',
  '0 22-2 * * *',
  '22-2/2 * * * *',
  '0 0 * * sat-sun',
  '0 0 * * SUN',
  '0 0 * * Monday',
  '0 0 1 january *',
  '0 0 1 Jan-Mar *',
  '0 0 L * *',
  '0 0 l * *',
  '0 0 L-3 * *',
  '0 0 15W * *',
  '0 0 1W * *',
  '0 0 31W * *',
  '0 0 29W 2 *',
  '0 0 LW * *',
  '0 0 1W,15W * *',
  '0 0 L,15 * *',
  '0 0 * * 2#3',
  '0 0 * * mon#2',
  '0 0 * * 7#2',
  '0 0 * * 5L',
  '0 0 * * fridayL',
  '0 0 * * 5L,1#1',
  '0 0 ? * ?',
  '@daily',
  '@HOURLY',
  '@weekly',
  '  0   0 * * *  ',
  '0 0 * * 7',
  '0 0 * * 5-7',
  '0 0 * * 0-7',
  '0 0 * * 6-1',
  '0 0 * * 7-2',
  '0 0 * * mon-fri/2',
  '1,2,3 * * * *',
  '*/61 * * * *',
  '*/5,7 * * * *',
  '0 0 1-5,10-15/2 * *',
  '01 02 03 04 *',
  '30 15 10 * * tue',
  '0 0 1-7 * 1',
  '0 0 29 2 *',
];

const refused = [
  '',
  '* *',
  '* * * * * * *',
  '? * * * *',
  '@reboot',
  'a * * * *',
  '5/15 * * * *',
  '1,,2 * * * *',
  '*/0 * * * *',
  '*/5/2 * * * *',
  '60 * * * *',
  '-1 * * * *',
  '1.5 * * * *',
  '0 24 * * *',
  '0 0 0 * *',
  '0 0 32 * *',
  '0 0 31 2 *',
  '0 0 31 4,6 *',
  '0 0 1-L * *',
  '0 0 L-31 * *',
  '0 0 L-0 * *',
  '0 0 32W * *',
  '0 0 0W * *',
  '0 0 W * *',
  '0 0 * 0 *',
  '0 0 * 13 *',
  '0 0 * sept *',
  '0 0 * jan/2 *',
  '0 0 * * 8',
  '0 0 * * L',
  '0 0 * * 1#6',
  '0 0 * * tues',
  '**/2 * * * *',
];

describe('the cron dialect', () => {
  it.each(works)('%s starts when node-cron starts it', async (expression) => {
    expect(validate(expression)).toBe(true);
    const task = createTask(expression, () => 0, { timezone: 'UTC' });
    const theirs = task.getNextRuns(30).map((date) => date.toISOString());
    await task.destroy();
    const before = Date.parse(theirs[0] ?? '') - 1;
    expect(startsAfter(expression, before, theirs.length)).toEqual(theirs);
  });

  it.each(refused)('“%s” is refused here and by node-cron', (expression) => {
    expect(validate(expression)).toBe(false);
    expect(parseCron(expression).ok).toBe(false);
  });

  it('accepts nothing that node-cron refuses, and refuses only what never comes of what it accepts', () => {
    const value = fc.constantFrom(
      '*',
      '0',
      '1',
      '5',
      '07',
      '12',
      '31',
      '59',
      '60',
      '?',
      'L',
      '15W',
      '2#1',
      '5L',
      'mon',
      'feb',
      '1-5',
      '22-2',
      '*/2',
      '1-31/3',
      '',
      '5/2',
      'x',
    );
    const field = fc.oneof(
      { weight: 5, arbitrary: value },
      fc.tuple(value, value).map(([a, b]) => `${a},${b}`),
    );
    fc.assert(
      fc.property(fc.array(field, { minLength: 5, maxLength: 6 }), (fields) => {
        const expression = fields.join(' ');
        const ours = parseCron(expression);
        const theirs = validate(expression);
        expect(ours.ok && !theirs).toBe(false);
        expect(theirs && !ours.ok ? ours.expected : 'a day that exists in some year').toBe(
          'a day that exists in some year',
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['61 * * * *', 'minute', '61', '*/15'],
    ['0 10-25 * * *', 'hour', '10-25', '10-17'],
    ['0 10 * * mo', 'day of week', 'mo', 'tue-sun'],
    ['0 10 1,99 * *', 'day of month', '99 in 1,99', '1,15'],
    ['0 10 * smarch *', 'month', 'smarch', 'jan-mar'],
    ['0 10 30 feb *', 'day of month', '30 in month feb', '28'],
    ['10:00', 'expression', '10:00', '30 10 * * tue-sun'],
  ])('%s: says the field, what it found and an example that works', (expression, field, found, example) => {
    expect(parseCron(expression)).toMatchObject({ ok: false, field, found, example });
  });

  it('shows examples that work themselves', () => {
    for (const expression of ['61 * * * *', '0 99 * * *', '0 0 99 * *', '0 0 * 99 *', '0 0 * * 99', '99 0 0 * * *']) {
      const flaw = parseCron(expression);
      if (flaw.ok) throw new Error('should be refused');
      const fields = expression.split(' ');
      expect(
        parseCron(fields.map((field) => (field === '99' || field === '61' ? flaw.example : field)).join(' ')).ok,
      ).toBe(true);
    }
  });

  it('reads hostile text as quickly as any other: a long one is refused for its length', () => {
    expect(parseCron(`${'1-'.repeat(100_000)} * * * *`)).toMatchObject({ ok: false, found: '200008 characters' });
    for (const hostile of [
      '1'.repeat(190),
      '*/'.repeat(80),
      `${'L-'.repeat(50)} * * * *`,
      `${','.repeat(150)} * * * *`,
      '\t '.repeat(90),
    ]) {
      expect(parseCron(hostile).ok).toBe(false);
    }
  });
});
