import { describe, expect, it } from 'vitest';
import { Plan, planLimits } from '#shared/plan.ts';
import { sceneAt } from '#shared/scene-at.ts';
import { createCompile } from '#core/compile.ts';
import { planFor, plansFor } from '#core/resolve/plan.ts';
import { hallOf, type HallState } from '#core/state.ts';
import type { StateInput } from '../../../support/hall-state.ts';
import { aHall, aScene, aShow, at, aState, screen } from '../../../support/hall-state.ts';

const compile = createCompile();
const hour = 3_600_000;
const noon = at('2026-12-16T12:00+05:00');
const shows = [aShow('x', [{ scene: 'idle' }]), aShow('y', [{ scene: 'idle' }])];
const base = { id: 'base', show: 'x', layer: 'ambient' as const, when: { always: true as const }, targets: 'all' };
const given = (input: StateInput): HallState => aState({ shows, ...input });
const items = (state: HallState, now = noon, on = 'p1') =>
  planFor(state, compile, screen(on), now).items.map(({ run, from, until }) => [
    run.replace(/@[0-9a-f]{12}$/, ''),
    (from - noon) / hour,
    until === null ? null : (until - noon) / hour,
  ]);

describe('a plan', () => {
  const event = { id: 'event', show: 'y', when: { cron: '0 14 * * *' }, durationMs: hour, targets: 'p1' };

  it('is what its schema says', () => {
    for (const plan of plansFor(
      given({ rules: [base, event] }),
      compile,
      hallOf(given({})).screens.map(({ id }) => id),
      noon,
    )) {
      expect(Plan.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    }
  });

  it('begins with the item on air, at its true beginning, and ends in the endless ambient', () => {
    expect(items(given({ rules: [base, event] }), noon + 2.5 * hour)).toEqual([
      ['event@2026-12-16T14:00', 2, 3],
      ['base', 3, 26],
      ['event@2026-12-17T14:00', 26, 27],
      ['base', 27, 50],
      ['event@2026-12-18T14:00', 50, 51],
      ['base', 51, null],
    ]);
  });

  it('of a hall with nothing at all is a slate without end', () => {
    const plan = planFor(given({}), compile, screen('p1'), noon);
    expect(plan.items).toHaveLength(1);
    expect(plan.items[0]).toMatchObject({ until: null, layer: 'ambient' });
    expect(sceneAt(plan, noon).shown?.scene.type).toBe('title');
  });

  it('has each timeline once, and only those it needs', () => {
    const state = given({ rules: [base, { ...event, when: { cron: '*/10 * * * *' }, durationMs: 60_000 }] });
    const plan = planFor(state, compile, screen('p1'), noon);
    expect(Object.keys(plan.timelines).toSorted()).toEqual(
      [...new Set(plan.items.map((item) => item.timeline))].toSorted(),
    );
    expect(Object.keys(planFor(state, compile, screen('p2'), noon).timelines)).toHaveLength(1);
  });

  it('is cut at 500 items, says where, and goes on with the ambient', () => {
    const often = { ...event, when: { cron: '*/2 * * * *' }, durationMs: 60_000 };
    const plan = planFor(given({ rules: [base, often] }), compile, screen('p1'), noon);
    expect(plan.items).toHaveLength(planLimits.items);
    const last = plan.items.at(-1);
    expect(last).toMatchObject({ until: null, layer: 'ambient' });
    expect(last?.from).toBeLessThanOrEqual(plan.until);
    expect(plan.until).toBeLessThan(noon + planLimits.horizonMs);
    expect(plan.until).toBeGreaterThan(noon + 7 * hour);
  });

  it('is cut at 256 KB, measured in UTF-8', () => {
    const heavy = Array.from({ length: 12 }, (_, index) =>
      aScene(`heavy-${index}`, {
        title: { kk: `${'ұзақ мәтін '.repeat(350)}${index}` },
        params: { title: { kk: `${'ұзақ мәтін '.repeat(350)}${index}`, ru: 'ә'.repeat(3900) } },
      }),
    );
    const state = aState({
      scenes: heavy,
      shows: [
        ...shows,
        ...heavy.map((_, index) =>
          aShow(
            `show-${index}`,
            Array.from({ length: 3 }, (__, cue) => ({ scene: `heavy-${(index + cue) % 12}`, durationMs: 60_000 })),
          ),
        ),
      ],
      rules: [
        base,
        ...heavy.map((_, index) => ({
          id: `rule-${index}`,
          show: `show-${index}`,
          when: { cron: `0 ${8 + index} * * *` },
          durationMs: hour,
          targets: 'all',
        })),
      ],
    });
    const plan = planFor(state, compile, screen('p1'), noon);
    const bytes = Buffer.byteLength(JSON.stringify(plan));
    expect(bytes).toBeLessThanOrEqual(planLimits.bytes);
    expect(bytes).toBeGreaterThan(planLimits.bytes / 2);
    expect(plan.until).toBeLessThan(noon + 24 * hour);
    expect(plan.items.at(-1)).toMatchObject({ until: null, layer: 'ambient' });
  });

  it('lets what is held by hand go on past the horizon only as the ambient', () => {
    const timeline = compile(given({}), { kind: 'show', id: 'y' });
    const run = {
      id: 'take',
      layer: 'manual' as const,
      timeline: timeline.hash,
      targets: ['p1'],
      except: [],
      from: noon,
      until: null,
      segments: [{ zero: noon, at: 0, rate: 1 as const, cue: 0 }],
      owner: null,
      reason: null,
      language: 'kk',
      touch: 'locked' as const,
      transition: { type: 'cut' as const, durationMs: 0 },
      priority: 0,
      outsideHours: false,
      rule: null,
    };
    const state = given({ rules: [base], runs: [run], timelines: [timeline] });
    expect(items(state)).toEqual([
      ['take', 0, 48],
      ['base', 48, null],
    ]);
    expect(planFor(state, compile, screen('p1'), noon).items[0]).toMatchObject({
      language: 'kk',
      touch: 'locked',
      power: 'on',
    });
  });

  it('has what its screen is armed with, and the timelines for it', () => {
    const state = given({ rules: [base] });
    const timeline = compile(state, { kind: 'show', id: 'y' });
    const standby = {
      id: 'ready',
      timeline: timeline.hash,
      cue: 0,
      targets: ['p1'],
      screens: [screen('p1')],
      language: null,
      owner: null,
      at: 1,
      except: [],
      holdFor: null,
      reason: null,
    };
    const armed: HallState = { ...state, timeline: { [timeline.hash]: timeline }, standby: { ready: standby } };
    const plan = planFor(armed, compile, screen('p1'), noon);
    expect(plan.armed).toEqual([{ standby: 'ready', timeline: timeline.hash, cue: 0, language: null }]);
    expect(plan.timelines[timeline.hash]).toEqual(timeline);
    expect(planFor(armed, compile, screen('p2'), noon).armed).toEqual([]);
  });

  it('has the overlays of its screen that are not over', () => {
    const overlay = (id: string, targets: string[], until: number | null) => ({
      id,
      type: 'notice' as const,
      from: noon - hour,
      until,
      params: {},
      targets,
    });
    const state: HallState = {
      ...given({}),
      overlay: {
        here: overlay('here', ['left'], null),
        there: overlay('there', ['p2'], null),
        over: overlay('over', ['all'], noon),
      },
    };
    expect(planFor(state, compile, screen('p1'), noon).overlays.map(({ id }) => id)).toEqual(['here']);
    expect(planFor(state, compile, screen('w2'), noon).overlays.map(({ id }) => id)).toEqual(['here']);
  });

  it('tells its screen its place, its surface and its sound', () => {
    const hall = aHall({
      soundOutputs: [
        { id: 'speakers', name: { en: 'Speakers' }, zone: 'walls', screen: 'w1', maxLevel: 0.5, level: 0.9 },
      ],
    });
    const { setup } = planFor(given({ hall }), compile, screen('w1'), noon);
    expect(setup.screen.id).toBe('w1');
    expect(setup.surfaces).toMatchObject([
      { id: 'wall', rect: { x: 0 }, members: [{ screen: 'w1' }, { screen: 'w2' }] },
    ]);
    expect(setup.sound).toEqual([{ output: 'speakers', level: 0.5, muted: false }]);
    expect(planFor(given({ hall }), compile, screen('p1'), noon).setup).toMatchObject({ surfaces: [], sound: [] });
  });

  it('refuses a screen the hall does not have', () => {
    expect(() => planFor(given({}), compile, screen('nowhere'), noon)).toThrow('nowhere');
  });
});

describe('the programme', () => {
  const museum = aHall({ openingHours: { weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '18:00' }] } });
  const at14 = { show: 'y', when: { cron: '0 14 * * *' }, durationMs: hour, targets: 'p1' };
  const programme = (input: StateInput) =>
    planFor(given({ hall: museum, ...input }), compile, screen('p2'), noon).programme.map(
      ({ run, title, language }) => [run, title['en'], language],
    );

  it('is today’s and tomorrow’s scheduled occurrences in the hall, those already over too, on every screen', () => {
    const rules = [
      base,
      { id: 'event', ...at14, title: { en: 'Tour' }, language: 'kk' },
      { id: 'early', ...at14, when: { cron: '0 11 * * *' } },
    ];
    expect(programme({ rules })).toEqual([
      ['early@2026-12-16T11:00', 'y', null],
      ['event@2026-12-16T14:00', 'Tour', 'kk'],
      ['early@2026-12-17T11:00', 'y', null],
      ['event@2026-12-17T14:00', 'Tour', 'kk'],
    ]);
  });

  it('leaves out what is not listed, by the rule or by the show, and what the closed hours hide', () => {
    const quiet = aShow('quiet', [{ scene: 'idle' }], { listed: false });
    const rules = [
      { id: 'visit', ...at14, listed: false },
      { id: 'inner', ...at14, show: 'quiet' },
      { id: 'night', ...at14, when: { cron: '0 20 * * *' } },
      { id: 'concert', ...at14, when: { cron: '0 21 16 * *' }, outsideHours: true },
    ];
    expect(programme({ rules, shows: [...shows, quiet] })).toEqual([['concert@2026-12-16T21:00', 'y', null]]);
  });
});

