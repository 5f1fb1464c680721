import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTwins } from '../../../../controller/adapters/displays/twins.ts';
import { screen } from '../../../support/hall-state.ts';

const p1 = screen('p1');

describe('a token that is used in two places at once', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function desk() {
    let places: readonly string[] = [];
    const told: (readonly string[] | null)[] = [];
    const twins = createTwins({
      placesOf: () => places,
      tell: (_screen, where) => told.push(where),
      patienceMs: 12_000,
    });
    const now = (...here: readonly string[]): void => {
      places = here;
      twins.look(p1);
    };
    return { now, told };
  }

  it('is noticed when both players stay, and forgotten when one goes', () => {
    const { now, told } = desk();
    now('10.0.0.4');
    now('10.0.0.4', '10.0.0.9');
    vi.advanceTimersByTime(11_000);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(2_000);
    expect(told).toEqual([['10.0.0.4', '10.0.0.9']]);
    now('10.0.0.9');
    expect(told).toEqual([['10.0.0.4', '10.0.0.9'], null]);
  });

  it('is no player that came back before its old link was found dead', () => {
    const { now, told } = desk();
    now('10.0.0.4');
    now('10.0.0.4', '10.0.0.4');
    vi.advanceTimersByTime(9_000);
    now('10.0.0.4');
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });
});
