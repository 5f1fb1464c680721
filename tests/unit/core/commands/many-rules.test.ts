import { describe, expect, it } from 'vitest';
import { checkDocuments } from '#core/validate.ts';
import { createCompile } from '#core/compile.ts';
import { applyEdits } from '#core/commands/schedule.ts';
import { differing } from '#core/commands/differing.ts';
import { importedOf } from '#core/commands/importing.ts';
import { createScheduleMemo } from '#core/resolve/memo.ts';
import { claimsIn } from '#core/resolve/claims.ts';
import { resolve } from '#core/resolve/resolve.ts';
import { mostRules, mostStartsADay } from '#core/schedule/check-totals.ts';
import { applyChanges, type HallState } from '#core/state.ts';
import { tooMuch } from '#core/view/workload.ts';
import { Rule, RuleException } from '#shared/schedule.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import { aShow, at, aState, screen } from '../../../support/hall-state.ts';

const noon = at('2026-12-16T12:00+05:00');
const day = 86_400_000;
const compile = createCompile();
const rule = (id: string, change: object = {}): Rule =>
  Rule.parse({ id, show: 'a', when: { cron: '0 10 * * *' }, durationMs: 600_000, targets: 'panels', ...change });
const put = (one: Rule, base: number | null = null): ScheduleEdit => ({ type: 'rule.put', rule: one, base });

/** A hall with this many rules; ten a day come once, from the first of January on. */
function filled(many: number, of: (index: number) => Rule = once): HallState {
  const state = aState({ shows: [aShow('a', [{ scene: 'idle', durationMs: 600_000 }])] });
  const rules = Array.from({ length: many }, (_, index) => of(index));
  return { ...state, rule: Object.fromEntries(rules.map((one) => [one.id, one])) };
}
function once(index: number): Rule {
  const date = new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 10) * day).toISOString().slice(0, 10);
  return rule(`visit-${index}`, { when: { at: `${date}T${9 + (index % 10)}:00`.replace('T9', 'T09') } });
}
const edit = (state: HallState, ...edits: readonly ScheduleEdit[]) =>
  applyEdits(state, claimsIn(state, compile, noon, noon + 1), edits, noon);

describe('ten thousand rules', () => {
  const many = filled(10_000);

  it('take one more, and resolve as if they were few', () => {
    const done = edit(many, put(rule('one-more', { when: { at: '2026-12-16T12:00' }, priority: 5 })));
    if (!done.ok) throw new Error(done.problem.detail);
    expect(Object.keys(done.state.rule)).toHaveLength(10_001);
    const claims = claimsIn(done.state, compile, noon, noon + 1);
    expect(resolve(claims, screen('p1'), noon).winner.run).toBe('one-more@2026-12-16T12:00');
  });

  it('are not looked through again for an edit of one of them', () => {
    const after = applyChanges(many, [{ kind: 'rule', id: 'visit-7', body: rule('visit-7') }], 2);
    const [was, is] = differing(importedOf(many), importedOf(after));
    expect([Object.keys(was.rule), Object.keys(is.rule)]).toEqual([['visit-7'], ['visit-7']]);
  });

  it(`are refused beyond ${mostRules}, with what to do; deleting and changing go on`, () => {
    const full = filled(mostRules);
    const more = edit(full, put(rule('too-many')));
    expect(more).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    expect(more.ok ? '' : more.problem.detail).toContain('delete those that are over');
    expect(edit(full, put({ ...once(0), priority: 3 }, 1)).ok).toBe(true);
    expect(edit(full, { type: 'rule.delete', id: 'visit-0' }).ok).toBe(true);
  });

  it(`are refused where they start more than ${mostStartsADay} times a day together, unless it becomes less`, () => {
    const everyMinute = (index: number): Rule => rule(`tick-${index}`, { when: { cron: '* * * * *' } });
    const busy = filled(3, everyMinute);
    const more = edit(busy, put(everyMinute(3)));
    expect(more.ok ? '' : more.problem.detail).toContain(`more than ${mostStartsADay} starts a day`);
    expect(edit(busy, put({ ...everyMinute(3), enabled: false })).ok).toBe(true);
    const beyond = filled(5, everyMinute);
    expect(edit(beyond, put({ ...everyMinute(0), enabled: false }, 1)).ok).toBe(true);
    expect(edit(beyond, { type: 'rule.delete', id: 'tick-1' }).ok).toBe(true);
  });
});

