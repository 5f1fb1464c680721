import * as fc from 'fast-check';
import { createCompile } from '#core/compile.ts';
import type { HallState } from '#core/state.ts';
import { aHall, aScene, aShow, at, aState } from './hall-state.ts';

/** The middle of the random days: a Wednesday noon in Almaty. */
export const zero = at('2026-12-16T12:00+05:00');
const hour = 3_600_000;
const minute = 60_000;

/** An instant around `zero`, on whole minutes often and between them sometimes. */
export const anInstant = fc
  .tuple(fc.integer({ min: -72 * 60, max: 72 * 60 }), fc.constantFrom(0, 0, 1, 29_999.5))
  .map(([minutes, ms]) => zero + minutes * minute + ms);

const targets = fc.constantFrom('all', 'panels', 'walls', 'left', 'wall', 'p1', 'p2', 'w1');
const pick = fc.constantFrom('one', 'late', 'loop', 'waits', 'ends', 'idle');

const when = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(
        '0 10 * * *',
        '*/30 9-17 * * *',
        '0 */2 * * *',
        '15 23 * * wed-sun',
        '0 0 * * *',
        '30 8 16 * *',
        '0 12 L * *',
      )
      .map((cron) => ({ cron })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('2026-12-16T11:30', '2026-12-15T23:45', '2026-12-17T00:00', '2026-12-16T12:00:30')
      .map((local) => ({ at: local })),
  },
  { weight: 3, arbitrary: fc.constant({ always: true as const }) },
);

const aRule = fc.record({
  show: pick,
  when,
  layer: fc.constantFrom('scheduled' as const, 'scheduled' as const, 'ambient' as const),
  durationMs: fc.constantFrom(10 * minute, hour, 3 * hour, 30 * hour, undefined),
  end: fc.constantFrom(undefined, undefined, undefined, '18:00', '25:15'),
  priority: fc.integer({ min: -1, max: 1 }),
  targets: fc.array(targets, { minLength: 1, maxLength: 2 }),
  except: fc.array(targets, { maxLength: 1 }),
  enabled: fc.constantFrom(true, true, true, false),
  outsideHours: fc.constantFrom(false, false, true),
  dates: fc.constantFrom(
    {},
    {},
    { from: '2026-12-16' },
    { to: '2026-12-16' },
    { from: '2026-12-15', to: '2026-12-17' },
  ),
});

const aChange = fc.oneof(
  fc.constant({ is: 'skip' as const }),
  fc
    .constantFrom('2026-12-16T13:00', '2026-12-18T01:00', '2026-12-10T10:00')
    .map((to) => ({ is: 'move' as const, to })),
  pick.map((show) => ({ is: 'replace' as const, show })),
);

const aSegmentStory = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 1, max: 40 * minute }),
    at: fc.constantFrom(0, 0, 5 * minute),
    rate: fc.constantFrom(0 as const, 1 as const, 1 as const),
    cue: fc.nat({ max: 2 }),
  }),
  { maxLength: 4 },
);

const aRun = fc.record({
  show: pick,
  layer: fc.constantFrom(
    'manual' as const,
    'manual' as const,
    'visitor' as const,
    'maintenance' as const,
    'emergency' as const,
  ),
  startMinutes: fc.integer({ min: -24 * 60, max: 24 * 60 }),
  durationMs: fc.constantFrom(10 * minute, 2 * hour, null),
  targets: fc.array(targets, { minLength: 1, maxLength: 2 }),
  story: aSegmentStory,
});

const shows = [
  aShow('one', [{ scene: 'idle' }]),
  aShow('late', [
    { scene: 'a', targets: 'panels', durationMs: 7 * minute },
    { scene: 'b', targets: ['walls', 'p1'], durationMs: 20 * minute },
    { scene: 'a', targets: 'panels' },
  ]),
  aShow(
    'loop',
    [
      { scene: 'a', targets: 'panels', durationMs: 3 * minute },
      { scene: 'b', targets: ['wall', 'p2'], durationMs: 11 * minute },
    ],
    { loop: true },
  ),
  aShow('waits', [
    { scene: 'a', targets: ['p1', 'w1'], durationMs: 5 * minute },
    { scene: 'b', targets: 'all', trigger: 'go', durationMs: 10 * minute },
    { scene: 'a', targets: 'p2', durationMs: 10 * minute },
  ]),
  aShow('ends', [
    { scene: 'a', durationMs: 10 * minute },
    { scene: 'b', targets: 'left', durationMs: 15 * minute },
  ]),
];

