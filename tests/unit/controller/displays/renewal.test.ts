import { describe, expect, it } from 'vitest';
import { createRenewal } from '../../../../controller/adapters/displays/renewal.ts';

function start() {
  const told: string[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const renewal = createRenewal({
    tell: (socket) => told.push(socket),
    after(run, ms) {
      const timer = { run, ms };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  const pass = (ms: number) => {
    for (const timer of timers.filter((one) => one.ms <= ms)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.run();
    }
  };
  return { renewal, told, pass };
}

describe('players of an older build', () => {
  it('reload one at a time, the next when the one before has had time to be back', () => {
    const { renewal, told, pass } = start();
    for (const socket of ['a', 'b', 'c']) renewal.add(socket);
    expect(told).toEqual(['a']);
    renewal.remove('a');
    expect(told).toEqual(['a']);
    pass(5_000);
    expect(told).toEqual(['a', 'b']);
  });

  it('do not wait for ever for one that never reloads', () => {
    const { renewal, told, pass } = start();
    for (const socket of ['a', 'b']) renewal.add(socket);
    pass(5_000);
    expect(told).toEqual(['a']);
    pass(10 * 60_000);
    expect(told).toEqual(['a', 'b']);
  });

  it('are forgotten when they go before their turn', () => {
    const { renewal, told, pass } = start();
    for (const socket of ['a', 'b', 'c']) renewal.add(socket);
    renewal.remove('b');
    renewal.remove('a');
    pass(5_000);
    expect(told).toEqual(['a', 'c']);
  });
});
