import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ScheduleEdit as Edit } from '#shared/schedule-edits.ts';
import { ScheduleEdit } from '#shared/schedule-edits.ts';
import { createCompile } from '#core/compile.ts';
import { importedOf } from '#core/commands/importing.ts';
import type { Actor } from '#core/ports.ts';
import { claimsIn } from '#core/resolve/claims.ts';
import { resolve } from '#core/resolve/resolve.ts';
import { applyChanges, hallOf, type HallState } from '#core/state.ts';
import { step } from '#core/step.ts';
import { aShow, at, aState, screen, type StateInput } from '../../../support/hall-state.ts';

const compile = createCompile();
const noon = at('2026-12-16T12:00+05:00');
const hour = 3_600_000;
const operator: Actor = { is: 'person', id: 'o', name: 'Aigerim', role: 'operator', zones: null, byPin: false };

const tour = { id: 'tour', show: 'a', when: { cron: '0 10-17 * * *' }, durationMs: hour / 2, targets: 'panels' };
const given = (change: Partial<StateInput> = {}): HallState =>
  aState({
    shows: [
      aShow('a', [{ scene: 'idle', durationMs: hour / 2 }]),
      aShow('b', [{ scene: 'idle', durationMs: hour / 2 }]),
      aShow('solemn', [{ scene: 'idle' }], { solemn: true }),
    ],
    rules: [{ id: 'base', show: 'idle', layer: 'ambient', when: { always: true }, targets: 'all' }, tour],
    ...change,
  });

const edit = (input: z.input<typeof ScheduleEdit>): Edit => ScheduleEdit.parse(input);

function decide(state: HallState, edits: readonly z.input<typeof ScheduleEdit>[], now = noon, actor = operator) {
  const context = { now, at: now + 50, id: '1', actor, ready: new Set<string>() };
  const command = { type: 'schedule.edit', edits: edits.map(edit), reason: null } as const;
  return step(state, 'c', command, context, (t) => claimsIn(state, compile, t, t + 1));
}

/** The state after the edits and what takes them back; throws on a refusal. */
function done(state: HallState, edits: readonly z.input<typeof ScheduleEdit>[], now = noon) {
  const made = decide(state, edits, now);
  if (!made.ok) throw new Error(made.problem.detail);
  const { undo, saved } = (made.decision?.answer ?? ('answer' in made ? made.answer : null)) as {
    undo: Edit[];
    saved: { id: string; version: number | null }[];
  };
  return { state: made.state, undo, saved, decision: made.decision };
}

function refusal(state: HallState, edits: readonly z.input<typeof ScheduleEdit>[]) {
  const made = decide(state, edits);
  if (made.ok) throw new Error('it was not refused');
  return made.problem;
}

const onAir = (state: HallState, id: string, t: number) =>
  resolve(claimsIn(state, compile, t, t + 1), screen(id), t).winner.run;

describe('a set of edits', () => {
  it('is decided as one: all of them, or none', () => {
    const { state, saved, decision } = done(given(), [
      { type: 'rule.put', rule: { ...tour, id: 'evening', when: { cron: '0 19 * * *' } }, base: null },
      { type: 'exception.put', exception: { rule: 'evening', date: '2026-12-17', change: { is: 'skip' } }, base: null },
      { type: 'day.put', day: { date: '2026-12-16', name: { en: 'Independence Day' } }, base: null },
    ]);
    expect(saved).toEqual([
      { id: 'evening', version: 1 },
      { id: 'evening@2026-12-17', version: 1 },
      { id: '2026-12-16', version: 1 },
    ]);
    expect(state.revision).toBe(2);
    expect(decision?.entry.summary).toContain('created rule evening');
    const problem = refusal(given(), [
      { type: 'rule.put', rule: { ...tour, id: 'evening' }, base: null },
      { type: 'exception.put', exception: { rule: 'nobody', date: '2026-12-17', change: { is: 'skip' } }, base: null },
    ]);
    expect(problem).toMatchObject({ code: 'not-found', detail: 'There is no rule called nobody.' });
  });

  it('may come in any order, as long as the result can stand', () => {
    const replaced = { rule: 'tour', date: '2026-12-20', change: { is: 'replace' as const, show: 'b' } };
    const { state } = done(given(), [
      { type: 'exception.put', exception: replaced, base: null },
      { type: 'rule.put', rule: { ...tour, priority: 3, version: 1 }, base: 1 },
    ]);
    expect(state.rule['tour']?.version).toBe(2);
  });

  it('is open to operators and admins', () => {
    const viewer: Actor = { is: 'person', id: 'v', name: 'Guest', role: 'viewer', zones: null, byPin: false };
    const made = decide(given(), [{ type: 'rule.delete', id: 'tour' }], noon, viewer);
    expect(made).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
  });
});

