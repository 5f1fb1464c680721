import { expect, it } from 'vitest';
import { createTakeIn } from '../../../../displays/clock/take-in.ts';

/** A page that hears something every 200 ms and takes it in after `waitMs`. */
function heard(takeIn: ReturnType<typeof createTakeIn>, count: number, from: number, waitMs: number): number {
  for (let turn = 0; turn < count; turn += 1) takeIn.heard(from + turn * 200, from + turn * 200 + waitMs);
  return from + count * 200;
}

it('is what a page that is busy at every frame needs', () => {
  const takeIn = createTakeIn();
  heard(takeIn, 100, 0, 12);
  expect(takeIn.usualMs()).toBe(12);
});

it('is not what one in ten needs, while a picture is made ready', () => {
  const takeIn = createTakeIn();
  heard(takeIn, 10, heard(takeIn, 90, 0, 2), 60);
  expect(takeIn.usualMs()).toBe(2);
});

it('takes all that has piled up while the page hung for one wait', () => {
  const takeIn = createTakeIn();
  const from = heard(takeIn, 80, 0, 2);
  for (let turn = 0; turn < 20; turn += 1) takeIn.heard(from + turn * 200, from + 4_000);
  heard(takeIn, 19, from + 4_000, 2);
  expect(takeIn.usualMs()).toBe(2);
});

it('says nothing before it has heard much', () => {
  const takeIn = createTakeIn();
  heard(takeIn, 5, 0, 300);
  expect(takeIn.usualMs()).toBe(0);
});