/** Halls with rules of every kind, exceptions, closed hours and runs that were paused, gone, jumped and turned back. */
export const aRandomState: fc.Arbitrary<HallState> = fc
  .record({
    rules: fc.array(aRule, { maxLength: 6 }),
    exceptions: fc.array(
      fc.record({
        rule: fc.nat({ max: 5 }),
        date: fc.constantFrom('2026-12-15', '2026-12-16', '2026-12-17'),
        change: aChange,
      }),
      { maxLength: 3 },
    ),
    runs: fc.array(aRun, { maxLength: 3 }),
    hours: fc.constantFrom('always', 'days', 'nights', 'never'),
    zoneHours: fc.constantFrom(undefined, undefined, 'panels', 'walls'),
    warmUpMs: fc.constantFrom(0, 20 * minute),
    tone: fc.constantFrom('usual' as const, 'usual' as const, 'mourning' as const),
    day: fc.constantFrom(undefined, 'none' as const, { from: '18:00', to: '26:00' }),
  })
  .map(({ rules, exceptions, runs, hours, zoneHours, warmUpMs, tone, day }) => {
    const weekly = {
      always: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
      days: [{ weekdays: [2, 3, 4, 5, 6, 7], from: '10:00', to: '18:00' }],
      nights: [{ weekdays: [1, 3, 5], from: '20:00', to: '27:00' }],
      never: [],
    }[hours];
    const own = { weekly: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '21:30' }], warmUpMs: 0 };
    const zones = zoneHours === undefined ? [] : [{ zone: zoneHours, ...own }];
    const openingHours = { weekly, warmUpMs, zones };
    const scenes = [aScene('a'), aScene('b')];
    const base = aState({ hall: aHall({ openingHours }), scenes, shows });
    const compile = createCompile();
    const timelines = shows.map((show) => compile(base, { kind: 'show', id: show.id }));
    timelines.push(compile(base, { kind: 'show', id: 'idle' }));
    const timelineOf = (id: string) => {
      const found = timelines.find((timeline) => timeline.source.id === id);
      if (found === undefined) throw new Error(`no timeline ${id}`);
      return found;
    };
    return aState({
      hall: aHall({ openingHours }),
      scenes,
      shows,
      timelines,
      days:
        day === undefined
          ? []
          : [{ date: hours === 'nights' ? '--12-16' : '2026-12-16', name: { en: 'A day' }, hours: day, tone }],
      rules: rules.map(({ durationMs, end, dates, ...rule }, index) => ({
        id: `rule-${index}`,
        ...rule,
        ...dates,
        ...('cron' in rule.when && end !== undefined ? { end } : durationMs === undefined ? {} : { durationMs }),
      })),
      exceptions: exceptions
        .filter(({ rule }) => rule < rules.length)
        .map(({ rule, date, change }) => ({ rule: `rule-${rule}`, date, change })),
      runs: runs.map(({ show, layer, startMinutes, durationMs, targets: on, story }, index) => {
        const from = zero + startMinutes * minute;
        const timeline = timelineOf(show);
        const segments = [{ zero: from, at: 0, rate: 1 as const, cue: 0 }];
        let clock = from;
        for (const { afterMs, at: position, rate, cue } of story) {
          clock += afterMs;
          segments.push({ zero: clock, at: position, rate: rate as 1, cue: Math.min(cue, timeline.cues.length - 1) });
        }
        return {
          id: `run-${index}`,
          layer,
          timeline: timeline.hash,
          targets: on,
          except: [],
          from,
          until: durationMs === null ? null : from + durationMs,
          segments,
          owner: 'operator',
          reason: null,
          language: null,
          touch: timeline.touch,
          transition: { type: 'cut' as const, durationMs: 0 },
          priority: 0,
          outsideHours: false,
          rule: null,
        };
      }),
    });
  });
