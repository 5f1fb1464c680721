import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { Screen } from '#shared/hall.ts';
import type { Said } from '#shared/said.ts';
import { bareNames, type Names } from '#shared/words/names.ts';
import type { Trouble } from '#shared/incidents.ts';
import { look, resumeWatch, type IncidentNews, type Observation, type Watch } from '#core/incidents/watch.ts';
import { screenInput } from '../../../support/hall-state.ts';

const second = 1_000;

/** As a hall of that language calls its screens. */
const called = (id: string): Said => ({ en: `“Panel ${id}”`, ru: `«Панель ${id}»`, kk: `«${id} тақтасы»` });
const names: Names = { ...bareNames, screen: called };

/** Screens s1 to s8 behind a switch, s9 behind another; s1 and s2 on one player host, s1 to s4 on one circuit. */
const screens = Array.from({ length: 9 }, (_, index) =>
  Screen.parse({
    ...screenInput(`s${index + 1}`, index + 1),
    switch: index < 8 ? 'switch-west' : 'switch-east',
    ...(index < 4 ? { circuit: 'circuit-1' } : {}),
    ...(index < 2 ? { playerHost: 'host-1' } : {}),
  }),
);

interface Standing {
  readonly troubles?: Partial<Record<Trouble, string>>;
  readonly standing?: Observation['standing'];
  readonly isLate?: boolean;
}

/** All screens, well but for those named. */
function observe(named: Readonly<Record<string, Standing>> = {}): readonly Observation[] {
  return screens.map((screen) => {
    const { troubles = {}, standing = 'watched', isLate = false } = named[screen.id] ?? {};
    const reasons = Object.entries(troubles).map(
      ([trouble, en]) => [trouble as Trouble, { plain: en, said: { en } }] as const,
    );
    return { screen, troubles: new Map(reasons), standing, isLate };
  });
}

const offline = { troubles: { offline: 'Its player has not been heard.' } };
const gone = (...ids: readonly string[]): Readonly<Record<string, Standing>> =>
  Object.fromEntries(ids.map((id) => [id, offline]));

/** Looks every half second, at what is the case then; everything that was said, with its second. */
function watching(stretches: readonly (readonly [forMs: number, named: Readonly<Record<string, Standing>>])[]) {
  let watch: Watch = resumeWatch([]);
  let now = 0;
  let made = 0;
  const said: { readonly at: number; readonly news: IncidentNews }[] = [];
  for (const [forMs, named] of stretches) {
    const until = now + forMs;
    for (; now < until; now += 500) {
      const looked = look(watch, observe(named), now, (n) => `incident-${made + n + 1}`, names);
      ({ watch } = looked);
      made += looked.news.filter(({ is }) => is === 'opened').length;
      said.push(...looked.news.map((news) => ({ at: now, news })));
    }
  }
  return { watch, said, is: said.map(({ news }) => news.is), first: said[0]?.news.incident };
}

describe('one cause, one incident', () => {
  it('names the switch behind which eight screens have gone, however they go', () => {
    const ids = Array.from({ length: 8 }, (_, index) => `s${index + 1}`);
    const late = Object.fromEntries(ids.map((id) => [id, { isLate: true }]));
    const { said, watch } = watching([
      [1_000, late],
      [1_000, { ...late, ...gone('s3', 's5') }],
      [1_000, { ...late, ...gone('s3', 's5', 's1') }],
      [10_000, gone(...ids)],
    ]);
    expect(said.filter(({ news }) => news.is === 'opened')).toHaveLength(1);
    expect(said[0]?.at).toBeLessThanOrEqual(3_000);
    expect(watch.open).toHaveLength(1);
    expect(watch.open[0]).toMatchObject({
      trouble: 'offline',
      cause: { kind: 'switch', name: 'switch-west' },
      title: 'Switch switch-west: its 8 screens are silent.',
      screens: ids,
      still: ids,
    });
  });

  it('takes single incidents in when the rest of their switch follows', () => {
    const ids = Array.from({ length: 8 }, (_, index) => `s${index + 1}`);
    const { is, watch } = watching([
      [5_000, gone('s5')],
      [5_000, gone(...ids)],
    ]);
    expect(is).toEqual(['opened', 'opened', 'merged']);
    expect(watch.open.map(({ cause }) => cause.kind)).toEqual(['switch']);
  });

  it.each([
    [['s1', 's2'], 'playerHost', 'host-1'],
    [['s1', 's2', 's3', 's4'], 'circuit', 'circuit-1'],
    [['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'], 'switch', 'switch-west'],
    [screens.map(({ id }) => id as string), 'hall', ''],
    [['s9'], 'screen', 's9'],
  ] as const)('of %s is %s %s', (ids, kind, name) => {
    const { watch, first } = watching([[10_000, gone(...ids)]]);
    expect(watch.open).toHaveLength(1);
    expect(first?.cause).toEqual({ kind, name });
  });

  it('is not guessed where some of a switch still stand', () => {
    const { watch } = watching([[10_000, gone('s5', 's6', 's7')]]);
    expect(watch.open.map(({ cause }) => cause)).toEqual(['s5', 's6', 's7'].map((name) => ({ kind: 'screen', name })));
  });

  it('does not count screens in maintenance or without a player', () => {
    const named = { ...gone('s1', 's2', 's3'), s4: { standing: 'silenced' } as const };
    expect(watching([[10_000, named]]).first?.cause).toEqual({ kind: 'circuit', name: 'circuit-1' });
  });

  it('is only looked for in silence: two wrong pictures are two', () => {
    const wrong = { troubles: { wrong: 'Its picture is black.' } };
    const { watch } = watching([[10_000, { s1: wrong, s2: wrong }]]);
    expect(watch.open).toHaveLength(2);
    expect(watch.open[0]?.title).toBe('Screen 1 s1: Its picture is black.');
  });

  it('calls its screen as people do, and by its id for programs', () => {
    const { watch } = watching([[10_000, { s1: { troubles: { wrong: 'Its picture is black.' } } }]]);
    expect(watch.open[0]).toMatchObject({
      cause: { kind: 'screen', name: 's1' },
      title: 'Screen 1 s1: Its picture is black.',
      said: {
        en: 'Screen 1 “Panel s1”: Its picture is black.',
        ru: 'Экран 1 «Панель s1»: Its picture is black.',
        kk: 'Экран 1 «s1 тақтасы»: Its picture is black.',
      },
    });
  });
});

