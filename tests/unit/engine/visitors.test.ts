import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Rule } from '#shared/schedule.ts';
import { sceneAt } from '#shared/scene-at.ts';
import { TouchRule } from '#shared/touch-rules.ts';
import { aHallAtWork, operator } from '../../support/engine.ts';
import { aHall, aScene, aShow, aState, screen, screenInput } from '../../support/hall-state.ts';

const answer = TouchRule.parse({
  id: 'moon',
  when: { panel: 'panel', topic: 'year', values: [1997] },
  scene: 'moon',
  targets: ['wall', 'panel'],
  seconds: 20,
});
const ambient = (touch: 'open' | 'local') => ({
  hall: aHall({
    screens: [screenInput('panel', 1), screenInput('wall', 2), screenInput('other', 3)],
    touchRules: [answer],
  }),
  scenes: [aScene('moon'), aScene('sun')],
  shows: [aShow('day', [{ scene: 'sun' }], { touch })],
  rules: [
    { id: 'always', show: 'day', layer: 'ambient' as const, when: { always: true as const }, targets: 'all' },
  ] satisfies z.input<typeof Rule>[],
});
const at = (touch: 'open' | 'local' = 'open') => aHallAtWork(aState(ambient(touch)));
const touch = { screen: screen('panel'), topic: 'year', value: 1997 };

function shown(hall: ReturnType<typeof at>, name: string): string | undefined {
  const plan = hall.engine.plan(name);
  return plan === null ? undefined : sceneAt(plan, hall.clock.now + 300).shown?.scene.scene;
}

describe('a visitor’s hand', () => {
  it('changes other screens within 200 ms, its own not, and nothing is written', () => {
    const hall = at();
    const { revision } = hall.engine.state();
    hall.engine.touch(touch);
    const plan = hall.engine.plan('wall');
    if (plan === null) throw new Error('no plan');
    expect(sceneAt(plan, hall.clock.now + 200).shown?.scene.scene).toBe('moon');
    expect([shown(hall, 'panel'), shown(hall, 'other')]).toEqual(['sun', 'sun']);
    expect(hall.engine.state().revision).toBe(revision);
    expect(plan.sequence).toBeGreaterThan(0);
  });

  it('fades back into the running show, at the position it has by then, and leaves no trace', () => {
    const hall = at();
    const before = hall.engine.plan('wall');
    hall.engine.touch(touch);
    hall.tick(21_000);
    const after = hall.engine.plan('wall');
    if (before === null || after === null) throw new Error('no plan');
    expect(sceneAt(after, hall.clock.now).shown?.key).toBe(sceneAt(before, hall.clock.now).shown?.key);
    expect(sceneAt(after, hall.clock.now).shown?.positionMs).toBe(sceneAt(before, hall.clock.now).shown?.positionMs);
    expect(after.sequence).toBe(0);
  });

  it('is answered longer while it goes on, without starting the scene again', () => {
    const hall = at();
    hall.engine.touch(touch);
    hall.tick(15_000);
    const first = hall.engine.plan('wall');
    hall.engine.touch(touch);
    const second = hall.engine.plan('wall');
    if (first === null || second === null) throw new Error('no plan');
    expect(sceneAt(second, hall.clock.now).shown?.key).toBe(sceneAt(first, hall.clock.now).shown?.key);
    hall.tick(15_000);
    expect(shown(hall, 'wall')).toBe('moon');
  });

  it('starts nothing while the show keeps touch to itself, or on a screen that somebody else touches', () => {
    const closed = at('local');
    closed.engine.touch(touch);
    expect(shown(closed, 'wall')).toBe('sun');
    const hall = at();
    hall.engine.view(screen('wall'), { touchedAt: hall.clock.now - 5000 });
    hall.engine.touch(touch);
    expect(shown(hall, 'wall')).toBe('sun');
  });

  it('gives way to an operator, who may also end it', async () => {
    const hall = at();
    hall.engine.touch(touch);
    const run = hall.engine.runs().find(({ layer }) => layer === 'visitor')?.id ?? '';
    const release = { commandId: 'a', command: { type: 'run.release', runs: [run] } } as const;
    expect(await hall.engine.order({ ...release, actor: { is: 'stranger' } })).toMatchObject({ ok: false });
    expect(shown(hall, 'wall')).toBe('moon');
    expect(await hall.engine.order({ ...release, actor: operator })).toMatchObject({ ok: true });
    expect(shown(hall, 'wall')).toBe('sun');
  });
});
