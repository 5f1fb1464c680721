import { describe, expect, it } from 'vitest';
import type { Command } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import { aHallAtWork, operator } from '../../support/engine.ts';
import { aHall, aScene, aShow, aState } from '../../support/hall-state.ts';

const ready = { is: 'ready', boundMs: 0.4, outputDelayMs: 0, vsyncPhaseMs: null, vsyncPeriodMs: null } as const;
const onTwo = { scene: 'song', targets: ['p1', 'p2'], trigger: 'go', policy: 'strict' } as const;
const state = aState({
  hall: aHall(),
  scenes: [aScene('poem'), aScene('song'), aScene('other')],
  shows: [
    aShow('strict', [{ scene: 'poem' }, { ...onTwo, targets: [...onTwo.targets] }]),
    aShow('gone', [{ scene: 'poem' }]),
  ],
});

describe('GO of what was armed', () => {
  const hall = aHallAtWork(state);
  let orders = 0;
  const order = async (command: Command): Promise<Record<string, unknown>> => {
    const answer = await hall.engine.order({ commandId: `order-${++orders}`, actor: operator, command });
    return answer.ok ? answer.answer : { refused: answer.problem.code };
  };
  const say = (standby: unknown, ...screens: string[]): void => {
    for (const screen of screens)
      hall.engine.readiness({ screen: screen as ScreenId, standby: String(standby), state: ready });
  };

  it('goes where its cue has another name since, or its show or scene is gone', async () => {
    const { standby } = await order({
      type: 'standby.arm',
      body: { targets: ['p1', 'p2'], show: 'strict', cue: 'cue-2' },
    });
    const { show: body } = aState({
      hall: aHall(),
      scenes: [aScene('poem')],
      shows: [aShow('strict', [{ scene: 'poem' }])],
    });
    const show = body['strict'];
    if (show === undefined) throw new Error('no show');
    await order({ type: 'show.put', show, base: 1 });
    const { standby: second } = await order({
      type: 'standby.arm',
      body: { targets: ['p3'], show: 'gone', cue: 'cue-1' },
    });
    expect(await order({ type: 'show.delete', id: 'gone' })).not.toHaveProperty('refused');
    const { standby: third } = await order({ type: 'standby.arm', body: { targets: ['p4'], scene: 'other' } });
    expect(await order({ type: 'scene.delete', id: 'other' })).not.toHaveProperty('refused');
    for (const screen of ['p1', 'p2', 'p3', 'p4']) hall.engine.played(screen as ScreenId, 'screen', screen);
    const renamed = { targets: ['p1', 'p2'], show: 'strict', cue: 'cue-2', standby: String(standby) };
    // What was armed still waits as it was armed.
    expect(await order({ type: 'run.take', body: renamed })).toEqual({ refused: 'not-ready' });
    say(standby, 'p1', 'p2');
    expect(await order({ type: 'run.take', body: renamed })).toMatchObject({ ready: ['p1', 'p2'], late: [] });
    say(second, 'p3');
    say(third, 'p4');
    const gone = { targets: ['p3'], show: 'gone', cue: 'cue-1', standby: String(second), policy: 'strict' as const };
    expect(await order({ type: 'run.take', body: gone })).toMatchObject({ ready: ['p3'], late: [] });
    const deleted = { targets: ['p4'], scene: 'other', standby: String(third), policy: 'strict' as const };
    expect(await order({ type: 'run.take', body: deleted })).toMatchObject({ ready: ['p4'], late: [] });
    hall.tick(1000);
    const shown = ['p1', 'p3', 'p4'].map((id) => hall.engine.screen(id)?.desired.scene);
    expect(shown).toEqual(['song', 'poem', 'other']);
    // Without what was armed, it is not to be had any more.
    expect(await order({ type: 'run.take', body: { targets: ['p4'], scene: 'other' } })).toMatchObject({
      refused: 'not-found',
    });
  });
});
