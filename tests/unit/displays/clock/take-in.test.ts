import { expect, it } from 'vitest';
import { createTakeIn } from '../../../../displays/clock/take-in.ts';

/** A page 3 ms away that is told something every 200 ms and takes it in after `waitMs`. Returns when it is told next. */
function heard(takeIn: ReturnType<typeof createTakeIn>, count: number, from: number, waitMs: number): number {
  for (let turn = 0; turn < count; turn += 1) takeIn.heard(3, from + turn * 200, from + turn * 200 + waitMs);
  return from + count * 200;
}

it('is what the link takes and what a busy page takes after it', () => {
  const takeIn = createTakeIn();
  heard(takeIn, 100, 0, 12);
  expect(takeIn.usualMs()).toBe(15);
});

it('is what two in a hundred need, while a picture is made ready', () => {
  const takeIn = createTakeIn();
  heard(takeIn, 2, heard(takeIn, 98, 0, 2), 60);
  expect(takeIn.usualMs()).toBe(63);
});

it('takes all that has piled up while the page hung for one wait', () => {
  const takeIn = createTakeIn();
  const from = heard(takeIn, 80, 0, 2);
  for (let turn = 0; turn < 20; turn += 1) takeIn.heard(3, from + turn * 200, from + 4_000);
  heard(takeIn, 19, from + 4_000, 2);
  expect(takeIn.usualMs()).toBe(5);
});

it('says nothing before it has heard much', () => {
  const takeIn = createTakeIn();
  heard(takeIn, 1, 0, 300);
  expect(takeIn.usualMs()).toBe(0);
});
