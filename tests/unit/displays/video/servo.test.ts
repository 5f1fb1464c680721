import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits, servo, servoStart, type Look } from '../../../../displays/video/servo.ts';
import { playFilm, type FilmMachine, type Looked } from '../../../support/simulated-film.ts';

const machine: FilmMachine = {
  durationMs: 600_000,
  fps: 25,
  seekMs: 90,
  startMs: 35,
  stallMs: 0,
  ppm: 40,
  phaseMs: 5,
  refreshMs: 1000 / 60,
  stickyMs: 0,
  isHeard: false,
  seed: 1,
};
const running = (ms: number) => ({ positionMs: ms, isMoving: true });
const after = (looked: readonly Looked[], ms: number) => looked.filter(({ nowMs }) => nowMs >= ms);
const worst = (looked: readonly Looked[]): number =>
  Math.max(...looked.map(({ mediaMs, targetMs }) => Math.abs(mediaMs - targetMs)));

describe('a film on a simulated machine', () => {
  it('is on its timeline within 2 s, wherever it enters, and stays there for ten minutes', () => {
    fc.assert(
      fc.property(
        fc.record({
          fps: fc.constantFrom(24, 25, 30, 50, 60),
          seekMs: fc.integer({ min: 20, max: 300 }),
          startMs: fc.integer({ min: 5, max: 45 }),
          ppm: fc.integer({ min: -200, max: 200 }),
          phaseMs: fc.double({ min: 0, max: 16, noNaN: true }),
          stickyMs: fc.constantFrom(0, 20, 30),
          seed: fc.integer({ min: 1, max: 1000 }),
          enterMs: fc.integer({ min: 0, max: 300_000 }),
        }),
        ({ enterMs, ...one }) => {
          const film = { ...machine, durationMs: 1_200_000, ...one };
          const looked = playFilm(film, 602_000, (ms) => running(ms + enterMs));
          expect(worst(after(looked, 2000))).toBeLessThan(45);
          expect(worst(after(looked, 5000))).toBeLessThan(30);
          const rates = after(looked, 10_000).map(({ wish }) => Math.abs(wish.playbackRate - 1));
          expect(Math.max(...rates)).toBeLessThanOrEqual(limits.recovery + 1e-9);
          const hurried = rates.filter((rate) => rate > limits.normal + 1e-9);
          // A clock that runs 200 ppm off carries every rhythm out of its place twice a minute.
          expect(hurried.length / rates.length).toBeLessThan(Math.abs(one.ppm) > 100 ? 0.12 : 0.1);
          expect(after(looked, 1500).every(({ wish }) => wish.seekToMs === null && wish.playing)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('never plays faster or slower than 2 %', () => {
    const looked = playFilm({ ...machine, startMs: 240 }, 30_000, running);
    for (const { wish } of looked) expect(Math.abs(wish.playbackRate - 1)).toBeLessThanOrEqual(limits.recovery + 1e-9);
  });

  it.each([
    // One place between refreshes and anything up to half of one off; two places; five.
    [30, 0, 1 / 3],
    [30, 30, 1 / 3],
    [60, 16, 1 / 3],
    [24, 30, 1 / 6],
    [25, 0, 1 / 12],
    [25, 30, 1 / 12],
    [50, 30, 1 / 9],
  ])('shows frames at the nearest refresh, %d a second, kept to their rhythm for %d ms', (fps, stickyMs, usual) => {
    const { refreshMs } = machine;
    const offMs = [0.5, 4, 8, 12, 16].flatMap((phaseMs, seed) => {
      const looked = playFilm({ ...machine, fps, phaseMs, stickyMs, seed }, 300_000, running);
      const shown = after(looked, 20_000).flatMap(({ shown: frames }) => frames.map(({ aheadMs }) => aheadMs));
      expect(shown.length).toBeGreaterThan(6000);
      return Array.from({ length: Math.floor(shown.length / 50) }, (_, index) => {
        const some = shown.slice(index * 50, index * 50 + 50);
        return Math.abs(some.reduce((sum, one) => sum + one, 0) / some.length);
      });
    });
    const sorted = offMs.toSorted((a, b) => a - b);
    // A screen can show frames at its refreshes only: half of one may remain, and a little more for a while where two
    // refreshes are equally wrong.
    expect(sorted[Math.floor(sorted.length * 0.9)] ?? NaN).toBeLessThanOrEqual(refreshMs / 2 + 0.5);
    expect(sorted[Math.floor(sorted.length * 0.99)] ?? NaN).toBeLessThanOrEqual(refreshMs * 0.7);
    expect(sorted[Math.floor(sorted.length / 2)] ?? NaN).toBeLessThanOrEqual(refreshMs * usual);
  });

  it('goes over to the nearer refresh as soon as there is one, where frames fall at one place', () => {
    const offMs = [0.5, 2, 4, 6, 8, 10, 12, 14, 16].flatMap((phaseMs, seed) => {
      const looked = playFilm({ ...machine, fps: 30, phaseMs, stickyMs: 30, seed }, 600_000, running);
      return after(looked, 20_000).flatMap(({ shown }) => shown.map(({ aheadMs }) => Math.abs(aheadMs)));
    });
    const sorted = offMs.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.98)] ?? NaN).toBeLessThanOrEqual(machine.refreshMs / 2 + 0.1);
  });

  it('does not change the speed of a film that is heard for the sake of a refresh', () => {
    for (const seed of [1, 2, 3, 4]) {
      const looked = playFilm({ ...machine, fps: 30, stickyMs: 30, seed, isHeard: true }, 60_000, running);
      const rates = after(looked, 5000).map(({ wish }) => Math.abs(wish.playbackRate - 1));
      expect(Math.max(...rates)).toBeLessThanOrEqual(limits.normal + 1e-9);
    }
  });

  it('leaves a screen in peace whose rhythm never fits', () => {
    // A screen of 59.94 Hz: the rhythm goes on moving by itself.
    const looked = playFilm({ ...machine, refreshMs: 1001 / 60, stickyMs: 30 }, 300_000, running);
    const hurried = after(looked, 60_000).filter(({ wish }) => Math.abs(wish.playbackRate - 1) > limits.normal + 1e-9);
    expect(hurried.length / after(looked, 60_000).length).toBeLessThan(0.08);
  });

  it('follows a jump of the timeline by one seek ahead, held until its time comes', () => {
    const looked = playFilm(machine, 20_000, (ms) => running(ms < 10_000 ? ms : ms + 120_000));
    const seeks = after(looked, 10_000).filter(({ wish }) => wish.seekToMs !== null);
    expect(seeks).toHaveLength(1);
    expect(seeks[0]?.wish.seekToMs).toBeGreaterThan(130_000);
    expect(worst(after(looked, 11_500))).toBeLessThan(21);
  });

  it('learns how late it begins, though it moves at once and stands again until its sound comes out', () => {
    const film = { ...machine, startMs: 12, stallMs: 40 };
    const looked = playFilm(film, 42_000, (ms) => running(ms + 120_000 * Math.floor(ms / 10_000)));
    const lateMs = [0, 10_000, 20_000, 30_000, 40_000].map((from) => {
      const begun = after(looked, from + 100).findIndex(({ wish }) => wish.playing);
      const { mediaMs = NaN, targetMs = NaN } = after(looked, from + 100)[begun + 10] ?? {};
      return targetMs - mediaMs;
    });
    expect(lateMs[0]).toBeGreaterThan(30);
    expect(lateMs[1]).toBeLessThan(25);
    for (const late of lateMs.slice(2)) expect(Math.abs(late)).toBeLessThan(12);
  });

  describe('that begins far off its target', () => {
    const slow = { ...machine, startMs: 12, stallMs: 80 };
    const seeksOf = (looked: readonly Looked[]) => looked.filter(({ wish }) => wish.seekToMs !== null);

    it('begins anew where it enters in the middle, wiser by what it has learnt', () => {
      const looked = playFilm(slow, 10_000, (ms) => running(ms + 60_000));
      expect(seeksOf(looked)).toHaveLength(2);
      expect(worst(after(looked, 1800))).toBeLessThan(21);
    });

    it('is left going where it enters at its first frame', () => {
      const looked = playFilm(slow, 10_000, running);
      expect(seeksOf(looked)).toHaveLength(0);
      expect(worst(after(looked, 8000))).toBeLessThan(21);
    });

    it('is left going when it has tried three times', () => {
      const looked = playFilm({ ...slow, stallMs: 240 }, 30_000, (ms) => running(ms + 60_000));
      expect(seeksOf(looked).length).toBeLessThanOrEqual(4);
      expect(after(looked, 4000).every(({ wish }) => wish.playing)).toBe(true);
    });
  });

  it('also one backwards', () => {
    const looked = playFilm(machine, 20_000, (ms) => running(ms < 10_000 ? ms + 60_000 : ms));
    expect(worst(after(looked, 11_500))).toBeLessThan(21);
  });

  it('stands on the frame where the timeline stands, and goes on from there at once', () => {
    const pause = (ms: number) =>
      ms < 5000 ? running(ms) : ms < 9000 ? { positionMs: 5000, isMoving: false } : running(ms - 4000);
    const looked = playFilm({ ...machine, ppm: 0 }, 14_000, pause);
    const held = looked.filter(({ nowMs }) => nowMs > 5600 && nowMs < 9000);
    expect(held.every(({ wish }) => !wish.playing)).toBe(true);
    expect(worst(held)).toBeLessThanOrEqual(8);
    expect(after(looked, 9000).every(({ wish }) => wish.seekToMs === null)).toBe(true);
    expect(worst(after(looked, 11_000))).toBeLessThan(21);
  });

  it('shows the first frame until a loop’s next turn begins', () => {
    const looked = playFilm({ ...machine, ppm: 0 }, 8000, (ms) => running(ms - 3000));
    const waiting = looked.filter(({ nowMs }) => nowMs > 200 && nowMs < 2900);
    expect(waiting.every(({ mediaMs, wish }) => mediaMs === 0 && !wish.playing)).toBe(true);
    expect(worst(after(looked, 5000))).toBeLessThan(21);
  });

  it('stays on its last frame', () => {
    const looked = playFilm({ ...machine, durationMs: 4000, ppm: 0 }, 8000, (ms) =>
      ms < 4000 ? running(ms) : { positionMs: 4000, isMoving: false },
    );
    const ended = after(looked, 6000);
    expect(ended.every(({ mediaMs, wish }) => mediaMs >= 3990 && !wish.playing)).toBe(true);
  });
});

describe('a look', () => {
  const look: Look = {
    nowMs: 0,
    targetMs: 5000,
    isMoving: true,
    mediaMs: 0,
    isReady: true,
    durationMs: 10_000,
    shown: [],
    refreshMs: 1000 / 60,
    isHeard: false,
  };

  it('does not seek past the end', () => {
    const { wish } = servo(servoStart, { ...look, targetMs: 9990 });
    expect(wish.seekToMs).toBe(10_000);
  });

  it('waits for a seek that is under way', () => {
    const { state } = servo(servoStart, look);
    expect(servo(state, { ...look, nowMs: 50, targetMs: 5050, isReady: false }).wish).toEqual({
      playing: false,
      playbackRate: 1,
      seekToMs: null,
    });
  });
});
