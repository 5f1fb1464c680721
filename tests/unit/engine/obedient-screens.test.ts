import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TakeBody } from '#shared/commands.ts';
import { obedientScreens } from '../../../controller/training/obedient-screens.ts';
import { aHallAtWork, operator } from '../../support/engine.ts';
import { aHall, aScene, aState } from '../../support/hall-state.ts';

const state = aState({ hall: aHall(), scenes: [aScene('poem'), aScene('song')] });

/** The states of health of a hall of such screens, some time after the last of what was taken. */
async function healthAfter(isSeen: boolean, scenes: readonly string[]): Promise<readonly string[]> {
  const { engine, clock } = aHallAtWork(state);
  const stop = obedientScreens(engine, { seen: isSeen });
  const pass = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += 1000) {
      clock.now += 1000;
      vi.advanceTimersByTime(1000);
      engine.look();
    }
  };
  for (const [index, scene] of scenes.entries()) {
    const body = TakeBody.parse({ targets: 'all', scene });
    await engine.order({ commandId: `take-${index}`, actor: operator, command: { type: 'run.take', body } });
    pass(40_000);
  }
  const states = engine.facts().screens.map(({ health }) => health.state);
  stop();
  return [...new Set(states)];
}

describe('screens without a player', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are well where their picture is seen, also after one scene has followed another', async () => {
    expect(await healthAfter(true, ['poem'])).toEqual(['online']);
    expect(await healthAfter(true, ['poem', 'song', 'poem'])).toEqual(['online']);
  });

  it('are unproved where it is not', async () => {
    expect(await healthAfter(false, ['poem'])).toEqual(['unproved']);
  });
});
