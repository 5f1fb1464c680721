import { describe, expect, it } from 'vitest';
import { typedTime } from '../../../operator-ui/state/typed-time.ts';

const zone = 'Asia/Almaty';
const now = Date.parse('2026-12-16T14:30:00+05:00');
const typed = (text: string, at = now) => typedTime(text, at, zone);
const is = (iso: string) => Date.parse(iso);

describe('a time of day, as typed', () => {
  it('is the next one in the hall', () => {
    expect(typed('15:00')).toBe(is('2026-12-16T15:00:00+05:00'));
    expect(typed(' 1500 ')).toBe(is('2026-12-16T15:00:00+05:00'));
    expect(typed('9.05')).toBe(is('2026-12-17T09:05:00+05:00'));
    expect(typed('14:30')).toBe(is('2026-12-17T14:30:00+05:00'));
    expect(typed('00:10', is('2026-12-31T23:59:00+05:00'))).toBe(is('2027-01-01T00:10:00+05:00'));
  });

  it('is nothing, or no time', () => {
    expect(typed('  ')).toBeNull();
    for (const text of ['15', '25:00', '12:60', '15:0', 'soon', '15:00:00']) expect(typed(text)).toBeNaN();
  });

  it('is the wall’s, over a night that is an hour shorter', () => {
    const night = Date.parse('2026-03-28T20:00:00Z');
    expect(typedTime('08:00', night, 'Europe/Berlin')).toBe(Date.parse('2026-03-29T06:00:00Z'));
  });
});
