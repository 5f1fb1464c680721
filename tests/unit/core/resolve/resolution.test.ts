import { describe, expect, it } from 'vitest';
import { createCompile } from '#core/compile.ts';
import { claimsIn } from '#core/resolve/claims.ts';
import { explain } from '#core/resolve/explain.ts';
import { resolve } from '#core/resolve/resolve.ts';
import type { HallState } from '#core/state.ts';
import type { StateInput } from '../../../support/hall-state.ts';
import { aHall, aScene, aShow, at, aState, screen } from '../../../support/hall-state.ts';

const compile = createCompile();
const minute = 60_000;
const hour = 60 * minute;
const noon = '2026-12-16T12:00+05:00';
const shows = ['x', 'y', 'z'].map((id) => aShow(id, [{ scene: 'idle' }]));
const rule = { show: 'x', when: { cron: '0 12 * * *' }, durationMs: hour, targets: 'all' };
const always = { ...rule, when: { always: true as const }, durationMs: undefined };
const museum = aHall({
  openingHours: { weekly: [{ weekdays: [2, 3, 4, 5, 6, 7], from: '10:00', to: '18:00' }], warmUpMs: hour },
});

const given = (input: StateInput): HallState => aState({ shows, ...input });

/** What `resolve` says: the winner's rule or run, and the losers with their reasons. */
function answer(state: HallState, when = noon, on = 'p1'): string {
  const t = at(when);
  const { winner, losers } = resolve(claimsIn(state, compile, t, t + 1), screen(on), t);
  const name = (claim: (typeof losers)[number]['claim']) => claim.rule ?? claim.run.replace(/@.*/, '');
  return [name(winner), ...losers.map(({ claim, why }) => `${name(claim)}:${why}`)].join(' ');
}

/** A stored run on a compiled show. */
function aRun(state: HallState, id: string, show: string, change: object = {}) {
  const timeline = compile(state, { kind: 'show', id: show });
  const from = at(noon) - minute;
  return {
    timelines: [timeline],
    runs: [
      {
        id,
        layer: 'manual' as const,
        timeline: timeline.hash,
        targets: ['all'],
        except: [],
        from,
        until: null,
        segments: [{ zero: from, at: 0, rate: 1 as const, cue: 0 }],
        owner: 'aizhan',
        reason: null,
        language: null,
        touch: 'local' as const,
        transition: { type: 'cut' as const, durationMs: 0 },
        priority: 0,
        outsideHours: false,
        rule: null,
        ...change,
      },
    ],
  };
}

describe('the order of claims', () => {
  it('is the layer’s first', () => {
    const state = given({
      rules: [
        { id: 'event', ...rule, priority: -5 },
        { id: 'base', ...always, layer: 'ambient', priority: 5 },
      ],
    });
    expect(answer(state)).toBe('event base:layer hall:rest:layer');
  });

  it('then the priority’s, then the more specific target’s, then the later start’s, last the id’s', () => {
    const two = (a: object, b: object) =>
      answer(
        given({
          rules: [
            { id: 'a', ...rule, ...a },
            { id: 'b', ...rule, ...b },
          ],
        }),
      );
    expect(two({ priority: 1, targets: 'all' }, { targets: 'p1' })).toBe('a b:priority hall:rest:layer');
    expect(two({ targets: 'panels' }, { targets: 'p1' })).toBe('b a:specificity hall:rest:layer');
    expect(two({ when: { cron: '30 11 * * *' } }, {})).toBe('b a:start hall:rest:layer');
    expect(two({}, {})).toBe('a b:id hall:rest:layer');
  });

  it('knows surfaces between zones and screens, and the most specific of several names', () => {
    const rules = [
      { id: 'zone', ...rule, targets: 'walls' },
      { id: 'surface', ...rule, targets: ['all', 'wall'] },
      { id: 'screen', ...rule, targets: ['walls', 'w2'] },
    ];
    expect(answer(given({ rules }), noon, 'w2')).toBe('screen surface:specificity zone:specificity hall:rest:layer');
    expect(answer(given({ rules }), noon, 'w1')).toBe('surface screen:specificity zone:specificity hall:rest:layer');
  });

  it('leaves out excluded screens and disabled rules', () => {
    const state = given({
      rules: [
        { id: 'a', ...rule, except: ['left'] },
        { id: 'b', ...rule, enabled: false },
      ],
    });
    expect(answer(state, noon, 'p1')).toBe('hall:rest');
    expect(answer(state, noon, 'p2')).toBe('a hall:rest:layer');
  });

  it('in the manual layer is the later start’s alone', () => {
    const base = given({});
    const early = aRun(base, 'early', 'x', { priority: 9, targets: ['p1'] });
    const late = aRun(base, 'late', 'y', { from: at(noon) - 1 });
    const state = given({ runs: [...early.runs, ...late.runs], timelines: [...early.timelines, ...late.timelines] });
    expect(answer(state)).toBe('late early:start hall:rest:layer');
  });
});

