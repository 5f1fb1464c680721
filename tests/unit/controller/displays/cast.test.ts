import { describe, expect, it } from 'vitest';
import type { PlayerMode } from '#shared/protocol.ts';
import { emptyCast, enter, leave, playedBy, type Cast } from '../../../../controller/adapters/displays/cast.ts';
import { screen } from '../../../support/hall-state.ts';

const wall = screen('wall');

function cast(...asked: readonly (readonly [socket: string, mode: PlayerMode])[]): Cast {
  return asked.reduce((now, [socket, mode]) => enter(now, socket, wall, mode).cast, emptyCast);
}

const modes = (of: Cast) => Object.fromEntries(of.parts.map(({ socket, mode }) => [socket, mode]));

describe('who plays a screen', () => {
  it.each([
    ['its own player', [['a', 'screen']], { a: 'screen' }, 'screen'],
    ['a stand-in where nobody plays', [['a', 'virtual']], { a: 'virtual' }, 'virtual'],
    [
      'the first of two stand-ins',
      [
        ['a', 'virtual'],
        ['b', 'virtual'],
      ],
      { a: 'virtual', b: 'mirror' },
      'virtual',
    ],
    [
      'its own player instead of a stand-in',
      [
        ['a', 'virtual'],
        ['b', 'screen'],
      ],
      { a: 'mirror', b: 'screen' },
      'screen',
    ],
    [
      'its newest player',
      [
        ['a', 'screen'],
        ['b', 'screen'],
      ],
      { a: 'mirror', b: 'screen' },
      'screen',
    ],
    [
      'nobody, where it is only mirrored or rehearsed',
      [
        ['a', 'mirror'],
        ['b', 'rehearse'],
      ],
      { a: 'mirror', b: 'rehearse' },
      'none',
    ],
  ] as const)('%s', (_what, asked, expected, by) => {
    const now = cast(...asked);
    expect(modes(now)).toEqual(expected);
    expect(playedBy(now, wall)).toBe(by);
  });

  it('is taken up by who waited when the player leaves, and those concerned are told', () => {
    const { cast: after, changed, playedBy: by } = leave(cast(['a', 'virtual'], ['b', 'screen']), 'b', wall);
    expect(modes(after)).toEqual({ a: 'virtual' });
    expect(changed.map(({ socket, mode }) => [socket, mode])).toEqual([['a', 'virtual']]);
    expect(by).toBe('virtual');
  });

  it('leaves other screens alone', () => {
    const both = enter(cast(['a', 'virtual']), 'a', screen('map'), 'virtual').cast;
    const { cast: after, changed } = leave(both, 'a', wall);
    expect(after.parts).toEqual([{ socket: 'a', screen: 'map', asked: 'virtual', mode: 'virtual' }]);
    expect(changed).toEqual([]);
  });
});
