import { describe, expect, it } from 'vitest';
import { bind, type Bound, type Held } from '../../../../displays/player/bindings.ts';

const one = (key: string, content: string, isReady = true) => ({ key, content, isReady });

describe('which element serves which appearance', () => {
  it('keeps each with its own', () => {
    expect(bind([one('a', 'x'), one('b', 'x')], [one('b', 'x'), one('a', 'x')], [])).toEqual([
      { key: 'b', content: 'x', from: 'b' },
      { key: 'a', content: 'x', from: 'a' },
    ]);
  });

  it('takes what was armed on air without making it again', () => {
    const held = [one('idle', 'i'), one('standby/1', 'x', false)];
    expect(from(held, [one('idle', 'i'), one('run/0', 'x')])).toEqual(['idle', 'standby/1']);
  });

  it('never takes an element from an appearance that is still wanted', () => {
    const held = [one('run/0/0', 'x')];
    expect(from(held, [one('run/0/0', 'x'), one('run/0/1', 'x')])).toEqual(['run/0/0', null]);
  });

  it('takes for what is due now what is held ready for later, and makes that anew', () => {
    const held = [one('idle', 'i'), one('standby/1', 'x')];
    const now = [one('idle', 'i'), one('run/0', 'x')];
    const later = [one('standby/1', 'x')];
    expect(from(held, now, later)).toEqual(['idle', 'standby/1', null]);
    expect(from([...held, one('gone', 'x')], now, later)).toEqual(['idle', 'gone', 'standby/1']);
  });

  it('leaves to what is due later what is not ready either', () => {
    const later = [one('standby/1', 'x')];
    expect(from([one('standby/1', 'x', false)], [one('run/0', 'x')], later)).toEqual([null, 'standby/1']);
  });

  it('takes nothing that is wanted for later', () => {
    const held = [one('run/0', 'x'), one('go/1', 'x')];
    const later = [one('standby/1', 'x'), one('go/1', 'x')];
    expect(from(held, [one('run/0', 'x')], later)).toEqual(['run/0', null, 'go/1']);
  });

  it('binds an appearance that is wanted twice once', () => {
    const held = [one('run/0', 'x'), one('standby/1', 'x')];
    const now = [one('run/0', 'x'), one('run/0', 'x')];
    expect(from(held, now, [one('standby/1', 'x')])).toEqual(['run/0', 'run/0', 'standby/1']);
  });

  it('makes anew what shows something else under the same key', () => {
    expect(bind([one('a', 'x')], [one('a', 'y')], [])).toEqual([{ key: 'a', content: 'y', from: null }]);
  });
});

function from(held: readonly Held[], now: readonly Bound[], later: readonly Bound[] = []): readonly (string | null)[] {
  return bind(held, now, later).map((bound) => bound.from);
}
