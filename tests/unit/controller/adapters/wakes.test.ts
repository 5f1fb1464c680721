import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWakes, type Wakes } from '../../../../controller/adapters/wakes.ts';
import { quiet } from '../../../support/engine.ts';
import { at } from '../../../support/hall-state.ts';

const start = at('2026-10-24T22:59:30.250Z');
const hour = 3_600_000;

beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());

/** Wakes for these instants; `looks` are the times at which the hall was looked at, as a text in UTC. */
function waking(changes: readonly number[], skewMs = 0) {
  const looks: string[] = [];
  const now = (): number => Date.now() + skewMs;
  const wakes = createWakes({
    nextChange: () => changes.find((change) => change > now()) ?? null,
    now,
    wall: () => Date.now(),
    look: () => looks.push(new Date(now()).toISOString().slice(11, 19)),
    log: quiet,
  });
  return { wakes, looks };
}

async function pass(wakes: Wakes, ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  wakes.stop();
}

describe('node-cron', () => {
  it('wakes the controller in the second after each change, over the hour in which Berlin’s clocks go back', async () => {
    const changes = ['22:59:31.000Z', '23:00:00.000Z', '23:30:00.500Z'].map((time) => at(`2026-10-24T${time}`));
    const { wakes, looks } = waking([...changes, at('2026-10-25T00:59:59Z'), at('2026-10-25T01:00:00Z')]);
    await pass(wakes, 2.2 * hour);
    expect(looks.slice(0, 3)).toEqual(['22:59:32', '23:00:01', '23:30:01']);
    expect(looks).toContain('01:00:00');
    expect(looks.some((time) => time >= '01:00:00' && time <= '01:00:01')).toBe(true);
  });

  it('wakes at least every hour, also where nothing is to come', async () => {
    const { wakes, looks } = waking([]);
    await pass(wakes, 3.5 * hour);
    expect(looks).toHaveLength(3);
  });

  it('goes by shared time: a wall clock that is off shifts nothing', async () => {
    const { wakes, looks } = waking([start + 60_000 + 5_000], 5_000);
    await pass(wakes, 90_000);
    expect(looks[0]).toBe(new Date(start + 66_000).toISOString().slice(11, 19));
  });

  it('is set anew when plans change, and wakes no more once stopped', async () => {
    const changes = [start + hour / 2];
    const { wakes, looks } = waking(changes);
    changes.unshift(start + 10_000);
    wakes.arm();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(looks).toHaveLength(1);
    wakes.stop();
    await vi.advanceTimersByTimeAsync(2 * hour);
    expect(looks).toHaveLength(1);
  });

  it('looks once and at the right time when the machine slept through changes', async () => {
    const { wakes, looks } = waking([start + 10_000, start + 20_000, start + 30_000]);
    // Asleep: the wall clock goes on, timers do not.
    vi.setSystemTime(start + 25_000);
    await pass(wakes, 15_000);
    expect(looks.length).toBeGreaterThan(0);
    expect(looks.every((time) => time > new Date(start + 25_000).toISOString().slice(11, 19))).toBe(true);
  });
});