describe('a claim', () => {
  const parts = aShow('late', [
    { scene: 'idle', targets: 'p2', durationMs: 10 * minute },
    { scene: 'idle', targets: ['p1', 'p2'], durationMs: 20 * minute },
  ]);

  it('has a screen from the cue that names it until the show has run out', () => {
    const state = given({ shows: [parts], rules: [{ id: 'event', ...rule, show: 'late' }] });
    expect(answer(state, '2026-12-16T12:05+05:00')).toBe('hall:rest event:waits');
    expect(answer(state, '2026-12-16T12:10+05:00')).toBe('event hall:rest:layer');
    expect(answer(state, '2026-12-16T12:29:59+05:00')).toBe('event hall:rest:layer');
    expect(answer(state, '2026-12-16T12:30+05:00')).toBe('hall:rest event:ended');
    expect(answer(state, '2026-12-16T12:05+05:00', 'p3')).toBe('hall:rest event:no-scene');
  });

  it('of an emergency holds its screens with nothing to show, too', () => {
    const base = given({ shows: [...shows, parts] });
    const state = given({
      shows: [...shows, parts],
      rules: [{ id: 'event', ...rule }],
      ...aRun(base, 'alarm', 'late', { layer: 'emergency' }),
    });
    expect(answer(state, noon, 'p3')).toBe('alarm event:layer hall:rest:layer');
  });
});

describe('the closed hours', () => {
  const monday = '2026-12-21T12:00+05:00';
  const rules = [
    { id: 'usual', ...rule, priority: 50 },
    { id: 'night', ...rule, outsideHours: true },
  ];

  it('silence the schedule, except rules that may run outside them', () => {
    expect(answer(given({ hall: museum, rules: [{ id: 'usual', ...rule }] }), monday)).toBe(
      'hall:closed usual:closed hall:rest:closed',
    );
    expect(answer(given({ hall: museum, rules }), monday)).toBe(
      'night hall:closed:outside-hours usual:closed hall:rest:closed',
    );
  });

  it('give a rule that may run outside them no advantage while the hall is open', () => {
    expect(answer(given({ hall: museum, rules }), noon)).toBe('usual night:priority hall:rest:layer');
  });

  it('yield to what somebody took by hand, and stand above visitors', () => {
    const base = given({ hall: museum });
    const hand = given({ hall: museum, rules, ...aRun(base, 'take', 'z', { from: at(monday) - minute }) });
    expect(answer(hand, monday)).toBe('take hall:closed:layer usual:layer night:layer hall:rest:layer');
    const touch = given({ hall: museum, ...aRun(base, 'touch', 'z', { from: at(monday) - minute, layer: 'visitor' }) });
    expect(answer(touch, monday)).toBe('hall:closed touch:closed hall:rest:closed');
  });

  it('let screens sleep, and wake them for the warm-up', () => {
    const state = given({ hall: museum });
    const powerAt = (when: string) =>
      resolve(claimsIn(state, compile, at(when), at(when) + 1), screen('p1'), at(when)).winner.power;
    expect(powerAt('2026-12-16T08:59:59+05:00')).toBe('standby');
    expect(powerAt('2026-12-16T09:00+05:00')).toBe('on');
    expect(powerAt('2026-12-16T18:00+05:00')).toBe('standby');
    expect(powerAt('2026-12-16T10:00+05:00')).toBe('on');
  });

  it('show the hall’s own show called `closed`, from its closing on', () => {
    const state = given({ hall: museum, shows: [aShow('closed', [{ scene: 'idle' }])] });
    const t = at('2026-12-16T20:00+05:00');
    const { winner } = resolve(claimsIn(state, compile, t, t + 1), screen('p1'), t);
    expect(winner.timeline.source).toMatchObject({ kind: 'show', id: 'closed' });
    expect(winner.segments).toEqual([{ zero: at('2026-12-16T18:00+05:00'), at: 0, rate: 1, cue: 0 }]);
    expect(winner.run).toBe('hall:closed@2026-12-16T18:00');
  });
});

