import { describe, expect, it } from 'vitest';
import { said } from '#shared/said.ts';
import { listOf, saidList } from '#shared/words/name-list.ts';
import { namesIn } from '#core/words/call.ts';
import { createSpeech } from '../../../../operator-ui/state/speech.ts';
import { aHall, aState } from '../../../support/hall-state.ts';

const three = ['A', 'B', 'C'];

describe('names in a row', () => {
  it.each([
    ['en', 'A, B and C', 'A and B'],
    ['ru', 'A, B и C', 'A и B'],
    ['kk', 'A, B және C', 'A және B'],
  ] as const)('end with “and” in %s', (language, ofThree, ofTwo) => {
    expect(listOf(three, language)).toBe(ofThree);
    expect(listOf(three.slice(0, 2), language)).toBe(ofTwo);
    expect(listOf(['A'], language)).toBe('A');
    expect(listOf([], language)).toBe('');
  });

  it('are each in its own language', () => {
    expect(saidList([said('Left', 'Левая', 'Сол'), said('Right', 'Правая', 'Оң')])).toEqual({
      en: 'Left and Right',
      ru: 'Левая и Правая',
      kk: 'Сол және Оң',
    });
  });

  it('stay apart though one holds a comma, in what the hall says', () => {
    const zone = (id: string, name: string) => ({ id, name: { en: name }, members: ['p1'] });
    const state = aState({ hall: aHall({ zones: [zone('door', 'Door, left'), zone('wall', 'Wall')] }) });
    expect(namesIn(state).places(['door', 'wall', 'gone'])).toEqual({
      en: '“Door, left”, “Wall” and gone',
      ru: '«Door, left», «Wall» и gone',
      kk: '«Door, left», «Wall» және gone',
    });
    expect(namesIn(state).places(['all']).ru).toBe('весь зал');
  });

  it('stay apart in what the console says, and alone need no marks', () => {
    const speech = createSpeech('ru', { timeZone: 'Asia/Almaty', order: ['ru'] });
    expect(speech.names(['Дверь, слева', 'Стена'])).toBe('«Дверь, слева» и «Стена»');
    expect(speech.names(['Дверь, слева'])).toBe('Дверь, слева');
  });
});
