import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#core/ports.ts';
import { compileShow } from '../../../controller/core/compile.ts';
import type { HallState } from '../../../controller/core/state.ts';
import { readDocument } from '../../../controller/store/document-schemas.ts';
import type { ScreenId, TimelineHash } from '#shared/ids.ts';
import { nextCueId } from '#shared/next-cue.ts';
import { aHallAtWork, operator, type TestHall } from '../../support/engine.ts';
import { aHall, aScene, aShow, aState } from '../../support/hall-state.ts';

const onTwo = { scene: 'song', targets: ['p1', 'p2'], trigger: 'go' as const };
const state = aState({
  hall: aHall(),
  scenes: [aScene('poem'), aScene('song'), aScene('other')],
  shows: [
    aShow('plain', [{ scene: 'poem' }, onTwo]),
    aShow('go', [{ scene: 'poem' }, { ...onTwo, policy: 'go' }]),
    aShow('critical', [{ scene: 'poem' }, { ...onTwo, policy: 'critical', critical: ['p2', 'wall'] }]),
    aShow('strict', [{ scene: 'poem' }, { ...onTwo, policy: 'strict' }, { scene: 'poem', trigger: 'go' }]),
    aShow('strict-first', [{ scene: 'song', targets: ['p1', 'p2'], policy: 'strict' }, { scene: 'poem' }]),
    aShow('joining', [
      { scene: 'poem', targets: 'p1', durationMs: 10_000 },
      { scene: 'other', targets: 'p1' },
      { ...onTwo, policy: 'strict' },
    ]),
    aShow('round', [{ scene: 'poem' }, onTwo], { loop: true }),
  ],
});

let hall: TestHall;
let orders = 0;
let run: string;

const ready = { is: 'ready', boundMs: 0.4, outputDelayMs: 0, vsyncPhaseMs: null, vsyncPeriodMs: null } as const;

async function order(command: Command): Promise<Record<string, unknown>> {
  const answer = await hall.engine.order({ commandId: `order-${++orders}`, actor: operator, command });
  if (answer.ok) return answer.answer;
  return { refused: answer.problem.code, waitsFor: answer.problem.fields?.map(({ path, message }) => [path, message]) };
}
const take = (body: Omit<Extract<Command, { type: 'run.take' }>['body'], 'targets'>) =>
  order({ type: 'run.take', body: { targets: ['all'], ...body } });
const go = (policy?: 'go' | 'critical' | 'strict') =>
  order({ type: 'run.control', run, action: 'go', ...(policy === undefined ? {} : { policy }) });
const jump = (cue: string, policy?: 'go') =>
  order({ type: 'run.control', run, action: 'jump', body: { cue, ...(policy === undefined ? {} : { policy }) } });
const cue = (): number => hall.engine.runs().find(({ id }) => id === run)?.cue ?? -1;

async function begin(show: string): Promise<void> {
  run = String((await take({ show })).run);
  hall.tick(1000);
}
function say(standby: string, ...screens: string[]): void {
  for (const screen of screens) hall.engine.readiness({ screen: screen as ScreenId, standby, state: ready });
}
const hold = (index: number, ...screens: string[]): void => say(nextCueId(run, index), ...screens);
const notReady = (...screens: string[]) => ({ refused: 'not-ready', waitsFor: [['policy', screens.join(', ')]] });

beforeEach(() => {
  hall = aHallAtWork(state);
  orders = 0;
  for (const screen of ['p1', 'p2', 'p3', 'p4', 'w1', 'w2']) hall.engine.played(screen as ScreenId, 'screen', screen);
});

describe('what is armed and what is named', () => {
  it('asks no screen to hold ready what the show has nothing for so far', async () => {
    const arm = (show: string, at: string): Promise<Record<string, unknown>> =>
      order({ type: 'standby.arm', body: { targets: ['all'], show, cue: at } });
    expect(await arm('joining', 'cue-2')).toMatchObject({ screens: ['p1'] });
    expect(await arm('joining', 'cue-3')).toMatchObject({ screens: ['p1', 'p2'] });
  });

  it('is waited for where a take names it, though the cue would go without', async () => {
    expect(await take({ show: 'go', cue: 'cue-2', critical: ['p2'] })).toEqual(notReady('p2'));
    expect(await take({ show: 'go', cue: 'cue-2' })).toMatchObject({
      late: expect.arrayContaining(['p2']) as string[],
    });
  });
});