describe('a day of mourning', () => {
  const solemn = aShow('memorial', [{ scene: 'idle' }], { solemn: true });
  const daily = { show: 'y', when: { cron: '0 14 * * *' }, durationMs: hour, targets: 'all' };
  const state = given({
    hall: aHall({ soundOutputs: [{ id: 'speakers', name: { en: 'Speakers' }, zone: 'panels', screen: 'p1' }] }),
    shows: [...shows, solemn],
    days: [{ date: '2026-12-17', name: { en: 'Day of mourning' }, tone: 'mourning' }],
    rules: [
      base,
      { id: 'party', ...daily },
      { id: 'memorial', ...daily, show: 'memorial', when: { cron: '0 16 * * *' } },
    ],
  });

  it('drops scheduled shows that are not solemn and would start on it, and leaves the ambient', () => {
    expect(items(state).map(([run]) => run)).toEqual([
      'base',
      'party@2026-12-16T14:00',
      'base',
      'memorial@2026-12-16T16:00',
      'base',
      'memorial@2026-12-17T16:00',
      'base',
    ]);
  });

  it('puts a ribbon over everything from midnight to midnight, and mutes while it lasts', () => {
    const plan = planFor(state, compile, screen('p1'), noon);
    const midnight = at('2026-12-17T00:00+05:00');
    expect(plan.overlays).toEqual([
      {
        id: 'mourning@2026-12-17',
        type: 'ribbon',
        from: midnight,
        until: midnight + 24 * hour,
        params: { text: { en: 'Day of mourning' } },
        silent: true,
      },
    ]);
    const muted = [noon, midnight, midnight + 24 * hour - 1, midnight + 24 * hour].map(
      (t) => sceneAt(plan, t).isSilent,
    );
    expect(muted).toEqual([false, true, true, false]);
  });
});
