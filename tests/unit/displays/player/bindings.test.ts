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

  it('takes for what is due what is held for whoever may ask, and makes that anew', () => {
    const held = [one('idle', 'i'), one('standby/1', 'x')];
    const due = [one('idle', 'i'), one('run/0', 'x')];
    const may = [one('standby/1', 'x')];
    expect(bind(held, due, may).map(({ from }) => from)).toEqual(['idle', 'standby/1', null]);
    expect(bind([...held, one('gone', 'x')], due, may).map(({ from }) => from)).toEqual(['idle', 'gone', 'standby/1']);
  });

  it('takes nothing that is wanted for what may be asked for', () => {
    const held = [one('run/0', 'x'), one('go/1', 'x')];
    const may = [one('standby/1', 'x'), one('go/1', 'x')];
    expect(bind(held, [one('run/0', 'x')], may).map(({ from }) => from)).toEqual(['run/0', null, 'go/1']);
  });

  it('binds an appearance that is wanted twice once', () => {
    const held = [one('run/0', 'x'), one('standby/1', 'x')];
    const due = [one('run/0', 'x'), one('run/0', 'x')];
    expect(bind(held, due, [one('standby/1', 'x')]).map(({ from }) => from)).toEqual(['run/0', 'run/0', 'standby/1']);
  });

  it('makes anew what shows something else under the same key', () => {
    expect(bind([one('a', 'x')], [one('a', 'y')])).toEqual([{ key: 'a', content: 'y', from: null }]);
  });
});
