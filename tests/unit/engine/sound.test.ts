import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/ports.ts';
import { outputsWithin } from '../../../operator-ui/state/own-outputs.ts';
import { aHallAtWork, operator } from '../../support/engine.ts';
import { aHall, aState } from '../../support/hall-state.ts';

const output = (id: string, zone: string, screen: string) => ({ id, name: { en: id }, zone, screen });
const hall = aHall({
  soundOutputs: [output('wall', 'walls', 'w1'), output('hall', 'all', 'p1'), output('far', 'walls', 'p2')],
});
/** Zone `left` is p1, w1 and w2. */
const limited: Actor = { is: 'person', id: 'marat', name: 'Marat', role: 'operator', zones: ['left'], byPin: false };

describe('the sound of somebody who is limited to zones', () => {
  const set = async (id: string, actor: Actor) => {
    const { engine } = aHallAtWork(aState({ hall }));
    const command = { type: 'sound.set', output: id, body: { muted: true } } as const;
    const answer = await engine.order({ commandId: 'mute', actor, command });
    return answer.ok ? answer.answer['outputs'] : answer.problem.code;
  };

  it('is what lies in their zones with the screen that makes it, by one act', async () => {
    expect(await set('mine', limited)).toEqual(['wall']);
    expect(await set('mine', operator)).toEqual(['wall', 'hall', 'far']);
    expect(await set('mine', { ...limited, zones: ['panels'] })).toBe('not-found');
  });

  it('is never that of others', async () => {
    expect(await set('all', limited)).toBe('not-allowed');
    expect(await set('far', limited)).toBe('not-allowed');
  });

  it('is offered to them as the hall sees it', () => {
    expect(outputsWithin(hall, limited.zones).map(({ id }) => id)).toEqual(['wall']);
    expect(outputsWithin(hall, null)).toEqual(hall.soundOutputs);
    expect(outputsWithin(null, null)).toEqual([]);
  });
});
