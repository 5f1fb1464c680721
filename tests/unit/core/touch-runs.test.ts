import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { touchRuns, visitorRuns, type TouchRun } from '#core/touch-runs.ts';
import { Hall } from '#shared/hall.ts';
import type { Touch } from '#shared/report.ts';
import { TouchRule } from '#shared/touch-rules.ts';
import { aHall, aScene, aState, screen } from '../../support/hall-state.ts';

const hall = aHall();
const everywhere = (): boolean => true;
const rule = (id: string, change: object = {}): TouchRule =>
  TouchRule.parse({
    id,
    when: { panel: 'panels', topic: 'year', values: [1997] },
    scene: 'astana',
    targets: 'wall',
    ...change,
  });
const touched = (change: Partial<Touch> = {}): Touch => ({
  screen: screen('p1'),
  topic: 'year',
  value: 1997,
  ...change,
});
const scenes = (runs: readonly TouchRun[]): readonly string[] => runs.map(({ scene }) => scene);

describe('a touch is answered', () => {
  it('by the rule of its panel, topic and value, for as long as the rule says', () => {
    expect(touchRuns([rule('r', { seconds: 15 })], touched(), 1000, hall, everywhere)).toEqual([
      { rule: 'r', scene: 'astana', targets: ['wall'], except: [], from: 1000, until: 16_000 },
    ]);
  });

  it.each([
    ['another topic', touched({ topic: 'region' })],
    ['another value', touched({ value: 1998 })],
    ['the same value in words', touched({ value: '1997' })],
    ['another panel', touched({ screen: screen('w1') })],
  ])('not on %s', (_, touch) => expect(touchRuns([rule('r')], touch, 0, hall, everywhere)).toEqual([]));

  it('within a range, both ends included, by numbers alone', () => {
    const rules = [rule('r', { when: { panel: 'all', topic: 'year', values: { from: 1992, to: 1995 } } })];
    const found = [1991, 1992, 1995, 1996, '1993'].map((value) =>
      scenes(touchRuns(rules, touched({ value }), 0, hall, everywhere)),
    );
    expect(found.map(({ length }) => length)).toEqual([0, 1, 1, 0, 0]);
  });

  it('on any value where the rule names none, and not by a rule that is off', () => {
    const when = { panel: 'p1', topic: 'event' };
    const rules = [rule('on', { when }), rule('off', { when, enabled: false, targets: 'p4' })];
    expect(
      touchRuns(rules, touched({ topic: 'event', value: 'x' }), 0, hall, everywhere).map((run) => run.rule),
    ).toEqual(['on']);
  });

  it('never by the touched screen itself', () => {
    const [run] = touchRuns([rule('r', { targets: 'panels' })], touched(), 0, hall, everywhere);
    expect(run?.except).toEqual(['p1']);
    expect(touchRuns([rule('r', { targets: 'p1' })], touched(), 0, hall, everywhere)).toEqual([]);
  });

  it('on each screen by one rule: the higher priority, then the first', () => {
    const rules = [
      rule('first', { targets: ['wall', 'p2'] }),
      rule('second', { targets: ['p2', 'p3'], scene: 'other' }),
      rule('strong', { targets: 'wall', scene: 'strong', priority: 5 }),
    ];
    const runs = touchRuns(rules, touched(), 0, hall, everywhere);
    expect(runs.map(({ rule: id, except }) => [id, except])).toEqual([
      ['strong', []],
      ['first', ['w1', 'w2']],
      ['second', ['p2']],
    ]);
  });

  it('only where the running show is open to it, on the touched screen too', () => {
    const isOpen = (id: string) => id !== 'w2';
    expect(touchRuns([rule('r')], touched(), 0, hall, isOpen)[0]?.except).toEqual(['w2']);
    expect(touchRuns([rule('r')], touched(), 0, hall, (id) => id !== 'p1')).toEqual([]);
    expect(touchRuns([rule('r')], touched(), 0, hall, (id) => id === 'p1')).toEqual([]);
  });
});

describe('the runs of a touch', () => {
  const state = aState({ scenes: [aScene('astana'), aScene('other')] });
  const answer = (from: number, scene = 'astana', id = 'r'): TouchRun => ({
    rule: id,
    scene,
    targets: ['wall'],
    except: [],
    from,
    until: from + 20_000,
  });
  const inForce = (entries: ReturnType<typeof visitorRuns>) =>
    Object.fromEntries(entries.map((entry) => [entry.run.id, entry]));

  it('belong to the visitor layer, end by themselves, and start at the beginning of their scene', () => {
    const [first] = visitorRuns(state, [answer(1000)], {});
    expect(first?.run).toMatchObject({ id: 'touch:r', layer: 'visitor', from: 1000, until: 21_000, owner: null });
    expect(first?.run.segments).toEqual([{ zero: 1000, at: 0, rate: 1, cue: 0 }]);
    expect(first?.timeline.hash).toBe(first?.run.timeline);
  });

  it('go on where the same is touched again while it is shown', () => {
    const running = inForce(visitorRuns(state, [answer(1000)], {}));
    const [again] = visitorRuns(state, [answer(5000)], running);
    expect(again?.run).toMatchObject({ from: 1000, until: 25_000 });
  });

  it('start anew after they ended, with another scene, or when a later visitor came between', () => {
    const running = inForce(visitorRuns(state, [answer(1000)], {}));
    expect(visitorRuns(state, [answer(60_000)], running)[0]?.run.from).toBe(60_000);
    expect(visitorRuns(state, [answer(5000, 'other')], running)[0]?.run.from).toBe(5000);
    const between = { ...running, ...inForce(visitorRuns(state, [answer(3000, 'other', 'q')], running)) };
    expect(visitorRuns(state, [answer(5000)], between)[0]?.run.from).toBe(5000);
  });

  it('are none for a scene that the hall does not have', () => {
    expect(visitorRuns(state, [answer(0, 'gone')], {})).toEqual([]);
  });
});

describe('the shipped rules', () => {
  const shipped = Hall.parse(JSON.parse(readFileSync('config/hall.json', 'utf8')));
  const answers = (from: string, topic: string, value: string | number): readonly string[] =>
    scenes(touchRuns(shipped.touchRules, { screen: screen(from), topic, value }, 0, shipped, everywhere));

  it('light Astana on the map and the chapter on the relief when a visitor opens 1997', () => {
    expect(answers('chronicle-political', 'year', 1997)).toEqual(['relief-astana', 'map-1997-astana']);
  });

  it('answer every year of the chronicle on the relief', () => {
    for (let year = 1991; year <= 2025; year++) {
      expect(answers('chronicle-economic', 'year', year).some((scene) => scene.startsWith('relief-'))).toBe(true);
    }
  });

  it('do not move the map under the hands of who touches it', () => {
    expect(answers('map', 'year', 1997)).toEqual(['relief-astana']);
  });
});
