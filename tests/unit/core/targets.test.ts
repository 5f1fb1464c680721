import { describe, expect, it } from 'vitest';
import { targetScreens } from '#core/targets.ts';
import { aHall } from '../../support/hall-state.ts';

const hall = aHall();
const named = (targets: string[], except: string[] = []) => Object.fromEntries(targetScreens(hall, targets, except));

describe('the screens that targets name', () => {
  it('come with how directly they are named', () => {
    expect(named(['all'])).toEqual({ p1: 0, p2: 0, p3: 0, p4: 0, w1: 0, w2: 0 });
    expect(named(['left'])).toEqual({ p1: 1, w1: 1, w2: 1 });
    expect(named(['wall'])).toEqual({ w1: 2, w2: 2 });
    expect(named(['p3'])).toEqual({ p3: 3 });
  });

  it('count by the most direct of several names', () => {
    expect(named(['all', 'wall', 'w2', 'panels'])).toEqual({ p1: 1, p2: 1, p3: 1, p4: 1, w1: 2, w2: 3 });
  });

  it('are without those that are excepted by any name', () => {
    expect(named(['all'], ['left', 'p2'])).toEqual({ p3: 0, p4: 0 });
    expect(named(['p1'], ['all'])).toEqual({});
  });

  it('are none for unknown ids, and end for zones that contain each other', () => {
    expect(named(['nothing'])).toEqual({});
    const zone = (id: string, members: string[]) => ({ id, name: { en: id }, members });
    const circle = aHall({ zones: [zone('a', ['b', 'p1']), zone('b', ['a', 'p2'])] });
    expect(Object.fromEntries(targetScreens(circle, ['a'], []))).toEqual({ p1: 1, p2: 1 });
  });

  it('are in the hall’s order, whatever the order of the targets', () => {
    expect([...targetScreens(hall, ['wall', 'p2', 'p1'], []).keys()]).toEqual(['p1', 'p2', 'w1', 'w2']);
  });
});
