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

it('does not let one message in twenty-five speak for a page at rest', () => {
  const takeIn = createTakeIn();
  takeIn.setBusy(false, 0);
  heard(takeIn, 4, heard(takeIn, 96, 0, 2), 60);
  expect(takeIn.usualMs()).toBe(5);
});

it('lets one in ten speak for it', () => {
  const takeIn = createTakeIn();
  takeIn.setBusy(false, 0);
  heard(takeIn, 10, heard(takeIn, 90, 0, 2), 60);
  expect(takeIn.usualMs()).toBe(63);
});

it('forgets at rest what held the page up while it prepared a scene', () => {
  const takeIn = createTakeIn();
  takeIn.setBusy(false, 0);
  const armedAt = heard(takeIn, 100, 0, 2);
  takeIn.setBusy(true, armedAt);
  const readyAt = heard(takeIn, 10, armedAt, 150);
  expect(takeIn.usualMs()).toBe(153);
  takeIn.setBusy(false, readyAt);
  expect(takeIn.usualMs()).toBe(5);
  takeIn.setBusy(true, readyAt + 1);
  expect(takeIn.usualMs()).toBe(153);
});

it('holds against the preparing what was said during it and taken in after it', () => {
  const takeIn = createTakeIn();
  takeIn.setBusy(false, 0);
  let at = heard(takeIn, 100, 0, 2);
  for (let turn = 0; turn < 3; turn += 1) {
    takeIn.setBusy(true, at);
    takeIn.setBusy(false, at + 200);
    takeIn.heard(3, at + 50, at + 201);
    at = heard(takeIn, 2, at + 202, 2);
  }
  expect(takeIn.usualMs()).toBe(5);
});

it('counts what held up the page until it could begin to prepare with that', () => {
  const takeIn = createTakeIn();
  takeIn.setBusy(false, 0);
  let at = heard(takeIn, 100, 0, 2);
  for (let turn = 0; turn < 3; turn += 1) {
    takeIn.heard(3, at, at + 150);
    takeIn.setBusy(true, at + 151);
    takeIn.setBusy(false, at + 200);
    at = heard(takeIn, 2, at + 400, 2);
  }
  expect(takeIn.usualMs()).toBe(5);
});

it('takes a page that starts for a busy one', () => {
  const takeIn = createTakeIn();
  heard(takeIn, 100, 0, 300);
  takeIn.setBusy(false, 20_000);
  expect(takeIn.usualMs()).toBe(0);
});
