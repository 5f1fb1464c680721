import { afterAll, beforeAll, expect, vi } from 'vitest';

// Unit tests share one world with those before and after them: what a file changes of it, it must set right.
const world = () => ({
  // Names, not symbols: Node keeps some of its own there, from the first fetch on.
  globals: Object.getOwnPropertyNames(globalThis),
  environment: { ...process.env },
  folder: process.cwd(),
  isTimeFaked: vi.isFakeTimers(),
  dates: Date,
  fetches: fetch,
  location: Reflect.get(globalThis, 'location'),
});

let found: ReturnType<typeof world>;
beforeAll(() => void (found = world()));
afterAll(() => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- it is of every test of the file
  expect(world(), 'a test file leaves the world as it found it').toEqual(found);
});