describe('a rule that is always', () => {
  const claimOf = (state: HallState, when: string) => {
    const found = claimsIn(state, compile, at(when), at(when) + 1).find((claim) => claim.rule === 'base');
    if (found === undefined) throw new Error('no claim');
    return found;
  };

  it('counts from an anchor: the same run at the same position after any restart', () => {
    const state = given({ rules: [{ id: 'base', ...always, layer: 'ambient' }] });
    const [one, other] = [claimOf(state, noon), claimOf(structuredClone(state), '2027-05-01T03:00Z')];
    expect(one).toEqual(other);
    expect(one.segments[0]?.zero).toBe(at('2020-01-01T00:00+06:00'));
    expect(one.run).toBe(`base@${one.timeline.hash.slice(0, 12)}`);
  });

  it('is another run when its show is published anew', () => {
    const rules = [{ id: 'base', ...always, layer: 'ambient' as const }];
    const before = given({ rules });
    const after = given({
      rules,
      scenes: [aScene('other')],
      shows: [aShow('x', [{ scene: 'other' }], { version: 2 })],
    });
    expect(claimOf(after, noon).run).not.toBe(claimOf(before, noon).run);
  });

  it('begins a show again that would run out', () => {
    const ends = aShow('ends', [{ scene: 'idle', durationMs: 10_000 }]);
    const state = given({ shows: [ends], rules: [{ id: 'base', ...always, show: 'ends', layer: 'ambient' }] });
    expect(claimOf(state, noon).timeline.loop).toBe(true);
    expect(answer(state)).toBe('base hall:rest:priority');
  });

  it('stays within its dates and its exceptions, which are whole local days', () => {
    const state = given({
      rules: [{ id: 'base', ...always, layer: 'ambient', from: '2026-12-14', to: '2026-12-18' }],
      exceptions: [
        { rule: 'base', date: '2026-12-15', change: { is: 'skip' } },
        { rule: 'base', date: '2026-12-17', change: { is: 'replace', show: 'y' } },
      ],
    });
    const sources = ['13', '14', '15', '16', '17', '18', '19'].map((day) => {
      const t = at(`2026-12-${day}T12:00+05:00`);
      return resolve(claimsIn(state, compile, t, t + 1), screen('p1'), t).winner.timeline.source.id;
    });
    expect(sources).toEqual(['rest', 'x', 'rest', 'x', 'y', 'x', 'rest']);
    expect(answer(state, '2026-12-14T00:00+05:00')).toBe('base hall:rest:priority');
    expect(answer(state, '2026-12-13T23:59:59+05:00')).toBe('hall:rest');
  });
});

