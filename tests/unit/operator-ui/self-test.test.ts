import { describe, expect, it } from 'vitest';
import type { ScreenState } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { silenceLimitMs } from '#shared/protocol.ts';
import { selfTest } from '../../../operator-ui/state/self-test.ts';

describe('the self test', () => {
  const now = 100_000;
  const hall = (...ids: readonly string[]) =>
    ({ screens: ids.map((id) => ({ id })) }) as unknown as Pick<Hall, 'screens'>;
  const state = (health: ScreenState['health']['state'], more: object = {}): ScreenState =>
    ({
      id: 'p1',
      player: 'screen',
      agrees: true,
      reported: { clock: { boundMs: 0.4 }, media: { missing: [] } },
      reportedAt: now - 2_000,
      health: { state: health, since: 0, reason: null },
      ...more,
    }) as unknown as ScreenState;

  it('says how long a screen still fetches its media, where it knows', () => {
    const fetching = (secondsLeft: number | null) =>
      state('online', {
        reported: {
          clock: { boundMs: 1 },
          media: { missing: [], lacks: [{ id: 'film', how: 'fetching' }], secondsLeft },
        },
      });
    expect(selfTest(hall('p1', 'p2'), { p1: fetching(40), p2: fetching(null) }, now).unready).toEqual([
      { screen: 'p1', why: 'fetching', secondsLeft: 40 },
      { screen: 'p2', why: 'fetching', secondsLeft: null },
    ]);
  });

  it('finds a closed hall ready whose screens are dark by plan', () => {
    expect(selfTest(hall('p1'), { p1: state('dark') }, now)).toEqual({ ready: 1, total: 1, unready: [], unproved: [] });
  });

  it.each([
    ['offline', state('online', { player: 'none' })],
    ['unheard', state('unknown', { reported: null })],
    ['stale', state('late', { reportedAt: now - silenceLimitMs - 1 })],
    ['stale', state('online', { reportedAt: now - silenceLimitMs - 1 })],
    ['stale', state('unproved', { reportedAt: now - silenceLimitMs - 1 })],
    ['maintenance', state('maintenance')],
    ['trouble', state('frozen')],
    ['unsynced', state('online', { reported: { clock: { boundMs: null }, media: { missing: [] } } })],
    ['missing', state('online', { reported: { clock: { boundMs: 1 }, media: { missing: ['x'] } } })],
    ['changing', state('unproved', { agrees: null })],
    ['disagrees', state('online', { agrees: false })],
  ] as const)('names what is %s', (why, screen) => {
    expect(selfTest(hall('p1'), { p1: screen }, now)).toEqual({
      ready: 0,
      total: 1,
      unready: [{ screen: 'p1', why }],
      unproved: [],
    });
  });

  it('counts those whose picture nobody has seen, and names them', () => {
    const screens = { p1: state('online'), p2: state('unproved', { id: 'p2' }) };
    expect(selfTest(hall('p1', 'p2'), screens, now)).toEqual({ ready: 2, total: 2, unready: [], unproved: ['p2'] });
  });

  it('does not flicker over one report that was lost', () => {
    const late = state('late', { reportedAt: now - silenceLimitMs });
    expect(selfTest(hall('p1'), { p1: late }, now)).toEqual({ ready: 1, total: 1, unready: [], unproved: [] });
  });

  it('is about the screens that the hall has, heard or not, and about no others', () => {
    const removed = state('offline', { id: 'gone', player: 'none' });
    expect(selfTest(hall('p1', 'p2'), { p1: state('online'), gone: removed }, now)).toEqual({
      ready: 1,
      total: 2,
      unready: [{ screen: 'p2', why: 'unheard' }],
      unproved: [],
    });
  });
});