describe('GO of what was armed before', () => {
  const arm: Command = { type: 'standby.arm', body: { targets: ['p1', 'p2'], show: 'strict', cue: 'cue-2' } };
  const fire = (standby: string, more: object = {}) =>
    order({
      type: 'run.take',
      body: { targets: ['p1', 'p2'], show: 'strict', cue: 'cue-2', standby, ...more },
    });

  it('goes as ready where it was published anew since, with what its screens hold', async () => {
    const { standby } = await order(arm);
    const { show: body } = aState({
      hall: aHall(),
      scenes: [aScene('poem'), aScene('other')],
      shows: [aShow('strict', [{ scene: 'poem' }, { ...onTwo, scene: 'other' }])],
    });
    const show = body['strict'];
    if (show === undefined) throw new Error('no show');
    await order({ type: 'show.put', show, base: 1 });
    say(String(standby), 'p1', 'p2');
    const taken = await fire(String(standby), { policy: 'strict' });
    expect(taken).toMatchObject({ ready: ['p1', 'p2'], late: [] });
    hall.tick(1000);
    expect(hall.engine.screen('p1')?.desired.scene).toBe('song');
    expect(hall.engine.facts().standbys).toEqual([]);
  });

  it('goes as ready where a version that kept no policies has armed it, and still waits as the show says', async () => {
    const show = state.show['strict'];
    if (show === undefined) throw new Error('no show');
    const timeline = compileShow(state, show);
    const cues = timeline.cues.map(({ policy: _policy, ...rest }) => rest);
    const old = { ...timeline, hash: 'aaaaaaaaaaaaaaaa' as TimelineHash, cues };
    // As it was written then, without all that came later.
    const text = { id: 'armed', timeline: old.hash, cue: 1, targets: ['p1', 'p2'], screens: ['p1', 'p2'] };
    const read = readDocument('standby', JSON.stringify({ ...text, language: null, owner: 'Aliya' }));
    if (!read.ok) throw new Error(`${read.path}: ${read.expected}`);
    const standby = { armed: read.body as HallState['standby'][string] };
    hall = aHallAtWork({ ...state, timeline: { [old.hash]: old }, standby });
    for (const screen of ['p1', 'p2']) hall.engine.played(screen as ScreenId, 'screen', screen);
    say('armed', 'p1');
    expect(await fire('armed')).toEqual(notReady('p2'));
    expect(await fire('armed', { policy: 'strict' })).toEqual(notReady('p2'));
    say('armed', 'p2');
    expect(await fire('armed', { policy: 'strict' })).toMatchObject({ ready: ['p1', 'p2'], late: [] });
    hall.tick(1000);
    expect(hall.engine.runs().find(({ layer }) => layer === 'manual')?.timeline).toBe(old.hash);
  });
});

describe('GO goes into a cue as the cue says', () => {
  it('goes with whoever is ready, and says who comes late', async () => {
    await begin('plain');
    hold(1, 'p1');
    expect(await go()).toMatchObject({ cue: 'cue-2', ready: ['p1'], late: ['p2'] });
    hall.tick(1000);
    expect(cue()).toBe(1);
  });

  it('waits for nobody where the others go', async () => {
    await begin('go');
    expect(await go()).toMatchObject({ ready: [], late: ['p1', 'p2'] });
  });

  it('waits for those that the cue names, and for no others', async () => {
    await begin('critical');
    hold(1, 'p1');
    expect(await go()).toEqual(notReady('p2'));
    hall.tick(1000);
    expect(cue()).toBe(0);
    hold(1, 'p2');
    expect(await go()).toMatchObject({ ready: ['p1', 'p2'], late: [] });
  });

  it('waits for all where all must be ready, and goes without them when somebody says so', async () => {
    await begin('strict');
    expect(await go()).toEqual(notReady('p1', 'p2'));
    hold(1, 'p1');
    expect(await go()).toEqual(notReady('p2'));
    expect(await go('go')).toMatchObject({ ready: ['p1'], late: ['p2'] });
  });

  it('may be asked to wait for all where the cue would not', async () => {
    await begin('plain');
    hold(1, 'p1');
    expect(await go('strict')).toEqual(notReady('p2'));
  });

  it('counts for the next cue alone what is held for it', async () => {
    await begin('strict');
    hold(2, 'p1', 'p2');
    expect(await go()).toEqual(notReady('p1', 'p2'));
  });

  it('counts no screen that has lost its player since', async () => {
    await begin('strict');
    hold(1, 'p1', 'p2');
    hall.engine.played('p2' as ScreenId, 'none', null);
    expect(await go()).toEqual(notReady('p2'));
  });

  it('waits for no screen on which something else lies above', async () => {
    await begin('strict');
    hold(1, 'p1');
    await order({ type: 'run.take', body: { targets: ['p2'], scene: 'other' } });
    hall.tick(1000);
    expect(await go()).toMatchObject({ ready: ['p1'], late: [] });
  });

  it('is armed as well by a standby of the same cue', async () => {
    await begin('strict');
    const { standby } = await order({
      type: 'standby.arm',
      body: { targets: ['p1', 'p2'], show: 'strict', cue: 'cue-2' },
    });
    say(String(standby), 'p1', 'p2');
    expect(await go()).toMatchObject({ ready: ['p1', 'p2'] });
  });

  it('begins a loop anew from its last cue', async () => {
    await begin('round');
    await go();
    hall.tick(1000);
    expect(await go()).toMatchObject({ cue: 'cue-1' });
    hall.tick(1000);
    expect(cue()).toBe(0);
  });
});