describe('a stored run with the id of an occurrence', () => {
  it('stands for it, with the timeline it pinned, though the show was published anew and the rule changed', () => {
    const base = given({ rules: [{ id: 'event', ...rule }] });
    const pin = aRun(base, 'event@2026-12-16T12:00', 'y', {
      layer: 'scheduled',
      rule: 'event',
      from: at(noon),
      until: at(noon) + 2 * hour,
    });
    const state = given({ rules: [{ id: 'event', ...rule }], ...pin });
    const t = at(noon) + minute;
    const claims = claimsIn(state, compile, t, t + 1).filter((claim) => claim.rule === 'event');
    expect(claims.map(({ run, until, timeline }) => [run, until, timeline.source.id])).toEqual([
      ['event@2026-12-16T12:00', at(noon) + 2 * hour, 'y'],
    ]);
  });

  it('ended early leaves nothing of the occurrence', () => {
    const base = given({});
    const pin = aRun(base, 'event@2026-12-16T12:00', 'x', {
      layer: 'scheduled',
      rule: 'event',
      from: at(noon),
      until: at(noon) + minute,
    });
    const state = given({ rules: [{ id: 'event', ...rule }], ...pin });
    expect(answer(state, '2026-12-16T12:00:30+05:00')).toBe('event hall:rest:layer');
    expect(answer(state, '2026-12-16T12:01+05:00')).toBe('hall:rest');
  });

  it('whose timeline is not stored is a defect that says so', () => {
    const base = given({});
    const state = given({ runs: aRun(base, 'take', 'x').runs });
    expect(() => answer(state)).toThrow('take pins timeline');
  });
});

describe('explain', () => {
  const state = given({
    hall: museum,
    rules: [
      { id: 'base', ...always, layer: 'ambient' },
      { id: 'event', ...rule, targets: 'panels', show: 'y' },
      { id: 'guest', ...rule, show: 'z', priority: 3 },
    ],
  });
  const said = (when: string, on = 'p1') => {
    const { winner, losers } = explain(state, compile, screen(on), at(when));
    return [winner.sentence, ...losers.map(({ sentence }) => sentence)];
  };

  it('says why the winner is on and why each other is not', () => {
    expect(said('2026-12-16T12:30+05:00')).toEqual([
      '“z” is on: rule guest in the scheduled layer.',
      '“y” (rule event in the scheduled layer) is not on: “z” has priority 3, this 0.',
      '“x” (rule base in the ambient layer) is not on: the scheduled layer stands above ambient.',
      '“Test hall” (nothing else wants the screen) is not on: the scheduled layer stands above ambient.',
    ]);
    expect(said('2026-12-16T20:30+05:00')[0]).toBe('“Test hall” is on: the hall is closed.');
    expect(said('2026-12-16T20:30+05:00')[1]).toBe(
      '“x” (rule base in the ambient layer) is not on: the hall is closed, and its rule does not run outside opening hours.',
    );
  });

  it('says who took it and why', () => {
    const taken = given({ ...aRun(state, 'take', 'x', { reason: 'a school asked' }) });
    expect(explain(taken, compile, screen('p1'), at(noon)).winner.sentence).toBe(
      '“x” is on: started by aizhan in the manual layer, because “a school asked”.',
    );
  });

  it('knows the next change: near, weeks away, or none', () => {
    const next = (of: HallState, when: string) => {
      const { nextChange } = explain(of, compile, screen('p1'), at(when));
      return nextChange === null ? null : [nextChange.source.id, nextChange.at - at(when)];
    };
    expect(next(state, '2026-12-16T12:30+05:00')).toEqual(['x', hour / 2]);
    expect(next(state, '2026-12-16T17:00+05:00')).toEqual(['closed', hour]);
    // From asleep to warming up it is the same run.
    expect(next(state, '2026-12-16T08:00+05:00')).toEqual(['x', 2 * hour]);
    const rare = given({ rules: [{ id: 'event', ...rule, when: { at: '2027-01-20T12:00' } }] });
    expect(next(rare, noon)).toEqual(['x', 35 * 24 * hour]);
    expect(next(given({}), noon)).toBeNull();
  });

  it('answers for any instant', () => {
    for (const when of ['1990-01-01T00:00Z', '2020-01-01T00:00Z', '2100-06-01T00:00Z', '9999-12-01T00:00Z']) {
      expect(explain(state, compile, screen('p1'), at(when)).winner.sentence).toContain('is on');
    }
  });
});
