import { describe, expect, it } from 'vitest';
import { createTroubles } from '../../../../displays/player/troubles.ts';

describe('what went wrong on a player', () => {
  function some() {
    const clock = { now: 1_000 };
    const told: number[] = [];
    const troubles = createTroubles(
      () => clock.now,
      () => void told.push(clock.now),
    );
    return { clock, told, troubles, places: () => troubles.list().map(({ where }) => where) };
  }

  it('is told for a minute, where nothing says that it is over', () => {
    const { clock, troubles, places } = some();
    troubles.add('frame', 'no');
    clock.now += 59_000;
    expect(places()).toEqual(['frame']);
    clock.now += 1_000;
    expect(places()).toEqual([]);
  });

  it('ends at once where it is mended, and nothing else with it', () => {
    const { clock, told, troubles, places } = some();
    troubles.add('medium a', 'there is no room');
    troubles.add('medium a', 'the controller answered 503');
    troubles.add('frame', 'no');
    clock.now += 10;
    troubles.mended('medium a');
    expect(places()).toEqual(['frame']);
    expect(told).toEqual([1_000, 1_000, 1_000, 1_010]);
    // Nobody is told of what was not the case.
    troubles.mended('medium a');
    expect(told).toHaveLength(4);
  });
});
