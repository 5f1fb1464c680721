import { expect, it } from 'vitest';
import { createFace } from '#shared/clock/face.ts';
import { createFilter, defaultConfig } from '#shared/clock/filter.ts';
import { monoMs } from '#shared/time.ts';

it('is told once when the first screen begins and once when the last ends, whatever each says at every frame', () => {
  const told: boolean[] = [];
  const toldBusy: boolean[] = [];
  const { clock } = createFace({
    mono: () => monoMs(0),
    first: createFilter(defaultConfig, 0).reading,
    onStill: (isStill) => told.push(isStill),
    onBusy: (isBusy) => toldBusy.push(isBusy),
  });
  const [wall, relief] = [{}, {}];
  const frames = [
    [false, false],
    [true, false],
    [true, false],
    [true, true],
    [false, true],
    [false, false],
    [false, false],
  ] as const;
  for (const [first, second] of frames) {
    clock.setMoving(wall, first);
    clock.setMoving(relief, second);
    clock.setBusy(wall, first);
    clock.setBusy(relief, second);
  }
  expect(told).toEqual([false, true]);
  expect(toldBusy).toEqual([true, false]);
});

it('says what the page knows of how long messages take, as soon as one has come', () => {
  const { reading } = createFilter(defaultConfig, 0);
  let pageMs = 40;
  const face = createFace({ mono: () => monoMs(0), first: reading, delayMs: () => pageMs });
  expect(face.clock.state().delayMs).toBeNull();
  face.show({ ...reading, delayMs: 3 }, 0);
  expect(face.clock.state().delayMs).toBe(40);
  pageMs = 5;
  expect(face.clock.state().delayMs).toBe(5);
});
