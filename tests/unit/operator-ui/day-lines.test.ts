import { describe, expect, it } from 'vitest';
import { DayReportAnswer } from '#shared/schedule-answers.ts';
import { dayLines } from '../../../operator-ui/state/day-lines.ts';
import { createSpeech } from '../../../operator-ui/state/speech.ts';
import { aHall } from '../../support/hall-state.ts';

const hall = aHall({
  screens: aHall().screens.map((screen) =>
    screen.id === 'p1' ? { ...screen, name: { ru: 'Вход', en: 'Entrance' } } : screen,
  ),
});
const span = { screens: ['p1'], from: '2026-12-16T05:00:00.000Z', until: '2026-12-16T06:00:00.000Z' };
const source = { kind: 'show', id: 'day', version: 1 };
const tour = {
  ...span,
  run: 'tour@2026-12-16T10:00',
  rule: 'tour',
  date: '2026-12-16',
  layer: 'scheduled',
  source,
  title: { ru: 'Экскурсия' },
  start: '2026-12-16T10:00',
  end: '2026-12-16T11:00',
  moment: 'usual',
  targets: ['p1'],
  language: null,
  priority: 0,
  listed: true,
  outsideHours: false,
  booking: null,
  change: null,
  ownMs: null,
  lost: [],
};
const text = { source, title: { ru: 'День' }, path: '', languages: ['kk'] };
const report = DayReportAnswer.parse({
  date: '2026-12-16',
  from: span.from,
  until: span.until,
  day: null,
  blocks: [tour],
  gaps: [span],
  overlaps: [],
  cutShort: [],
  outside: [{ run: tour.run, rule: 'tour', date: tour.date, hidden: [], extendDay: [], extendWeek: [] }],
  absent: [],
  transitions: [],
  moments: [],
  missingTexts: [
    { ...text, scene: { ru: 'Степь' }, field: 'slides.1.text' },
    { ...text, scene: { ru: 'День' }, field: 'subtitle' },
  ],
  missingMedia: [{ screen: 'p1', media: ['steppe.webp'] }],
  down: [
    { ...span, why: 'Its player is silent.', said: { ru: 'Плеер молчит.', en: 'Its player is silent.' } },
    { ...span, why: 'Лампа', said: null },
  ],
});

describe('the report of a day', () => {
  it('calls screens, shows, scenes and fields as people do, in the language of the console', () => {
    const speech = createSpeech('ru', { timeZone: 'Asia/Almaty', order: ['ru'] });
    expect(dayLines(report, hall, speech).flatMap(([, lines]) => lines)).toEqual([
      '10:00–11:00 Вход',
      '10:00–11:00 Экскурсия',
      'День · Степь · Картинки › 2 › Текст: kk',
      'День · Вторая строка: kk',
      'Вход: steppe.webp',
      'Вход: Плеер молчит.',
      'Вход: Лампа',
    ]);
  });
});
