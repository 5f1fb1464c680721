import { expect, it } from 'vitest';
import { createFace } from '#shared/clock/face.ts';
import { createFilter, defaultConfig } from '#shared/clock/filter.ts';
import { monoMs } from '#shared/time.ts';

it('is told once when the first screen begins to move and once when the last rests, whatever each says at every frame', () => {
  const told: boolean[] = [];
  const { clock } = createFace({
    mono: () => monoMs(0),
    first: createFilter(defaultConfig, 0).reading,
    onStill: (isStill) => told.push(isStill),
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
  }
  expect(told).toEqual([false, true]);
});
