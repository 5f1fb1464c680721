import { describe, expect, it } from 'vitest';
import { createSharedTime, type WallStep } from '../../../controller/shared-time.ts';

const bootMs = 1_790_000_000_000;
const minuteMs = 60_000;

/** A machine whose wall clock can be set, and whose seconds pass when told. */
function machine() {
  let monoMs = 5_000;
  let wallMs = bootMs;
  let tick: () => void = () => undefined;
  let epochs = 0;
  const steps: WallStep[] = [];
  const returns: number[] = [];
  const time = createSharedTime({
    mono: () => monoMs,
    wall: () => Math.floor(wallMs),
    freshEpoch: () => `epoch-${(epochs += 1)}`,
    onWallStep: (step) => steps.push(step),
    onWallReturn: (at) => returns.push(at),
    every(run, ms) {
      expect(ms).toBe(1_000);
      tick = run;
      return () => (tick = () => undefined);
    },
  });
  return {
    time,
    steps,
    returns,
    setWall: (byMs: number) => (wallMs += byMs),
    /** Lets time pass; the wall clock gains `wallPpm` on the monotonic one. Returns the rates seen, in ppm. */
    pass: (ms: number, wallPpm = 0): readonly number[] => {
      const rates: number[] = [];
      for (let passed = 0; passed < ms; passed += 1_000) {
        const before = time.now();
        monoMs += 1_000;
        wallMs += 1_000 * (1 + wallPpm * 1e-6);
        rates.push((time.now() - before - 1_000) * 1_000);
        tick();
      }
      return rates;
    },
    offMs: () => wallMs - time.now(),
  };
}

describe('shared time', () => {
  it('runs with the monotonic clock, as long as the wall clock does too', () => {
    const { time, pass, steps } = machine();
    expect(time.now()).toBe(bootMs);
    const rates = pass(60 * minuteMs);
    expect(Math.max(...rates.map(Math.abs))).toBeLessThan(0.5);
    expect(steps).toEqual([]);
  });

  it('follows a wall clock that gains, within a few ms', () => {
    const { pass, offMs } = machine();
    pass(6 * 60 * minuteMs, 30);
    expect(Math.abs(offMs())).toBeLessThan(40);
  });

  it('slews a correction of under a second: at most 100 ppm, changing by 1 ppm a minute, without overshoot', () => {
    const { pass, offMs, setWall, steps, time } = machine();
    pass(minuteMs);
    setWall(-900);
    const rates = pass(6 * 60 * minuteMs);
    // The arithmetic of epoch-sized doubles is good to a quarter of a ppm over a second.
    expect(Math.max(...rates.map(Math.abs))).toBeLessThan(100.5);
    const perMinute = rates.slice(60).map((rate, index) => Math.abs(rate - (rates[index] ?? 0)));
    expect(Math.max(...perMinute)).toBeLessThan(1.6);
    expect(Math.abs(offMs())).toBeLessThan(10);
    expect(Math.max(...rates)).toBeLessThan(5);
    expect(steps).toEqual([]);
    expect(time.wall().is).toBe('followed');
  });

  it.each([3_600_000, -3_600_000, 1_500])(
    'is not moved by a wall clock that steps by %d ms, says so once, and says when it is back',
    (byMs) => {
      const { pass, setWall, steps, returns, time } = machine();
      pass(minuteMs);
      const [epoch, before] = [time.epoch(), time.now()];
      setWall(byMs);
      pass(10 * minuteMs);
      expect(time.now() - before).toBeCloseTo(10 * minuteMs, 2);
      expect(steps).toHaveLength(1);
      expect(steps[0]?.byMs).toBeCloseTo(byMs, -1);
      expect(time.wall().is).toBe('stepped');
      setWall(-byMs);
      pass(1_000);
      expect(returns).toHaveLength(1);
      expect(time.wall().is).toBe('followed');
      expect(time.epoch()).toBe(epoch);
    },
  );

  it('takes a stepped wall clock when a person says that it is right, in a new epoch', () => {
    const { pass, setWall, time, offMs } = machine();
    setWall(7_200_000);
    pass(2_000);
    const epoch = time.epoch();
    time.adoptWall();
    expect(Math.abs(offMs())).toBeLessThan(1.5);
    expect(time.epoch()).not.toBe(epoch);
    expect(time.wall().is).toBe('followed');
  });
});
