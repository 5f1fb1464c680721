import { describe, expect, it } from 'vitest';
import { limitText } from '../../../operator-ui/state/limit-text.ts';
import { createSpeech } from '../../../operator-ui/state/speech.ts';

const manners = { timeZone: 'Asia/Almaty', order: ['kk', 'ru', 'en'] };
/** A Wednesday, at 23:30 in UTC: in the hall it is Thursday. */
const at = Date.parse('2026-11-25T23:30:00Z');

describe('what a player cannot have where it runs', () => {
  it('is told in the person’s language, and as the player says it where the console does not know it', () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const speech = createSpeech(language, { timeZone: 'UTC', order: ['kk', 'ru', 'en'] });
      for (const limit of ['no offline boot', 'no kept plan']) expect(limitText(limit, speech)).not.toContain(limit);
      expect(limitText('no sound', speech)).toBe('no sound');
      expect(limitText('constructor', speech)).toBe('constructor');
    }
  });
});

describe('the days of the console', () => {
  it.each([
    ['kk', 'бс 04:30', 'бс, 26.11.2026, 04:30'],
    ['ru', 'чт 04:30', 'чт, 26 ноября 2026'],
    ['en', 'Thu 04:30', 'Thu'],
  ] as const)('are the hall’s own, and named in %s', (language, dayTime, dayDate) => {
    const speech = createSpeech(language, manners);
    expect(speech.dayTime(at)).toBe(dayTime);
    expect(speech.dayDate(at)).toContain(dayDate);
    // The day is said only where it is not today’s.
    expect(speech.timeFrom(at + 3_600_000, at)).toBe('04:30');
    expect(speech.timeFrom(at - 86_400_000, at)).toBe(dayTime);
  });

  it.each([
    ['kk', '8,6', '0,142', '1,2 мың'],
    ['ru', '8,6', '0,142', '1,2 тыс.'],
    ['en', '8.6', '0.142', '1.2k'],
  ] as const)('come with numbers as they are written in %s', (language, number, measured, short) => {
    const speech = createSpeech(language, manners);
    expect(speech.number(8.6, 1)).toBe(number);
    expect(speech.measured(0.1421)).toBe(measured);
    expect(speech.short(1234).replace('\u00a0', ' ')).toBe(short);
  });

  it('begin with Monday and end with Sunday', () => {
    const speech = createSpeech('kk', manners);
    const day = 86_400_000;
    const week = Array.from({ length: 7 }, (_, index) => speech.dayTime(at + (index - 3) * day).split(' ')[0]);
    expect(week).toEqual(['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс']);
  });
});
