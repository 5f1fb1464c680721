import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StandbyView } from '#shared/facts.ts';
import { Settling } from '../../../operator-ui/controllers/settling.ts';
import { goOf } from '../../../operator-ui/state/go.ts';

const standby = (id: string, owner: string): StandbyView => ({ id, owner }) as StandbyView;
const idOf = (standbys: readonly StandbyView[], chosen: string | null = null): string | null =>
  goOf(standbys, 'Aliya', chosen)?.id ?? null;

describe('what GO starts', () => {
  const mine = standby('mine', 'Aliya');
  const newer = standby('newer', 'Aliya');
  const theirs = standby('theirs', 'Dana');

  it('is the newest that one has armed oneself, wherever a colleague’s stands', () => {
    expect(idOf([mine, theirs])).toBe('mine');
    expect(idOf([theirs, mine])).toBe('mine');
    expect(idOf([mine, newer, theirs])).toBe('newer');
  });

  it('is a colleague’s only for who has chosen it, and as long as it is there', () => {
    expect(idOf([theirs])).toBeNull();
    expect(idOf([theirs], 'theirs')).toBe('theirs');
    expect(idOf([mine, theirs], 'theirs')).toBe('theirs');
    expect(idOf([mine], 'theirs')).toBe('mine');
    expect(idOf([], 'theirs')).toBeNull();
  });
});

describe('a key whose subject has become another', () => {
  let updates: number;
  let settling: Settling;

  beforeEach(() => {
    vi.useFakeTimers();
    updates = 0;
    settling = new Settling({ addController: () => undefined, requestUpdate: () => (updates += 1) } as never);
    settling.sees('one');
  });
  afterEach(() => vi.useRealTimers());

  it('rests for as long as a hand may take for the second press of two, and is drawn again then', () => {
    expect(settling.rests).toBe(false);
    settling.sees('two');
    expect(settling.rests).toBe(true);
    vi.advanceTimersByTime(250);
    settling.sees('two');
    expect(settling.rests).toBe(true);
    vi.advanceTimersByTime(350);
    expect(settling.rests).toBe(false);
    expect(updates).toBe(1);
  });

  it('does not where it has just come to be, or was chosen here', () => {
    settling.sees(null);
    settling.sees('two');
    expect(settling.rests).toBe(false);
    settling.sees('three', true);
    expect(settling.rests).toBe(false);
  });
});
