import { describe, expect, it } from 'vitest';
import { Rule } from '#shared/schedule.ts';
import { createCompile } from '#core/compile.ts';
import { createScheduleMemo } from '#core/resolve/memo.ts';
import { ruleOutlook } from '#core/view/rule-outlook.ts';
import { aHall, aShow, at, aState, type StateInput } from '../../../support/hall-state.ts';

const compile = createCompile();
const noon = at('2026-12-16T12:00+05:00');
const hour = 3_600_000;
const given = (change: Partial<StateInput> = {}) =>
  aState({ shows: [aShow('a', [{ scene: 'idle', durationMs: hour / 2 }])], ...change });
const outlook = (change: object, state = given(), now = noon) =>
  ruleOutlook(
    state,
    compile,
    Rule.parse({ id: 'new', show: 'a', when: { cron: '0 10 * * *' }, targets: 'panels', ...change }),
    now,
    createScheduleMemo(),
  );
const starts = (change: object, state = given()) => outlook(change, state).next.map(({ start }) => start);

describe('the outlook of a rule', () => {
  it('is its next five occurrences, however far apart they are', () => {
    expect(starts({})).toEqual([
      '2026-12-17T10:00',
      '2026-12-18T10:00',
      '2026-12-19T10:00',
      '2026-12-20T10:00',
      '2026-12-21T10:00',
    ]);
    expect(starts({ when: { cron: '0 12 29 2 *' } })).toEqual(
      [2028, 2032, 2036, 2040, 2044].map((year) => `${year}-02-29T12:00`),
    );
  });

  it('ends with its dates, and is empty for what is over or always on', () => {
    expect(starts({ to: '2026-12-18' })).toEqual(['2026-12-17T10:00', '2026-12-18T10:00']);
    expect(starts({ from: '2027-06-01' })[0]).toBe('2027-06-01T10:00');
    expect(starts({ when: { at: '2026-12-16T11:00' } })).toEqual([]);
    expect(starts({ when: { always: true } })).toEqual([]);
  });

  it('reaches the year 9999 without walking there', () => {
    expect(starts({ when: { at: '9999-12-31T23:00' } })).toEqual(['9999-12-31T23:00']);
    expect(starts({ from: '9999-12-30', to: '9999-12-31' })).toEqual(['9999-12-30T10:00', '9999-12-31T10:00']);
  });

  it('leaves out what an exception skips, and has what it moves where it goes', () => {
    const rules = [{ id: 'new', show: 'a', when: { cron: '0 10 * * *' }, targets: 'panels' }];
    const exceptions = [
      { rule: 'new', date: '2026-12-17', change: { is: 'skip' } },
      { rule: 'new', date: '2026-12-18', change: { is: 'move', to: '2026-12-18T15:00' } },
    ] as const;
    expect(starts({}, given({ rules, exceptions: [...exceptions] })).slice(0, 2)).toEqual([
      '2026-12-18T15:00',
      '2026-12-19T10:00',
    ]);
  });

  it('points out the times that a clock change takes away or brings twice', () => {
    const state = given({ hall: aHall({ timeZone: 'Europe/Berlin' }) });
    const { odd } = outlook({ when: { cron: '30 2 * * *' } }, state);
    expect(odd.map(({ planned, start, moment }) => ({ planned, start, moment }))).toEqual([
      { planned: '2027-03-28T02:30', start: '2027-03-28T03:30', moment: 'gap' },
      { planned: '2027-10-31T02:30', start: '2027-10-31T02:30', moment: 'overlap' },
    ]);
    expect(outlook({ when: { at: '2027-03-28T02:30' } }, state).next).toMatchObject([
      { planned: '2027-03-28T02:30', start: '2027-03-28T03:30', moment: 'gap' },
    ]);
    expect(outlook({ when: { cron: '30 2 * * *' } }).odd).toEqual([]);
  });

  it('says what cannot stand, by field and kind', () => {
    const flaw = (change: object) => outlook(change).flaws.map(({ path, code }) => [path, code]);
    expect(flaw({ when: { cron: '0 25 * * *' } })).toEqual([['when.cron', 'expression']]);
    expect(outlook({ when: { cron: '0 25 * * *' } }).flaws[0]?.field).toEqual({
      field: 'hour',
      found: '25',
      example: '10-17',
    });
    expect(flaw({ when: { at: '2026-12-17T12:00' }, end: '2026-12-17T10:00' })).toEqual([['end', 'end-before-start']]);
    expect(flaw({ except: ['panels'] })).toEqual([['targets', 'no-screen']]);
    expect(flaw({ targets: ['cellar'] })).toEqual([['targets', 'reference']]);
    expect(flaw({ from: '2027-01-02', to: '2027-01-01' })).toEqual([['to', 'dates-reversed']]);
    expect(flaw({ show: 'gone' })).toEqual([['show', 'reference']]);
  });
});
