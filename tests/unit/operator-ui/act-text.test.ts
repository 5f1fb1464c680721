import { describe, expect, it } from 'vitest';
import { LastActView } from '#shared/facts.ts';
import { actText } from '../../../operator-ui/state/act-text.ts';
import { createSpeech } from '../../../operator-ui/state/speech.ts';

const act = (change: object): LastActView =>
  LastActView.parse({
    id: 'one',
    command: 'run.release',
    by: 'Aliya',
    at: 0,
    until: 60_000,
    targets: ['map'],
    title: { kk: 'Шежіре', ru: 'Хроника', en: 'Chronicle' },
    runs: 1,
    doors: null,
    undoes: null,
    ...change,
  });
const says = (change: object, language: 'kk' | 'ru' | 'en' = 'en'): string =>
  actText(act(change), 'Aliya', createSpeech(language, { timeZone: 'Asia/Almaty', order: ['kk', 'ru', 'en'] })).what;

describe('the way back', () => {
  it('says that it takes back, and what', () => {
    expect(says({ doors: 'open', command: 'doors.set', runs: 0 })).toBe('Take back: the hall opened');
    expect(says({ doors: 'open', command: 'doors.set', runs: 0 }, 'ru')).toBe('Отменить: зал открыт');
    expect(says({ command: 'act.take-back', undoes: { command: 'run.take', by: 'Dana' } })).toBe(
      'Do again: “Chronicle” taken',
    );
  });

  it('counts in words what else it was done to', () => {
    expect(says({ runs: 3 })).toBe('Take back: “Chronicle” and 2 more released');
    expect(says({ runs: 3 }, 'ru')).toBe('Отменить: возвращено «Хроника» и ещё 2');
    expect(says({ runs: 2 }, 'kk')).toContain('және тағы 1');
  });
});
