import { describe, expect, it } from 'vitest';
import { defaultConfig } from '#shared/clock/filter.ts';
import { bound, sharedNow, type Reading } from '#shared/clock/reading.ts';
import { monoMs } from '#shared/time.ts';
import { startProbeLoop } from '../../../../displays/clock/probe-loop.ts';

const serverAheadMs = 1_790_000_000_000;

/** A machine, its timers and a controller that answers after `wayMs` each way, all in simulated time. */
function machine(wayMs = 4) {
  const now = { mono: 1_000, wallOffset: serverAheadMs + 33_000, asleep: 0, hiccup: 0 };
  let timers: { at: number; run: () => void }[] = [];
  let isAnswering = true;
  let way = wayMs;
  const sent: number[] = [];
  const readings: Reading[] = [];
  const after = (run: () => void, ms: number) => {
    const timer = { at: now.mono + ms, run };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  const loop = startProbeLoop({
    config: { ...defaultConfig, resolutionMs: 0.01 },
    mono: () => now.mono,
    wall() {
      const read = Math.floor(now.mono + now.wallOffset);
      now.mono += now.hiccup;
      return read;
    },
    after,
    ask({ t1 }, answer) {
      sent.push(t1);
      if (!isAnswering) return;
      const shared = now.mono + now.asleep + serverAheadMs + way;
      after(() => answer({ t2: shared, t3: shared, epoch: 'a' }), 2 * way);
    },
    onReading: (reading) => readings.push(reading),
  });
  return {
    loop,
    now,
    sent,
    readings,
    setAnswering: (value: boolean) => (isAnswering = value),
    setWay: (ms: number) => (way = ms),
    run: (ms: number): void => {
      const end = now.mono + ms;
      for (;;) {
        const next = timers.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        timers = timers.filter((timer) => timer !== next);
        now.mono = Math.max(now.mono, next.at);
        next.run();
      }
      now.mono = end;
    },
    latest() {
      const reading = readings.at(-1);
      if (reading === undefined) throw new Error('no reading yet');
      return reading;
    },
    errorMs() {
      return sharedNow(this.latest(), monoMs(now.mono)) - (now.mono + now.asleep + serverAheadMs);
    },
  };
}

describe('the probe loop', { timeout: 60_000 }, () => {
  it('has its first 20 answers in half a second over a slow link too, four probes in flight at most', () => {
    const { loop, run, sent, readings } = machine(40);
    loop.connected();
    run(75);
    expect(sent).toHaveLength(4);
    run(425);
    expect(readings.length).toBeGreaterThanOrEqual(20);
    const first = sent.length;
    run(10_000);
    expect(sent.length - first).toBeLessThanOrEqual(52);
    loop.stop();
  });

  it('tells the one-way delay by its 99th percentile: one slow answer of many does not stand in it', () => {
    const one = machine(4);
    one.loop.connected();
    one.run(60_000);
    expect(one.latest().delayMs).toBeCloseTo(4, 6);
    one.setWay(150);
    one.run(250);
    one.setWay(4);
    one.run(2_000);
    expect(one.latest().delayMs).toBeCloseTo(4, 6);
    one.setWay(20);
    one.run(3_000);
    expect(one.latest().delayMs).toBeCloseTo(20, 6);
    one.loop.stop();
  });

  it('forgets all probes in flight when a clock jumps', () => {
    const { loop, now, run, sent, readings } = machine(40);
    loop.connected();
    run(75);
    expect(sent).toHaveLength(4);
    now.wallOffset += 3_600_000;
    run(20);
    // Told once that nothing is certain any more; no answer from before the jump is believed.
    expect(readings.map(({ proven }) => proven)).toEqual([null]);
    run(5_000);
    expect(readings.at(-1)?.phase).toBe('synced');
    loop.stop();
  });

  it('sends 20 probes in less than half a second, for the first picture waits; then five a second, one in flight', () => {
    const { loop, run, sent } = machine();
    loop.connected();
    run(450);
    expect(sent.length).toBeGreaterThanOrEqual(20);
    const first = sent.length;
    run(10_000);
    expect(sent.length - first).toBeGreaterThanOrEqual(48);
    expect(sent.length - first).toBeLessThanOrEqual(52);
    loop.stop();
  });

  it('takes a second for the 20 probes of a later burst, which nobody waits for', () => {
    const { loop, run, sent } = machine();
    loop.connected();
    run(10_000);
    loop.disconnected();
    const before = sent.length;
    loop.connected();
    run(450);
    expect(sent.length - before).toBeLessThanOrEqual(10);
    run(550);
    expect(sent.length - before).toBe(20);
    loop.stop();
  });

  it('slows down after a minute on a link that says nothing new', () => {
    const { loop, run, sent } = machine();
    loop.connected();
    run(5 * 60_000);
    const before = sent.length;
    run(60_000);
    expect(sent.length - before).toBeLessThan(40);
    loop.stop();
  });

  it('keeps its time when the machine’s wall clock is set by hours', () => {
    const life = machine();
    life.loop.connected();
    life.run(30_000);
    expect(Math.abs(life.errorMs())).toBeLessThan(0.01);
    life.now.wallOffset += 5 * 3_600_000;
    const sentBefore = life.sent.length;
    for (let step = 0; step < 20; step += 1) {
      life.run(100);
      expect(Math.abs(life.errorMs())).toBeLessThan(0.01);
    }
    expect(life.sent.length - sentBefore).toBeGreaterThan(20);
    expect(life.latest().generation).toBe(1);
    life.loop.stop();
  });

  it('takes no hiccup of a busy machine for a jump of its clocks', () => {
    const life = machine();
    life.loop.connected();
    life.run(10_000);
    const before = life.readings.length;
    life.now.hiccup = 80;
    life.run(250);
    life.now.hiccup = 0;
    life.run(2_000);
    expect(life.readings.slice(before).every(({ proven }) => proven !== null)).toBe(true);
    life.loop.stop();
  });

  it('certifies nothing after a suspend until it has asked again, and then is right', () => {
    const life = machine();
    life.loop.connected();
    life.run(30_000);
    life.now.asleep = 3_600_000;
    life.now.wallOffset += 3_600_000;
    life.run(300);
    const woken = life.readings.find(({ proven, phase }) => proven === null && phase === 'syncing');
    expect(woken).toBeDefined();
    life.run(3_000);
    expect(Math.abs(life.errorMs())).toBeLessThan(0.1);
    expect(bound(life.latest(), monoMs(life.now.mono))).toBeLessThan(5);
    life.loop.stop();
  });

  it('drops an answer that was under way through a suspend', () => {
    const life = machine();
    life.loop.connected();
    life.run(30_000);
    const inFlight = life.sent.length;
    while (life.sent.length === inFlight) life.run(1);
    life.now.asleep = 90_000;
    life.now.wallOffset += 90_000;
    life.run(4_000);
    expect(Math.abs(life.errorMs())).toBeLessThan(0.1);
    life.loop.stop();
  });

  it('asks on when an answer never comes, and starts a burst when the link is back', () => {
    const life = machine();
    life.loop.connected();
    life.run(10_000);
    life.setAnswering(false);
    life.run(20_000);
    const tries = life.sent.length;
    life.loop.disconnected();
    life.run(60_000);
    expect(life.sent).toHaveLength(tries);
    expect(Math.abs(life.errorMs())).toBeLessThan(1);
    life.setAnswering(true);
    life.loop.connected();
    life.run(1_000);
    expect(life.sent.length - tries).toBe(20);
    life.loop.stop();
  });
});
