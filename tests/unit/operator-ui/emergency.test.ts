import { describe, expect, it } from 'vitest';
import type { RunView, ScreenState } from '#shared/facts.ts';
import { emergenciesNow, isDark } from '../../../operator-ui/state/emergency.ts';
import { emergencyPlaces } from '../../../operator-ui/state/emergency-places.ts';
import { createSpeech, unknownManners } from '../../../operator-ui/state/speech.ts';
import { whereText } from '../../../operator-ui/state/where-text.ts';
import { aHall } from '../../support/hall-state.ts';
import { nothingSeen, type Seen } from '../../../operator-ui/state/seen.ts';

const run = (id: string, screens: readonly string[], from: number, change: object = {}): RunView =>
  ({
    id,
    layer: 'emergency',
    screens,
    from,
    until: null,
    reason: null,
    source: { kind: 'slate', id: 'evacuation', version: 1 },
    ...change,
  }) as unknown as RunView;

const shows = (shown: string | null): ScreenState =>
  ({ reported: shown === null ? null : { shown: { run: shown } } }) as unknown as ScreenState;

const hall = ['p1', 'p2', 'p3', 'p4'];
const given = (runs: readonly RunView[], shown: Readonly<Record<string, string | null>>): Seen => ({
  ...nothingSeen,
  runs: [...runs],
  screens: Object.fromEntries(Object.entries(shown).map(([id, what]) => [id, shows(what)])),
});
const first = run('zone', ['p1', 'p2'], 10);
const second = run('hall', hall, 20);

describe('the emergencies that are on', () => {
  it('are counted over all their screens, each screen once, by what lies above there', () => {
    for (const runs of [
      [first, second],
      [second, first],
    ]) {
      const seen = emergenciesNow(given(runs, { p1: 'hall', p2: 'zone', p3: 'hall', p4: null }), 100);
      expect(seen?.all.map((one) => one.run.id)).toEqual(['hall', 'zone']);
      expect(seen).toMatchObject({ screens: hall, confirmed: ['p1', 'p3'], missing: ['p2', 'p4'] });
      expect(seen?.all[0]).toMatchObject({ confirmed: ['p1', 'p3'], missing: ['p2', 'p4'], covered: [] });
      expect(seen?.all[1]).toMatchObject({ confirmed: [], missing: [], covered: ['p1', 'p2'] });
    }
  });

  it('have screens of their own each where the newer one reaches less', () => {
    const newer = run('newer', ['p2'], 30);
    const seen = emergenciesNow(given([second, newer], { p1: 'hall', p2: 'newer', p3: 'hall', p4: 'hall' }), 100);
    expect(seen?.all[0]).toMatchObject({ confirmed: ['p2'], covered: [] });
    expect(seen?.all[1]).toMatchObject({ confirmed: ['p1', 'p3', 'p4'], missing: [], covered: ['p2'] });
    expect(seen?.missing).toEqual([]);
    expect(seen?.screens).toHaveLength(4);
  });

  it('are on as soon as they are heard of, within the second too, and not once they have ended', () => {
    expect(emergenciesNow(given([run('now', ['p1'], 1_350)], {}), 1_000)?.screens).toEqual(['p1']);
    expect(emergenciesNow(given([run('over', ['p1'], 0, { until: 900 })], {}), 1_000)).toBeNull();
    expect(emergenciesNow(given([run('by hand', ['p1'], 0, { layer: 'manual' })], {}), 1_000)).toBeNull();
  });

  it('leave the hall dark where a blackout that is no drill lies above everywhere', () => {
    const blackout = { source: { kind: 'slate', id: 'blackout', version: 1 } };
    const dark = (...runs: readonly RunView[]): boolean => isDark(emergenciesNow(given(runs, {}), 100), hall);
    expect(dark()).toBe(false);
    expect(dark(first, run('dark', hall, 30, blackout))).toBe(true);
    expect(dark(run('one', ['p1', 'p2'], 30, blackout), run('other', ['p3', 'p4'], 40, blackout))).toBe(true);
    expect(dark(run('dark', hall, 5, blackout), first)).toBe(false);
    expect(dark(run('dark', ['p1', 'p2', 'p3'], 30, blackout))).toBe(false);
    expect(dark(run('drill', hall, 30, { ...blackout, reason: 'drill' }))).toBe(false);
  });
});

describe('where it is', () => {
  it.each([
    ['the whole hall', ['p1', 'p2', 'p3', 'p4', 'w1', 'w2']],
    ['Left', ['w2', 'p1', 'w1']],
    ['Walls', ['w1', 'w2']],
    ['Wall, 02–03', ['p2', 'p3', 'w1', 'w2']],
    ['02', ['p2']],
  ])('is said as %s', (words, screens) => {
    expect(whereText(aHall(), screens, createSpeech('en', unknownManners))).toBe(words);
  });
});

describe('where an emergency can be raised', () => {
  const places = (zones: readonly string[] | null) =>
    emergencyPlaces(aHall(), zones, createSpeech('en', unknownManners)).map(
      ({ targets, name }) => `${targets.join('+')}: ${name}`,
    );

  it('is the whole hall at first, and any zone', () => {
    expect(places(null)).toEqual(['all: the whole hall', 'panels: Panels', 'walls: Walls', 'left: Left']);
  });

  it('is at first all that somebody has, and each zone within', () => {
    expect(places(['left'])).toEqual(['left: Left', 'walls: Walls']);
    expect(places(['panels', 'walls'])).toEqual([
      'panels+walls: Panels, Walls',
      'panels: Panels',
      'walls: Walls',
      'left: Left',
    ]);
    expect(places(['nowhere'])).toEqual(['all: the whole hall']);
  });
});
