import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Command } from '#core/ports.ts';
import { aHallAtWork, operator, type TestHall } from '../../support/engine.ts';
import { aHall, aScene, aState } from '../../support/hall-state.ts';

const dana: Actor = { is: 'person', id: 'dana', name: 'Dana', role: 'operator', zones: null, byPin: false };
const state = aState({ hall: aHall(), scenes: [aScene('poem'), aScene('song')] });

let hall: TestHall;
let orders = 0;

beforeEach(() => {
  hall = aHallAtWork(state);
  orders = 0;
});

async function order(command: Command, actor: Actor = operator): Promise<Record<string, unknown>> {
  // Ids that sort the other way round: what is armed is told in the order of time.
  const answer = await hall.engine.order({ commandId: `order-${99 - ++orders}`, actor, command });
  if (!answer.ok) throw Object.assign(new Error(answer.problem.detail), { code: answer.problem.code });
  return answer.answer;
}

const arm = (scene: string, targets: string[], actor: Actor = operator) =>
  order({ type: 'standby.arm', body: { targets, scene } }, actor);
const armed = () => hall.engine.facts().standbys;

describe('what several people have armed', () => {
  it('is told in the order in which they armed it, each with its owner', async () => {
    await arm('poem', ['p1']);
    hall.tick(1000);
    await arm('song', ['p2'], dana);
    hall.tick(1000);
    await arm('song', ['p3']);
    expect(armed().map(({ owner, screens }) => [owner, ...screens])).toEqual([
      ['Aliya', 'p1'],
      ['Dana', 'p2'],
      ['Aliya', 'p3'],
    ]);
  });

  it('loses to a colleague the screens that both want and no others, and GO leaves those alone', async () => {
    const { standby } = await arm('poem', ['p1', 'walls']);
    expect(await arm('song', ['w1', 'p2'], dana)).toMatchObject({
      taken: [{ standby, owner: 'Aliya', screens: ['w1'] }],
    });
    expect(armed().map(({ owner, screens }) => [owner, ...screens])).toEqual([
      ['Aliya', 'p1', 'w2'],
      ['Dana', 'w1', 'p2'],
    ]);
    const [entry] = await hall.engine.journal({ limit: 1 });
    expect(entry?.summary).toContain('standby of Aliya');
    const go = { targets: ['p1', 'walls'], scene: 'poem', standby: String(standby), policy: 'go' as const };
    expect(await order({ type: 'run.take', body: go })).toMatchObject({ late: ['p1', 'w2'] });
    hall.tick(1000);
    expect(['p1', 'w1', 'w2'].map((id) => hall.engine.screen(id)?.desired.scene)).toEqual(['poem', 'rest', 'poem']);
    expect(armed().map(({ owner }) => owner)).toEqual(['Dana']);
  });

  it('is fired where it was armed alone, and stays armed where it was not fired', async () => {
    const { standby } = await arm('poem', ['p1', 'p2', 'wall']);
    const fire = (...targets: string[]) =>
      order({ type: 'run.take', body: { targets, scene: 'poem', standby: String(standby), policy: 'go' } }, dana);
    for (const targets of [['p3'], ['p1', 'p3'], ['all']])
      await expect(fire(...targets)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('was not armed for') as string,
      });
    await arm('song', ['p1'], dana);
    await expect(fire('p1')).rejects.toMatchObject({ code: 'conflict' });
    const other = { targets: ['p2'], scene: 'song', standby: String(standby), policy: 'go' as const };
    await expect(order({ type: 'run.take', body: other })).rejects.toMatchObject({ code: 'conflict' });
    expect(armed().map(({ screens }) => screens)).toEqual([['p2', 'w1', 'w2'], ['p1']]);
    await fire('p1', 'wall');
    hall.tick(1000);
    expect(['p1', 'w1', 'w2'].map((id) => hall.engine.screen(id)?.desired.scene)).toEqual(['rest', 'poem', 'poem']);
    expect(armed().map(({ owner, screens }) => [owner, ...screens])).toEqual([
      ['Aliya', 'p2'],
      ['Dana', 'p1'],
    ]);
    const nobody = { targets: ['p2'], except: ['panels'], scene: 'poem', policy: 'go' as const };
    await expect(order({ type: 'run.take', body: nobody })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('goes for as long, in the language and for the reason that was said when it was armed, unless GO says another', async () => {
    await order({ type: 'run.take', body: { targets: ['p1'], scene: 'song' } }, dana);
    hall.tick(1000);
    const body = { targets: ['p1'], scene: 'poem', holdFor: 60_000, language: 'kk', reason: 'A delegation' };
    const { standby } = await order({ type: 'standby.arm', body });
    const go = { targets: ['p1'], scene: 'poem', standby: String(standby), policy: 'go' as const };
    await order({ type: 'run.take', body: go });
    const newest = () => hall.engine.facts().runs.findLast(({ layer }) => layer === 'manual');
    const { from = 0 } = newest() ?? {};
    expect(newest()).toMatchObject({ until: from + 60_000, language: 'kk', reason: 'A delegation' });
    const [entry] = await hall.engine.journal({ limit: 1 });
    expect(entry?.reason).toBe('A delegation');
    expect(hall.engine.facts().losses).toMatchObject([{ owner: 'Dana', reason: 'A delegation' }]);
    const { standby: again } = await order({ type: 'standby.arm', body });
    hall.tick(1000);
    await order({ type: 'run.take', body: { ...go, standby: String(again), holdFor: 5000, reason: 'A fault' } });
    const { from: later = 0 } = newest() ?? {};
    expect(newest()).toMatchObject({ until: later + 5000, reason: 'A fault' });
  });

  it('is gone, and told of, where nothing of it is left', async () => {
    await arm('poem', ['p1']);
    await arm('song', ['all'], dana);
    expect(armed().map(({ owner }) => owner)).toEqual(['Dana']);
    const [entry] = await hall.engine.journal({ limit: 1 });
    expect(entry?.summary).toContain('standby of Aliya');
  });
});

describe('what a colleague has taken of one’s own standby', () => {
  const losses = () => hall.engine.facts().losses;
  const read = (loss: string, actor: Actor = operator) => order({ type: 'loss.read', loss }, actor);
  const title = (text: string) => ({ title: { en: text }, cue: null });

  it('is told by the hall, each time, until its owner has read it', async () => {
    const { standby: mine } = await arm('poem', ['p1', 'p2']);
    const { standby: first } = await arm('song', ['p1', 'p3'], dana);
    const { standby: second } = await arm('song', ['p2'], dana);
    const told = { owner: 'Aliya', by: 'Dana', how: 'disarmed', ...title('poem'), for: title('song') };
    const [one, two] = [`${String(mine)}@${String(first)}`, `${String(mine)}@${String(second)}`];
    expect(losses()).toMatchObject([
      { ...told, id: one, targets: ['p1'], isLeft: true },
      { ...told, id: two, targets: ['p2'], isLeft: false },
    ]);
    await expect(read(one, dana)).rejects.toMatchObject({ code: 'not-found' });
    await read(one);
    expect(losses().map(({ id }) => id)).toEqual([two]);
    await expect(read(one)).rejects.toMatchObject({ code: 'not-found' });
    const [entry] = await hall.engine.journal({ limit: 1 });
    expect(entry).toMatchObject({ command: 'loss.read', actor: 'Aliya', summary: 'read what Dana had done on p1' });
  });

  it('is nothing where it was fired or stood down, or one has armed something else oneself', async () => {
    const { standby: fired } = await arm('poem', ['p1']);
    await order(
      { type: 'run.take', body: { targets: ['p1'], scene: 'poem', standby: String(fired), policy: 'go' } },
      dana,
    );
    const { standby: cleared } = await arm('poem', ['p2']);
    await order({ type: 'standby.clear', standby: String(cleared) }, dana);
    await arm('poem', ['p3']);
    await arm('song', ['p3', 'p4']);
    await arm('song', ['p1'], dana);
    expect(losses()).toEqual([]);
  });
});
