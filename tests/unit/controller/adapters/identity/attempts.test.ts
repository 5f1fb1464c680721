import { beforeEach, describe, expect, it } from 'vitest';
import { createAttempts, type Attempt, type Attempts } from '../../../../../controller/adapters/identity/attempts.ts';

const minuteMs = 60_000;
let now: number;
let attempts: Attempts;

beforeEach(() => {
  now = 1_000_000;
  attempts = createAttempts(() => now);
});

const at = (account: string, place: string): Attempt => ({ account, place });
/** Tries as soon as it is let, until so much time has gone; how often it could. */
function guess(attempt: Attempt, forMs: number): number {
  const until = now + forMs;
  let tries = 0;
  for (;;) {
    const waitMs = attempts.waitMs(attempt);
    if (now + waitMs > until) break;
    now += waitMs;
    attempts.failed(attempt);
    tries += 1;
  }
  now = until;
  return tries;
}

describe('failed attempts', () => {
  it('cost nothing at first, then twice as long each time, a quarter of an hour at most', () => {
    const waits = Array.from({ length: 18 }, () => {
      attempts.failed(at('aliya', 'here'));
      const waitMs = attempts.waitMs(at('aliya', 'here'));
      now += waitMs;
      return waitMs / 1000;
    });
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
  });

  it('leave a guesser some hundred tries a day', () => {
    expect(guess(at('aliya', 'here'), 24 * 60 * minuteMs)).toBeLessThan(120);
  });

  it('keep the account open from everywhere else', () => {
    guess(at('aliya', 'a stranger’s place'), 60 * minuteMs);
    expect(attempts.waitMs(at('aliya', 'her own place'))).toBe(0);
  });

  it('count for a place over all accounts', () => {
    for (let index = 0; index < 30; index += 1) attempts.failed(at(`name-${index}`, 'here'));
    expect(attempts.waitMs(at('one more', 'here'))).toBeGreaterThan(minuteMs);
  });

  it('leave less room each where an account is tried from many places, but always one try', () => {
    for (let index = 0; index < 60; index += 1) attempts.failed(at('aliya', `place-${index}`));
    const fresh = at('aliya', 'a new place');
    expect(attempts.waitMs(fresh)).toBe(0);
    attempts.failed(fresh);
    expect(attempts.waitMs(fresh)).toBeGreaterThan(0);
  });

  it('are taken back by the right password, and forgotten after an hour', () => {
    const mine = at('aliya', 'here');
    for (let index = 0; index < 4; index += 1) attempts.failed(mine);
    attempts.failed(mine);
    attempts.succeeded(mine);
    expect(attempts.waitMs(mine)).toBe(0);
    for (let index = 0; index < 8; index += 1) attempts.failed(mine);
    expect(attempts.waitMs(mine)).toBeGreaterThan(0);
    now += 61 * minuteMs;
    expect(attempts.waitMs(mine)).toBe(0);
  });

  it('do not add up to a wait for a place where people sign in rightly', () => {
    for (let index = 0; index < 100; index += 1) {
      attempts.failed(at('aliya', 'here'));
      attempts.succeeded(at('aliya', 'here'));
    }
    expect(attempts.waitMs(at('somebody else', 'here'))).toBe(0);
  });
});