describe('what an edit is judged by', () => {
  const few = filled(3);
  const flawsOf = (before: HallState, after: HallState) => {
    const parts = differing(importedOf(before), importedOf(after));
    const all = [importedOf(before), importedOf(after)].map((one) => checkDocuments(one));
    const some = parts.map((one) => checkDocuments(one));
    const news = ([was = [], is = []]: readonly (readonly object[])[]) => {
      const known = new Set(was.map((flaw) => JSON.stringify(flaw)));
      return is.map((flaw) => JSON.stringify(flaw)).filter((flaw) => !known.has(flaw));
    };
    return { all: news(all), some: news(some) };
  };
  const exception = RuleException.parse({
    rule: 'visit-1',
    date: '2026-01-01',
    change: { is: 'move', to: '2026-01-02T10:00' },
  });
  const orphan = RuleException.parse({ ...exception, rule: 'nobody' });
  const wrong = RuleException.parse({ ...exception, change: { is: 'replace', show: 'gone' } });

  it.each<[string, Parameters<typeof applyChanges>[1]]>([
    [
      'a rule with a show that is not there',
      [{ kind: 'rule', id: 'visit-0', body: rule('visit-0', { show: 'gone' }) }],
    ],
    ['an exception of a rule that stays', [{ kind: 'exception', id: 'visit-1@2026-01-01', body: exception }]],
    ['an exception that is wrong', [{ kind: 'exception', id: 'visit-1@2026-01-01', body: wrong }]],
    ['an exception of nobody', [{ kind: 'exception', id: 'nobody@2026-01-01', body: orphan }]],
    ['a rule that goes', [{ kind: 'rule', id: 'visit-2', body: null }]],
    ['a show that goes', [{ kind: 'show', id: 'a', body: null }]],
  ])('finds what looking at everything finds: %s', (_, changes) => {
    const { all, some } = flawsOf(few, applyChanges(few, changes, 2));
    expect(some).toEqual(all);
  });

  it('an exception that its rule cannot have any more', () => {
    const moved = applyChanges(few, [{ kind: 'exception', id: 'visit-1@2026-01-01', body: exception }], 2);
    const always = rule('visit-1', { when: { always: true }, durationMs: undefined });
    const { all, some } = flawsOf(moved, applyChanges(moved, [{ kind: 'rule', id: 'visit-1', body: always }], 3));
    expect(some).toEqual(all);
    expect(some).toHaveLength(1);
  });
});

describe('looking through the schedule', () => {
  it('is refused where it would keep the hall from its screens, and not where little comes', () => {
    const busy = filled(3, (index) => rule(`tick-${index}`, { when: { cron: '* * * * *' }, targets: 'all' }));
    const memo = createScheduleMemo();
    expect(tooMuch(busy, noon, noon + 62 * day, memo)).toMatchObject({ code: 'too-large' });
    expect(tooMuch(busy, noon, noon + 2 * day, memo)).toBeNull();
    expect(tooMuch(filled(10_000), noon, noon + 31 * day, memo)).toBeNull();
  });

  it('takes a year 9999 as it takes any other', () => {
    const far = filled(1, () => rule('far', { when: { at: '9999-12-31T23:30' } }));
    const t = at('9999-12-31T23:35+05:00');
    expect(resolve(claimsIn(far, compile, t, t + 1), screen('p1'), t).winner.run).toBe('far@9999-12-31T23:30');
    expect(edit(far, put(rule('farther', { when: { cron: '0 10 * * *' }, from: '9999-01-01' }))).ok).toBe(true);
  });
});
