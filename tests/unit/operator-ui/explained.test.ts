import { describe, expect, it } from 'vitest';
import { Explained, lossWords, nextWords, originWords } from '../../../operator-ui/state/explained.ts';
import { createSpeech } from '../../../operator-ui/state/speech.ts';
import { scheduleWords } from '../../../operator-ui/words/schedule-words.ts';

const speech = createSpeech('ru', { timeZone: 'Asia/Almaty', order: ['kk', 'ru', 'en'] });
const words = scheduleWords.ru.why;
const claim = {
  run: 'morning@2026-12-16T09:00',
  layer: 'scheduled',
  title: { ru: 'День' },
  rule: 'morning',
  ruleTitle: { ru: 'Утро', en: 'Morning' },
  owner: null,
  reason: null,
  priority: 0,
};
const explained = (change: object): Explained =>
  Explained.parse({
    screen: 'map',
    at: '2026-12-16T05:00:00Z',
    winner: claim,
    losers: [],
    nextChange: null,
    ...change,
  });

describe('why something is on', () => {
  it('names the rule as people do, and by its id only where nobody named it', () => {
    expect(originWords(explained({}).winner, speech, words)).toBe('Расписание · правило «Утро»');
    const nameless = explained({ winner: { ...claim, ruleTitle: null } }).winner;
    expect(originWords(nameless, speech, words)).toBe('Расписание · правило morning');
  });

  it('names who started it in the language of the console', () => {
    const byKey = { ...claim, layer: 'manual', rule: null, ruleTitle: null, owner: 'key clock' };
    expect(originWords(explained({ winner: byKey }).winner, speech, words)).toContain('ключ clock');
  });

  it('sets two priorities beside each other, where people gave both', () => {
    const lossTo = (priority: number): string => {
      const { winner, losers } = explained({
        winner: { ...claim, priority: 10 },
        losers: [{ ...claim, priority, why: 'priority', because: 'lower' }],
      });
      const [lost] = losers;
      return lost === undefined ? '' : lossWords(lost, winner, speech, words);
    };
    expect(lossTo(0)).toBe('у «День» выше приоритет (10, здесь 0)');
    expect(lossTo(-1000)).toBe('у «День» выше приоритет');
  });

  it('names what comes next, and says of the night that the hall is closed', () => {
    const next = (layer: string) =>
      nextWords(
        explained({ nextChange: { at: '2026-12-16T13:00:00Z', layer, title: { ru: 'Путь Казахстана' } } }),
        speech,
        words,
      );
    expect(next('scheduled')).toMatch(/18:00, Путь Казахстана$/);
    expect(next('closed')).toMatch(/18:00, Закрыто$/);
    expect(nextWords(explained({}), speech, words)).toBe(words.never);
  });
});