describe('when an incident begins and ends', () => {
  it('is said once, and its end once', () => {
    const { said } = watching([
      [20 * second, gone('s9')],
      [20 * second, {}],
    ]);
    expect(said.map(({ at, news }) => [at, news.is])).toEqual([
      [2_000, 'opened'],
      [25_000, 'closed'],
    ]);
    expect(said[0]?.news.incident.openedAt).toBe(0);
    expect(said[1]?.news.incident).toMatchObject({ still: [], closedAt: 25_000, id: 'incident-1' });
  });

  it('passes over what is shorter than its patience', () => {
    expect(
      watching([
        [1_500, gone('s9')],
        [20_000, {}],
      ]).is,
    ).toEqual([]);
  });

  it('adds up what flickers, and is one incident while it does', () => {
    const flicker = Array.from(
      { length: 10 },
      () =>
        [
          [1_000, gone('s9')],
          [1_000, {}],
        ] as const,
    ).flat();
    expect(watching([...flicker, [20_000, {}]]).is).toEqual(['opened', 'closed']);
  });

  it('tells which screens are back while others are not', () => {
    const ids = Array.from({ length: 8 }, (_, index) => `s${index + 1}`);
    const { said } = watching([
      [10_000, gone(...ids)],
      [10_000, gone('s8')],
      [10_000, {}],
    ]);
    expect(said.map(({ news }) => news.is)).toEqual(['opened', 'updated', 'closed']);
    expect(said[1]?.news.incident).toMatchObject({ screens: ids, still: ['s8'] });
  });

  it('ends at once when somebody begins to work on the screen', () => {
    const { is } = watching([
      [10_000, gone('s9')],
      [500, { s9: { ...offline, standing: 'silenced' } }],
    ]);
    expect(is).toEqual(['opened', 'closed']);
  });

  it('outlives a restart of the controller', () => {
    const { watch: before } = watching([[10_000, gone('s9')]]);
    const resumed = resumeWatch(before.open);
    const unheard = look(resumed, observe({ s9: { standing: 'unheard' } }), 20_000, () => 'new', names);
    expect(unheard.news).toEqual([]);
    const still = look(unheard.watch, observe(gone('s9')), 90_000, () => 'new', names);
    expect(still.news).toEqual([]);
    const well = look(still.watch, observe(), 91_000, () => 'new', names);
    expect(look(well.watch, observe(), 97_000, () => 'new', names).news.map(({ is }) => is)).toEqual(['closed']);
  });

  it('opens and closes in pairs, whatever happens', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.subarray(screens.map(({ id }) => id as string))), {
          maxLength: 12,
        }),
        (stretches) => {
          const { said, watch } = watching([
            ...stretches.map(([steps, ids]) => [steps * 500, gone(...ids)] as const),
            [30_000, {}],
          ]);
          const count = (is: IncidentNews['is']): number => said.filter(({ news }) => news.is === is).length;
          expect(count('opened')).toBe(count('closed') + count('merged'));
          expect(watch.open).toEqual([]);
          expect(watch.suspicions.size).toBe(0);
        },
      ),
    ));
});
