import { expect, it } from 'vitest';
import { createFace } from '#shared/clock/face.ts';
import { createFilter, defaultConfig } from '#shared/clock/filter.ts';
import { monoMs } from '#shared/time.ts';

it('tells that something moves once, though it is said at every frame', () => {
  const told: boolean[] = [];
  const { clock } = createFace({
    mono: () => monoMs(0),
    first: createFilter(defaultConfig, 0).reading,
    onStill: (isStill) => told.push(isStill),
  });
  for (const isStill of [true, true, false, false, false, true]) clock.setStill(isStill);
  expect(told).toEqual([false, true]);
});
