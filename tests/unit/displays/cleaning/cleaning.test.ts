import { describe, expect, it } from 'vitest';
import {
  cleaningAt,
  cornerHeld,
  digitErased,
  digitTyped,
  keysClosed,
  lockLeftMs,
  noCleaning,
  pinChecked,
  pinEntered,
  waitLeftMs,
  type Cleaning,
} from '../../../../displays/cleaning/cleaning.ts';

const typed = (cleaning: Cleaning, pin: string, now: number): Cleaning =>
  Array.from(pin).reduce((before, digit) => digitTyped(before, digit, now), cleaning);
const entered = (pin: string, now: number): Cleaning => pinEntered(typed(cornerHeld(noCleaning, now), pin, now), now);
/** Enters a wrong PIN `times` times, each at the first instant at which it is heard. */
function wrongly(times: number, now: number): { readonly cleaning: Cleaning; readonly now: number } {
  let cleaning: Cleaning = noCleaning;
  let at = now;
  for (let n = 0; n < times; n += 1) {
    at += waitLeftMs(cleaning, at);
    cleaning = pinChecked(pinEntered(typed(cornerHeld(keysClosed(cleaning), at), '4711', at), at), false, at);
  }
  return { cleaning, now: at };
}

describe('the cleaning lock of a panel', () => {
  it('asks for the PIN when the corner is held, and locks for two minutes when it is right', () => {
    const locked = pinChecked(entered('2749', 1000), true, 1300);
    expect(locked.phase).toEqual({ is: 'locked', until: 121_300 });
    expect(lockLeftMs(cleaningAt(locked, 61_300), 61_300)).toBe(60_000);
    expect(cleaningAt(locked, 121_299).phase.is).toBe('locked');
    expect(cleaningAt(locked, 121_300).phase.is).toBe('off');
  });

  it('is not asked again, put away or shortened while it is locked', () => {
    const locked = pinChecked(entered('2749', 0), true, 0);
    expect(cornerHeld(locked, 10)).toBe(locked);
    expect(keysClosed(locked)).toBe(locked);
    expect(digitTyped(locked, '1', 10)).toBe(locked);
  });

  it('takes eight digits at most, and gives the last one back', () => {
    const eight = typed(cornerHeld(noCleaning, 0), '123456789', 0);
    expect(eight.phase).toMatchObject({ digits: '12345678' });
    expect(digitErased(eight, 0).phase).toMatchObject({ digits: '1234567' });
  });

  it('hears no PIN without digits, and nothing while it checks', () => {
    const open = cornerHeld(noCleaning, 0);
    expect(pinEntered(open, 0)).toBe(open);
    const checking = entered('2749', 0);
    expect(digitTyped(checking, '1', 0)).toBe(checking);
    expect(digitErased(checking, 0)).toBe(checking);
  });

  it('forgets an answer for which nobody waits any more', () => {
    const closed = keysClosed(entered('2749', 0));
    expect(pinChecked(closed, true, 10)).toBe(closed);
  });

  it('puts the keys away after 20 s without a touch', () => {
    const open = cornerHeld(noCleaning, 0);
    const later = digitTyped(open, '1', 15_000);
    expect(cleaningAt(later, 34_999).phase.is).toBe('asking');
    expect(cleaningAt(later, 35_000).phase.is).toBe('off');
  });

  it('lets five wrong PINs pass, then waits a minute, then twice as long for each, up to a quarter of an hour', () => {
    const waits = [4, 5, 6, 7, 9, 12].map((times) => {
      const { cleaning, now } = wrongly(times, 0);
      return waitLeftMs(cleaning, now);
    });
    expect(waits).toEqual([0, 60_000, 120_000, 240_000, 900_000, 900_000]);
  });

  it('hears nothing while it waits, not even after the keys were closed and opened', () => {
    const { cleaning, now } = wrongly(5, 0);
    const again = cornerHeld(keysClosed(cleaning), now + 59_000);
    expect(typed(again, '2749', now + 59_000).phase).toMatchObject({ digits: '' });
    expect(typed(again, '2749', now + 60_000).phase).toMatchObject({ digits: '2749' });
  });

  it('forgives once the right PIN came', () => {
    const { cleaning, now } = wrongly(5, 0);
    const later = now + 60_000;
    const right = pinChecked(
      pinEntered(typed(cornerHeld(keysClosed(cleaning), later), '2749', later), later),
      true,
      later,
    );
    expect(right).toMatchObject({ wrong: 0, phase: { is: 'locked' } });
  });
});