describe('what cannot stand', () => {
  const rule = (change: object): z.input<typeof ScheduleEdit> => ({
    type: 'rule.put',
    rule: { ...tour, ...change, version: 1 },
    base: 1,
  });
  const exception = (change: object): z.input<typeof ScheduleEdit> => ({
    type: 'exception.put',
    exception: { rule: 'tour', date: '2026-12-17', change: change as { is: 'skip' } },
    base: null,
  });
  it.each([
    ['an expression that is none', rule({ when: { cron: '0 25 * * *' } }), 'when.cron', 'for example 10-17'],
    [
      'an end before the start',
      rule({ when: { at: '2026-12-16T12:00' }, durationMs: undefined, end: '2026-12-16T10:00' }),
      'end',
      'a time after 2026-12-16T12:00',
    ],
    ['an end and a duration', rule({ end: '18:00' }), 'end', 'not both'],
    [
      'a date as the end of a rule that repeats',
      rule({ durationMs: undefined, end: '2026-12-16T18:00' }),
      'end',
      'time of day',
    ],
    ['dates that end before they begin', rule({ from: '2026-12-17', to: '2026-12-16' }), 'to', 'not before 2026-12-17'],
    ['targets without a screen', rule({ except: ['panels'] }), 'targets', 'at least one screen'],
    ['targets that are not there', rule({ targets: ['cellar'] }), 'targets', 'the id of a screen'],
    ['a show that is not there', rule({ show: 'gone' }), 'show', 'the id of a show'],
    ['a show and a scene', rule({ scene: 'idle' }), 'show', 'exactly one'],
    [
      'an exception with a show that is not there',
      exception({ is: 'replace', show: 'gone' }),
      'change.show',
      'the id of a show',
    ],
    ['an exception that replaces with nothing', exception({ is: 'replace' }), 'change.show', 'exactly one'],
  ])('%s', (_, wrong, path, words) => {
    const { code, fields, detail } = refusal(given(), [wrong]);
    expect(code).toBe('invalid');
    expect(fields?.map((field) => field.path)).toContain(path);
    expect(detail).toContain(words);
  });

  it('a day or hours for zones that share a screen', () => {
    const zones = ['panels', 'left'].map((zone) => ({ zone, hours: 'none' as const }));
    const day = { date: '2026-12-20', name: { en: 'Half closed' }, zones };
    expect(refusal(given(), [{ type: 'day.put', day, base: null }]).detail).toContain('shares no screen with panels');
    const hours = { weekly: [], zones: [{ zone: 'cellar', weekly: [] }] };
    expect(refusal(given(), [{ type: 'hours.put', hours, base: 1 }]).detail).toContain('openingHours.zones.0.zone');
  });

  it('deleting what somebody uses: it says who', () => {
    const context = { now: noon, at: noon, id: '1', actor: operator, ready: new Set<string>() };
    const state = given({
      exceptions: [{ rule: 'tour', date: '2026-12-18', change: { is: 'replace', show: 'b' } }],
    });
    const ask = (id: string) => step(state, 'c', { type: 'show.delete', id }, context, () => []);
    const answers = ['a', 'b'].map((id) => {
      const made = ask(id);
      return made.ok ? 'deleted' : `${made.problem.code}: ${made.problem.detail}`;
    });
    expect(answers).toEqual([
      'conflict: Show a is used by rule tour. Change those first.',
      'conflict: Show b is used by exception tour on 2026-12-18. Change those first.',
    ]);
  });
});

