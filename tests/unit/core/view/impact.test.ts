import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ScheduleEdit } from '#shared/schedule-edits.ts';
import { applyEdits } from '#core/commands/schedule.ts';
import { createCompile } from '#core/compile.ts';
import { claimsIn } from '#core/resolve/claims.ts';
import { createScheduleMemo } from '#core/resolve/memo.ts';
import { impact } from '#core/view/impact.ts';
import type { HallState } from '#core/state.ts';
import { aHall, aShow, at, aState } from '../../../support/hall-state.ts';

const compile = createCompile();
const hour = 3_600_000;
const night = at('2026-12-16T03:00+05:00');
const [from, until] = [at('2026-12-16T00:00+05:00'), at('2026-12-18T00:00+05:00')];

const film = (id: string, change = {}) => aShow(id, [{ scene: 'idle', durationMs: hour }], { loop: true, ...change });
const tour = { id: 'tour', show: 'a', when: { cron: '0 10 * * *' }, durationMs: 2 * hour, targets: 'panels' };
const state = aState({
  hall: aHall({ openingHours: { weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '18:00' }] } }),
  shows: [film('a'), film('b'), film('memorial', { solemn: true })],
  rules: [
    { id: 'base', show: 'idle', layer: 'ambient', when: { always: true }, targets: ['panels', 'w1'] },
    tour,
    { id: 'memorial', show: 'memorial', when: { cron: '0 15 * * *' }, durationMs: hour, targets: 'all' },
  ],
});

const local = (instant: number): string => new Date(instant + 5 * hour).toISOString().slice(8, 16);

function effect(...edits: readonly z.input<typeof ScheduleEdit>[]) {
  const claims = claimsIn(state, compile, night, night + 1);
  const result = applyEdits(
    state,
    claims,
    edits.map((edit) => ScheduleEdit.parse(edit)),
    night,
  );
  if (!result.ok) throw new Error(result.problem.detail);
  return compared(state, result.state);
}
const compared = (before: HallState, after: HallState) =>
  impact(before, after, compile, from, until, createScheduleMemo());

const put = (rule: z.input<typeof ScheduleEdit> & { type: 'rule.put' }): z.input<typeof ScheduleEdit> => rule;
const changed = (change: object) => put({ type: 'rule.put', rule: { ...tour, ...change, version: 1 }, base: 1 });
const added = (change: object) => put({ type: 'rule.put', rule: { ...tour, id: 'new', ...change }, base: null });

describe('the effect of a change, before it is saved', () => {
  it('is nothing where nothing changes', () => {
    const { from: _from, until: _until, ...rest } = compared(state, state);
    expect(Object.values(rest).flat()).toEqual([]);
  });

  it('says which screens show what instead, and from when until when', () => {
    const { changes, moved, added: more, gone } = effect(changed({ show: 'b' }));
    expect(
      changes.map(
        (one) =>
          `${local(one.from)} ${local(one.until)} ${one.screens.join()}: ${one.was.source.id} → ${one.becomes.source.id}`,
      ),
    ).toEqual(['16T10:00 16T12:00 p1,p2,p3,p4: a → b', '17T10:00 17T12:00 p1,p2,p3,p4: a → b']);
    expect(moved.map(({ was, becomes }) => `${was.run} ${was.source.id} ${becomes.source.id}`)).toEqual([
      'tour@2026-12-16T10:00 a b',
      'tour@2026-12-17T10:00 a b',
    ]);
    expect([more, gone]).toEqual([[], []]);
  });

  it('names occurrences that come and go', () => {
    const { added: more, gone, changes } = effect(changed({ when: { cron: '0 11 * * *' } }));
    expect(more.map(({ run }) => run)).toEqual(['tour@2026-12-16T11:00', 'tour@2026-12-17T11:00']);
    expect(gone.map(({ run }) => run)).toEqual(['tour@2026-12-16T10:00', 'tour@2026-12-17T10:00']);
    expect(changes.slice(0, 3).map((one) => `${one.was.source.id} → ${one.becomes.source.id}`)).toEqual([
      'a → idle',
      'a → a',
      'idle → a',
    ]);
  });

  it('shows the conflicts of what is edited, and whom it displaces', () => {
    const over = effect(added({ show: 'b', when: { at: '2026-12-16T11:00' }, targets: 'p1' }));
    expect(over.conflicts).toEqual([]);
    expect(over.displaced.map(({ run, lost }) => [run, lost[0]?.screens])).toEqual([['tour@2026-12-16T10:00', ['p1']]]);
    const under = effect(added({ show: 'b', when: { at: '2026-12-16T11:00' }, targets: 'p1', priority: -1 }));
    expect(under.displaced).toEqual([]);
    expect(under.conflicts.map(({ lost }) => lost[0]?.why)).toEqual(['priority']);
  });

  it('shows what falls outside the hours, and what is left with nothing to show', () => {
    expect(effect(added({ when: { at: '2026-12-16T17:00' } })).outside.map(({ run }) => run)).toEqual([
      'new@2026-12-16T17:00',
    ]);
    const { gaps } = effect({ type: 'rule.delete', id: 'base' });
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.every(({ screens }) => !screens.includes('w2' as never) || screens.length > 1)).toBe(true);
  });

  it('of a day of mourning lists all that disappears, and nothing solemn', () => {
    const day = { date: '2026-12-17', name: { en: 'Day of mourning' }, tone: 'mourning' as const };
    const { silenced, gone } = effect({ type: 'day.put', day, base: null });
    expect(silenced.map(({ run }) => run)).toEqual(['tour@2026-12-17T10:00']);
    expect(gone.map(({ run }) => run)).toEqual(['tour@2026-12-17T10:00']);
  });

  it('leaves what is on air as it started', () => {
    const now = at('2026-12-16T10:30+05:00');
    const claims = claimsIn(state, compile, now, now + 1);
    const result = applyEdits(state, claims, [ScheduleEdit.parse(changed({ show: 'b' }))], now);
    if (!result.ok) throw new Error(result.problem.detail);
    expect(compared(state, result.state).changes.map((one) => local(one.from))).toEqual(['17T10:00']);
  });
});
