import { describe, expect, it } from 'vitest';
import { isWhole, shownDate, stepped, typedDate } from '../../../operator-ui/state/typed-dates.ts';

describe('a date that is typed', () => {
  it.each(['28.11.2026', '28/11/2026', '28 11 2026', '28112026', '2026-11-28', ' 28.11.2026 '])(
    'is read: %s',
    (text) => {
      expect(typedDate(text, false)).toBe('2026-11-28');
    },
  );

  it.each(['28.11.2026 09:30', '28.11.2026, 9:30', '281120260930', '28112026 0930', '2026-11-28T09:30'])(
    'is read with its time: %s',
    (text) => {
      expect(typedDate(text, true)).toBe('2026-11-28T09:30');
    },
  );

  it('is none while it is being typed', () => {
    for (const whole of ['28.11.2026', '28112026', '2026-11-28'])
      for (let length = 0; length < whole.length; length += 1)
        expect(typedDate(whole.slice(0, length), false)).toBeNull();
    for (const whole of ['28.11.2026 09:30', '28.11.2026 0130', '281120260930', '2026-11-28T09:30'])
      for (let length = 0; length < whole.length; length += 1)
        expect(typedDate(whole.slice(0, length), true)).toBeNull();
  });

  it.each(['31.02.2026', '00.11.2026', '28.13.2026', '28.11.0026', 'tomorrow'])(
    'is none where it is none: %s',
    (text) => {
      expect(typedDate(text, false)).toBeNull();
    },
  );

  it.each(['28112026', '28.11.2026', '28/11/2026', '2026-11-28'])('is whole with its last digit: %s', (text) => {
    for (let length = 0; length < text.length; length += 1)
      expect(isWhole(text.slice(0, length), length, false)).toBe(false);
    expect(isWhole(text, text.length, false)).toBe(true);
  });

  it('is not whole while a digit of it is changed', () => {
    // From the 28th to the 29th, the second is passed.
    expect(typedDate('2.11.2026', false)).toBe('2026-11-02');
    expect(isWhole('2.11.2026', 1, false)).toBe(false);
    expect(isWhole('2.11.2026', 9, false)).toBe(false);
    expect(isWhole('29.11.2026', 2, false)).toBe(false);
    expect(isWhole('2.11.2026 09:30', 1, true)).toBe(false);
    expect(isWhole('28.11.2026 09:30', 16, true)).toBe(true);
    expect(isWhole('31.02.2026', 10, false)).toBe(false);
  });

  it('has a time that clocks have', () => {
    expect(typedDate('28.11.2026 24:00', true)).toBeNull();
    expect(typedDate('28.11.2026 23:60', true)).toBeNull();
    expect(typedDate('28.11.2026', true)).toBeNull();
  });

  it('is written so that it can be read again', () => {
    expect(shownDate('', '.')).toBe('');
    expect(shownDate('2026-11-28', '/')).toBe('28/11/2026');
    expect(typedDate(shownDate('2026-11-28T09:30', '.'), true)).toBe('2026-11-28T09:30');
  });

  it('is stepped where the caret is', () => {
    const text = '31.01.2026 23:59';
    const step = (caret: number, by = 1): string => stepped('2026-01-31T23:59', text, caret, by);
    expect(step(0)).toBe('2026-02-01T23:59');
    expect(step(2, -1)).toBe('2026-01-30T23:59');
    expect(step(3)).toBe('2026-02-28T23:59');
    expect(step(10)).toBe('2027-01-31T23:59');
    expect(step(13)).toBe('2026-02-01T00:59');
    expect(step(16)).toBe('2026-02-01T00:00');
    expect(stepped('2026-01-31', '31.01.2026', 5, -1)).toBe('2025-12-31');
  });
});