describe('two people', () => {
  it('who edit the same rule get a conflict, never a silent overwrite', () => {
    const first = done(given(), [{ type: 'rule.put', rule: { ...tour, priority: 1 }, base: 1 }]);
    const problem = refusal(first.state, [{ type: 'rule.put', rule: { ...tour, priority: 2 }, base: 1 }]);
    expect(problem).toMatchObject({ code: 'conflict', status: 409 });
    expect(problem.detail).toContain('you edited version 1, the hall has 2');
    expect(refusal(first.state, [{ type: 'rule.delete', id: 'tour', base: 1 }]).code).toBe('conflict');
  });

  it('who edit a day, an exception or the hours likewise', () => {
    const day = { date: '2026-12-16', name: { en: 'A day' } };
    const exception = { rule: 'tour', date: '2026-12-17', change: { is: 'skip' as const } };
    const { state } = done(given(), [
      { type: 'day.put', day, base: null },
      { type: 'exception.put', exception, base: null },
      { type: 'hours.put', hours: { weekly: [] }, base: 1 },
    ]);
    const other = { ...exception, reason: 'A visit' };
    expect(refusal(state, [{ type: 'day.put', day: { ...day, hours: 'none' }, base: null }]).code).toBe('conflict');
    expect(refusal(state, [{ type: 'exception.put', exception: other, base: null }]).code).toBe('conflict');
    expect(refusal(state, [{ type: 'hours.put', hours: { weekly: [], warmUpMs: 60_000 }, base: 1 }]).code).toBe(
      'conflict',
    );
  });

  it('who save the same have both done it: nothing is committed again', () => {
    const day = { date: '2026-12-16', name: { en: 'A day' } };
    const first = done(given(), [{ type: 'day.put', day, base: null }]);
    const again = done(first.state, [{ type: 'day.put', day, base: null }]);
    expect(again.decision).toBeNull();
    expect(again.saved).toEqual([{ id: '2026-12-16', version: 1 }]);
  });

  it('never meet under one version: a rule that comes back goes on counting', () => {
    const changed = done(given(), [{ type: 'rule.put', rule: { ...tour, priority: 1 }, base: 1 }]);
    const gone = done(changed.state, [{ type: 'rule.delete', id: 'tour' }]);
    const back = done(gone.state, gone.undo);
    expect(back.state.rule['tour']?.version).toBe(3);
    expect(refusal(back.state, [{ type: 'rule.put', rule: { ...tour, priority: 5 }, base: 1 }]).code).toBe('conflict');
  });
});

describe('undo', () => {
  const edits: readonly [string, readonly z.input<typeof ScheduleEdit>[]][] = [
    ['a new rule', [{ type: 'rule.put', rule: { ...tour, id: 'evening' }, base: null }]],
    ['a changed rule', [{ type: 'rule.put', rule: { ...tour, priority: 7 }, base: 1 }]],
    ['a deleted rule, with its exceptions', [{ type: 'rule.delete', id: 'tour' }]],
    [
      'an exception',
      [{ type: 'exception.put', exception: { rule: 'tour', date: '2026-12-19', change: { is: 'skip' } }, base: null }],
    ],
    [
      'another exception in its place',
      [{ type: 'exception.put', exception: { rule: 'tour', date: '2026-12-18', change: { is: 'skip' } }, base: 1 }],
    ],
    ['the rule holding again', [{ type: 'exception.delete', rule: 'tour', date: '2026-12-18' }]],
    [
      'a day',
      [{ type: 'day.put', day: { date: '--12-16', name: { en: 'Independence Day' }, hours: 'none' }, base: null }],
    ],
    ['a deleted day', [{ type: 'day.delete', date: '2026-12-25' }]],
    ['the hours', [{ type: 'hours.put', hours: { weekly: [], zones: [{ zone: 'walls', weekly: [] }] }, base: 1 }]],
    [
      'several at once',
      [
        { type: 'rule.put', rule: { ...tour, priority: 7 }, base: 1 },
        { type: 'exception.delete', rule: 'tour', date: '2026-12-18' },
        { type: 'rule.put', rule: { ...tour, id: 'evening' }, base: null },
        { type: 'day.delete', date: '2026-12-25' },
      ],
    ],
  ];
  const before = given({
    exceptions: [
      { rule: 'tour', date: '2026-12-18', change: { is: 'move', to: '2026-12-19T10:00' }, reason: 'School' },
    ],
    days: [{ date: '2026-12-25', name: { en: 'Quiet day' } }],
  });
  /** Everything but the versions, which only rise. */
  const content = (state: HallState): unknown =>
    JSON.parse(JSON.stringify(importedOf(state), (key, value: unknown) => (key === 'version' ? 0 : value)));

  it.each(edits)('of %s leaves what was there before, and can be undone itself', (_, set) => {
    const night = at('2026-12-16T02:00+05:00');
    const once = done(before, set, night);
    expect(content(once.state)).not.toEqual(content(before));
    const back = done(once.state, once.undo, night);
    expect(content(back.state)).toEqual(content(before));
    expect(content(done(back.state, back.undo, night).state)).toEqual(content(once.state));
  });

  it('is refused when somebody has changed it since', () => {
    const once = done(before, [{ type: 'rule.put', rule: { ...tour, priority: 7 }, base: 1 }]);
    const other = done(once.state, [{ type: 'rule.put', rule: { ...tour, priority: 8 }, base: 2 }]);
    expect(refusal(other.state, once.undo).code).toBe('conflict');
  });
});

