import { describe, expect, it } from 'vitest';
import { createStage } from '../../../controller/training/stage.ts';
import { aHallAtWork } from '../../support/engine.ts';
import { aHall, aScene, aState } from '../../support/hall-state.ts';

const state = aState({ hall: aHall(), scenes: [aScene('poem')] });

function aStage() {
  const ended: number[] = [];
  let begun = 0;
  const stage = createStage(
    () => {
      const number = (begun += 1);
      return { engine: aHallAtWork(state).engine, end: () => void ended.push(number) };
    },
    () => 7,
  );
  return { stage, ended, begun: () => begun };
}

describe('the stage of the training copy', () => {
  it('says what is decided on whatever engine is on, and that all is new where it brings another', async () => {
    const { stage } = aStage();
    const kinds: string[] = [];
    stage.engine.onDecided((changed) => kinds.push(...changed.map(({ kind }) => kind)));
    stage.renew();
    expect(kinds).toContain('hall');
    kinds.length = 0;
    await stage.engine.order({
      commandId: 'a',
      actor: { is: 'hall' },
      command: { type: 'doors.set', body: { is: 'closed' } },
    });
    expect(kinds).toContain('doors');
  });

  it('has nothing on it until somebody asks for more than the time', () => {
    const { stage, begun } = aStage();
    expect(stage.engine.now()).toBe(7);
    stage.engine.subscribe(() => undefined);
    expect([begun(), stage.isOn()]).toEqual([0, false]);
    expect(stage.engine.facts().screens.length).toBeGreaterThan(0);
    expect([begun(), stage.isOn()]).toEqual([1, true]);
    stage.engine.facts();
    expect(begun()).toBe(1);
  });

  it('ends what it takes off, brings another when it is asked, and keeps who listens', async () => {
    const { stage, ended, begun } = aStage();
    const heard: number[] = [];
    stage.engine.subscribe(({ screens }) => heard.push(screens?.length ?? 0));
    stage.engine.facts();
    stage.clear();
    expect([ended, stage.isOn()]).toEqual([[1], false]);
    stage.renew();
    expect([begun(), heard.at(-1)]).toEqual([2, stage.engine.facts().screens.length]);
    heard.length = 0;
    const actor = { is: 'hall' } as const;
    await stage.engine.order({
      commandId: 'a',
      actor,
      command: { type: 'run.take', body: { targets: ['all'], scene: 'poem' } },
    });
    expect(heard.length).toBeGreaterThan(0);
  });
});
