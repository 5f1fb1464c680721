import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import { nextCueId } from '#shared/next-cue.ts';
import { insistsOn } from '#shared/next-readiness.ts';
import { nextLightsOf } from '../../../operator-ui/state/go.ts';
import { refusedAct } from '../../../operator-ui/state/without-late.ts';
import { aHallAtWork, operator, type TestHall } from '../../support/engine.ts';
import { aHall, aScene, aShow, aState } from '../../support/hall-state.ts';

const state = aState({
  hall: aHall(),
  scenes: [aScene('poem'), aScene('song')],
  shows: [aShow('talk', [{ scene: 'poem' }, { scene: 'song', targets: ['p1', 'p2', 'p3'], trigger: 'go' }])],
});
const ready = { is: 'ready', boundMs: 0.4, outputDelayMs: 0, vsyncPhaseMs: null, vsyncPeriodMs: null } as const;
const decoding = { is: 'not-ready', reason: 'decoding', seconds: 2 } as const;

describe('the lights of the next cue', () => {
  let hall: TestHall;
  let orders = 0;
  let run: string;

  async function take(body: Omit<Extract<Command, { type: 'run.take' }>['body'], 'policy'>): Promise<string> {
    const command = { type: 'run.take', body } as const;
    const answer = await hall.engine.order({ commandId: `order-${++orders}`, actor: operator, command });
    if (!answer.ok) throw new Error(answer.problem.detail);
    hall.tick(1000);
    return String(answer.answer['run']);
  }
  const tell = (screen: string, said: typeof ready | typeof decoding, cue = 1) =>
    hall.engine.readiness({ screen: screen as ScreenId, standby: nextCueId(run, cue), state: said });
  function lights(): Record<string, string> {
    const { runs, screens } = hall.engine.facts();
    const view = runs.find(({ id }) => id === run);
    if (view === undefined) throw new Error('the run is on');
    const states = Object.fromEntries(screens.map((screen) => [screen.id, screen]));
    const { lights: found } = nextLightsOf(view, { index: 1, screens: ['p1', 'p2', 'p3'] }, states, runs);
    return Object.fromEntries([...found].map(([id, light]) => [id, light.is === 'ready' ? 'ready' : light.reason]));
  }

  beforeEach(async () => {
    hall = aHallAtWork(state);
    for (const screen of ['p1', 'p2', 'p3']) hall.engine.played(screen as ScreenId, 'screen', screen);
    run = await take({ targets: ['all'], show: 'talk' });
  });

  it('say what each screen said of that cue, and not that a player is there', () => {
    tell('p1', ready);
    tell('p2', decoding);
    expect(lights()).toEqual({ p1: 'ready', p2: 'decoding', p3: 'silent' });
    hall.engine.played('p1' as ScreenId, 'none', null);
    expect(lights()['p1']).toBe('offline');
  });

  it('go out when the screen speaks of another cue', () => {
    tell('p1', ready);
    tell('p1', ready, 0);
    expect(lights()['p1']).toBe('silent');
  });

  it('leave out a screen that something else has above the run, and come back with it', async () => {
    tell('p1', ready);
    const above = await take({ targets: ['p1'], scene: 'poem' });
    expect(Object.keys(lights())).toEqual(['p2', 'p3']);
    const release = { type: 'run.release', runs: [above] } as const;
    await hall.engine.order({ commandId: `order-${++orders}`, actor: operator, command: release });
    hall.tick(1000);
    expect(lights()).toMatchObject({ p1: 'ready' });
  });
});

describe('GO without those that are late', () => {
  it('overrules the cue only where the cue insists', () => {
    const late = ['p1', 'p2'];
    expect(insistsOn({}, late)).toEqual([]);
    expect(insistsOn({ policy: 'go', critical: ['p1'] as ScreenId[] }, late)).toEqual([]);
    expect(insistsOn({ policy: 'critical', critical: ['p1', 'p3'] as ScreenId[] }, late)).toEqual(['p1']);
    expect(insistsOn({ policy: 'strict' }, late)).toEqual(late);
  });

  it('is offered where the hall refused because of them, for each act that goes into a cue', () => {
    const refusal = {
      code: 'not-ready',
      title: '',
      detail: '',
      fields: [{ path: 'policy', message: 'p1, p2' }],
    } as const;
    const offered = (act: Parameters<typeof refusedAct>[0]) =>
      refusedAct(act, { ...refusal, fields: [...refusal.fields] }).offer;
    const go = { do: 'control', run: 'r', action: 'go', from: 'a' } as const;
    expect(offered(go)).toEqual({ act: { ...go, policy: 'go' }, screens: ['p1', 'p2'] });
    expect(offered({ do: 'jump', run: 'r', body: { cue: 'b' } })?.act).toMatchObject({
      body: { cue: 'b', policy: 'go' },
    });
    expect(offered({ do: 'take', body: { targets: 'all', show: 's' } })?.act).toMatchObject({ body: { policy: 'go' } });
    expect(offered({ do: 'release', runs: ['r'] })).toBeUndefined();
    expect(refusedAct(go, { ...refusal, code: 'conflict', fields: [] }).offer).toBeUndefined();
  });
});