describe('a screen for which the run has had nothing so far', () => {
  const nextOf = (of: string) => hall.engine.plan(of)?.armed.map(({ standby }) => standby) ?? [];

  it('holds the cue that waits for GO ready by its plan, and is waited for', async () => {
    await begin('joining');
    expect(nextOf('p2')).toEqual([nextCueId(run, 2)]);
    expect(nextOf('p1')).toEqual([]);
    const plan = hall.engine.plan('p2');
    expect(Object.keys(plan?.timelines ?? {})).toContain(plan?.armed[0]?.timeline);
    hall.tick(30_000);
    hold(2, 'p1');
    expect(await go()).toEqual(notReady('p2'));
    hold(2, 'p2');
    expect(await go()).toMatchObject({ ready: ['p1', 'p2'] });
    hall.tick(1000);
    expect(nextOf('p2')).toEqual([]);
  });

  it('holds nothing of a run that something else lies above there', async () => {
    await begin('joining');
    await order({ type: 'run.take', body: { targets: ['p2'], scene: 'other' } });
    hall.tick(1000);
    expect(nextOf('p2')).toEqual([]);
  });
});

describe('a jump', () => {
  it('is held to the cue that it goes to', async () => {
    await begin('strict');
    expect(await jump('cue-2')).toEqual(notReady('p1', 'p2'));
    expect(await jump('cue-3')).toMatchObject({ cue: 'cue-3' });
    hall.tick(1000);
    expect(await jump('cue-2', 'go')).toMatchObject({ cue: 'cue-2', late: ['p1', 'p2'] });
  });

  it('goes within the cue that is on without waiting, and so do pause, on and back', async () => {
    await begin('strict');
    await go('go');
    hall.tick(1000);
    for (const action of ['pause', 'resume'] as const)
      expect(await order({ type: 'run.control', run, action })).toMatchObject({ cue: 'cue-2' });
    expect(await jump('cue-2')).toMatchObject({ cue: 'cue-2' });
    await jump('cue-3');
    hall.tick(1000);
    expect(await order({ type: 'run.control', run, action: 'back' })).toMatchObject({ cue: 'cue-2' });
  });
});

describe('a take', () => {
  it('goes into the cue of a show as the cue says', async () => {
    expect(await take({ show: 'strict-first' })).toEqual(notReady('p1', 'p2'));
    expect(await take({ show: 'strict', cue: 'cue-2' })).toMatchObject({ refused: 'not-ready' });
    expect(await take({ show: 'strict-first', policy: 'go' })).toMatchObject({ ready: [] });
    const { standby } = await order({ type: 'standby.arm', body: { targets: ['all'], show: 'strict-first' } });
    say(String(standby), 'p1', 'p2');
    // The other screens have nothing before the second cue, and hold nothing ready.
    expect(await take({ show: 'strict-first' })).toMatchObject({ ready: ['p1', 'p2'] });
  });

  it('waits for those that the cue names, or those that it is told to wait for', async () => {
    expect(await take({ show: 'critical', cue: 'cue-2' })).toEqual(notReady('w1', 'w2', 'p2'));
    expect(await take({ show: 'critical', cue: 'cue-2', critical: ['p1'] })).toEqual(notReady('p1'));
    expect(await take({ show: 'critical' })).toHaveProperty('run');
  });
});
