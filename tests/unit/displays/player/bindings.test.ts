import { describe, expect, it } from 'vitest';
import { bind } from '../../../../displays/player/bindings.ts';

const one = (key: string, content: string) => ({ key, content });

describe('which element serves which appearance', () => {
  it('keeps each with its own', () => {
    expect(bind([one('a', 'x'), one('b', 'x')], [one('b', 'x'), one('a', 'x')])).toEqual([
      { key: 'b', content: 'x', from: 'b' },
      { key: 'a', content: 'x', from: 'a' },
    ]);
  });

  it('takes what was armed on air without making it again', () => {
    const held = [one('idle', 'i'), one('standby/1', 'x')];
    expect(bind(held, [one('idle', 'i'), one('run/0', 'x')]).map(({ from }) => from)).toEqual(['idle', 'standby/1']);
  });

  it('never takes an element from an appearance that is still wanted', () => {
    const held = [one('run/0/0', 'x')];
    expect(bind(held, [one('run/0/0', 'x'), one('run/0/1', 'x')]).map(({ from }) => from)).toEqual(['run/0/0', null]);
  });

  it('makes anew what shows something else under the same key', () => {
    expect(bind([one('a', 'x')], [one('a', 'y')])).toEqual([{ key: 'a', content: 'y', from: null }]);
  });
});
