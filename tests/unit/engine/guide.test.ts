import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Command } from '#core/ports.ts';
import { actorOfGuide } from '../../../controller/adapters/identity/actors.ts';
import { hashSecret } from '../../../controller/adapters/identity/secrets.ts';
import { aHallAtWork, operator, type TestHall } from '../../support/engine.ts';
import { aHall, aScene, aShow, aState } from '../../support/hall-state.ts';

const state = aState({
  hall: aHall(),
  scenes: [aScene('poem'), aScene('song')],
  shows: [aShow('talk', [{ scene: 'poem' }, { scene: 'song', trigger: 'go' }, { scene: 'poem', trigger: 'go' }])],
});

let hall: TestHall;
let orders = 0;
let run: string;

async function order(command: Command, actor: Actor = operator): Promise<string> {
  const answer = await hall.engine.order({ commandId: `order-${++orders}`, actor, command });
  if (!answer.ok) return answer.problem.code;
  const { run: made } = answer.answer as { readonly run?: string };
  return made ?? 'done';
}
const guide = (code: string): Actor | null => actorOfGuide(hall.engine, `Guide ${code}`);
const control = (action: 'go' | 'back', of = run): Command => ({ type: 'run.control', run: of, action });
const cue = (): number => hall.engine.runs().find(({ id }) => id === run)?.cue ?? -1;

beforeEach(async () => {
  hall = aHallAtWork(state);
  orders = 0;
  run = await order({ type: 'run.take', body: { targets: ['all'], show: 'talk', holdFor: 60_000 } });
  await order({ type: 'guide.give', run, tokenHash: hashSecret('code') });
  hall.tick(1000);
});

describe('a guide’s phone', () => {
  it('has GO of its run, and nothing else', async () => {
    const actor = guide('code') ?? { is: 'stranger' };
    expect(await order(control('go'), actor)).toBe(run);
    hall.tick(1000);
    expect(cue()).toBe(1);
    expect(await order(control('back'), actor)).toBe('not-allowed');
    expect(await order({ type: 'run.release', runs: [run] }, actor)).toBe('not-allowed');
    expect(await order({ type: 'emergency.raise', body: { kind: 'blackout' } }, actor)).toBe('not-allowed');
    const other = await order({ type: 'run.take', body: { targets: ['p1'], show: 'talk' } });
    expect(await order(control('go', other), actor)).toBe('not-allowed');
  });

  it('is good for nothing with another code, or once another phone has been given it', async () => {
    expect(guide('other')).toBeNull();
    await order({ type: 'guide.give', run, tokenHash: hashSecret('second') });
    expect(guide('code')).toBeNull();
    expect(guide('second')).toEqual({ is: 'guide', run, by: 'Aliya' });
  });

  it('expires with its run, and is back with it', async () => {
    await order({ type: 'run.release', runs: [run] });
    hall.tick(2000);
    expect(guide('code')).toBeNull();
    await order({ type: 'act.take-back', act: hall.engine.facts().lastAct?.id ?? '' });
    expect(guide('code')).not.toBeNull();
    hall.tick(120_000);
    expect(guide('code')).toBeNull();
  });

  it('is forgotten with its run', async () => {
    hall.tick(3 * 3_600_000);
    await order({ type: 'run.take', body: { targets: ['all'], scene: 'song' } });
    expect(hall.engine.state().run[run]).toBeUndefined();
    expect(Object.keys(hall.engine.state().guide)).toEqual([]);
  });
});

describe('what comes after a release', () => {
  it('is told for each screen, without anything happening', async () => {
    const song = await order({ type: 'run.take', body: { targets: ['p1'], scene: 'song' } });
    hall.tick(1000);
    const after = (...runs: string[]) =>
      hall.engine.afterRelease(runs).map(({ screen, layer, run: next }) => [screen, layer, next === run]);
    expect(after(song)).toEqual([['p1', 'manual', true]]);
    expect(after(song, run).every(([, layer]) => layer === 'ambient')).toBe(true);
    expect(after('nothing')).toEqual([]);
    expect(hall.engine.screen('p1')?.desired.scene).toBe('song');
  });

  it('is what then comes', async () => {
    const song = await order({ type: 'run.take', body: { targets: ['p1'], scene: 'song' } });
    hall.tick(1000);
    const [told] = hall.engine.afterRelease([song]);
    await order({ type: 'run.release', runs: [song] });
    hall.tick(1000);
    expect(hall.engine.screen('p1')?.desired.run).toBe(told?.run);
  });
});