describe('what is on air', () => {
  it('keeps what its rule said when it started; the edit is for later occurrences', () => {
    const { state } = done(given(), [{ type: 'rule.put', rule: { ...tour, show: 'b' }, base: 1 }]);
    expect(onAir(state, 'p1', noon + 60_000)).toBe('tour@2026-12-16T12:00');
    const source = (t: number) =>
      resolve(claimsIn(state, compile, t, t + 1), screen('p1'), t).winner.timeline.source.id;
    expect(source(noon + 60_000)).toBe('a');
    expect(source(noon + hour + 60_000)).toBe('b');
  });

  it('goes at once when its date is skipped, also where it had been pinned, and comes back with it', () => {
    const edited = done(given(), [{ type: 'rule.put', rule: { ...tour, priority: 2 }, base: 1 }]);
    const skip = { rule: 'tour', date: '2026-12-16', change: { is: 'skip' as const } };
    const skipped = done(edited.state, [{ type: 'exception.put', exception: skip, base: null }]);
    expect(onAir(skipped.state, 'p1', noon + 60_000)).toMatch(/^base@/);
    const back = done(skipped.state, skipped.undo);
    expect(onAir(back.state, 'p1', noon + 60_000)).toBe('tour@2026-12-16T12:00');
  });

  it('goes with its rule, and with a day of mourning', () => {
    const edited = done(given(), [{ type: 'rule.put', rule: { ...tour, priority: 2 }, base: 1 }]);
    const deleted = done(edited.state, [{ type: 'rule.delete', id: 'tour' }]);
    expect(onAir(deleted.state, 'p1', noon + 60_000)).toMatch(/^base@/);
    const day = { date: '2026-12-16', name: { en: 'Day of mourning' }, tone: 'mourning' as const };
    const mourning = done(edited.state, [{ type: 'day.put', day, base: null }]);
    expect(onAir(mourning.state, 'p1', noon + 60_000)).toMatch(/^base@/);
  });
});

describe('exceptions', () => {
  it('survive every edit of their rule', () => {
    const exceptions = [
      { rule: 'tour', date: '2026-12-18', change: { is: 'skip' as const } },
      { rule: 'tour', date: '2026-12-19', change: { is: 'move' as const, to: '2026-12-19T20:00' } },
      { rule: 'tour', date: '2026-12-20', change: { is: 'replace' as const, show: 'b' } },
    ];
    const { state } = done(given({ exceptions }), [
      {
        type: 'rule.put',
        rule: { ...tour, when: { cron: '30 11 * * *' }, targets: 'walls', title: { en: 'Tours' } },
        base: 1,
      },
    ]);
    expect(Object.keys(state.exception)).toHaveLength(3);
    const runs = (date: string) =>
      claimsIn(state, compile, at(`${date}T00:00+05:00`), at(`${date}T23:59+05:00`))
        .filter((claim) => claim.rule === 'tour')
        .map((claim) => `${claim.run} ${claim.timeline.source.id} ${new Date(claim.from).toISOString().slice(11, 16)}`);
    expect(runs('2026-12-18')).toEqual([]);
    expect(runs('2026-12-19')).toEqual(['tour@2026-12-19T11:30 a 15:00']);
    expect(runs('2026-12-20')).toEqual(['tour@2026-12-20T11:30 b 06:30']);
  });
});

describe('the hours', () => {
  it('are the hall’s with another version', () => {
    const hours = { weekly: [{ weekdays: [1], from: '09:00', to: '12:00' }] };
    const { state } = done(given(), [{ type: 'hours.put', hours, base: 1 }]);
    expect(hallOf(state).openingHours).toMatchObject({ ...hours, version: 2 });
    const document = applyChanges(given(), [], 1);
    expect(hallOf(state).screens).toEqual(hallOf(document).screens);
  });
});
