import { describe, expect, it } from 'vitest';
import { said } from '#shared/said.ts';
import { bareNames } from '#shared/words/names.ts';
import { letterOf, type LetterSettings } from '#core/notices/letter.ts';
import type { NoticeEvent } from '#core/notices/outbox.ts';
import { anIncident } from '../../../support/incidents.ts';

const settings: LetterSettings = {
  hall: 'The Way',
  timeZone: 'Asia/Almaty',
  language: 'en',
  link: 'https://hall.museum.kz',
  names: { ...bareNames, screen: (id) => said(`“The ${id}”`, `«Карта»`, `«Карта тақтасы»`) },
};
const at = Date.UTC(2026, 11, 16, 9, 30);
const opened: NoticeEvent = {
  id: 'incident-1/opened',
  is: 'opened',
  because: null,
  at,
  incident: anIncident({ openedAt: at, title: 'Screen 2 map:\r\nBcc: all@example.kz' }),
};
const closed: NoticeEvent = {
  ...opened,
  is: 'closed',
  because: 'over',
  at: at + 75 * 60_000,
  incident: anIncident({ openedAt: at, closedAt: at + 75 * 60_000 }),
};
const letter = (...events: NoticeEvent[]) => letterOf({ id: 'n', at, events }, settings);

describe('a letter', () => {
  it('names one incident in its subject, on one line, whatever its title holds', () => {
    expect(letter(opened).subject).toBe('[The Way] Screen 2 map: Bcc: all@example.kz');
    expect(letter(closed).subject).toMatch(/^\[The Way\] Over: Screen 2/);
  });

  it('tells when, in the hall’s time, where, and for how long', () => {
    expect(letter(opened).text).toContain('FAULT: Screen 2 map');
    expect(letter(opened).text).toContain('14:30:00, screens: “The map”');
    expect(letter(opened).text).toContain('https://hall.museum.kz/#health');
    expect(letter(closed).text).toContain('well again since');
    expect(letter(closed).text).toContain('after 1 h 15 min');
  });

  it('is written in the language that is asked for', () => {
    const title = { en: 'Screen 2 “The map”: black', ru: 'Экран 2 «Карта»: чёрный', kk: 'Экран 2 «Карта»: қара' };
    const event = (one: NoticeEvent): NoticeEvent => ({ ...one, incident: { ...one.incident, said: title } });
    expect(letter(event(opened)).subject).toBe('[The Way] Screen 2 “The map”: black');
    const inRussian = letterOf({ id: 'n', at, events: [event(opened)] }, { ...settings, language: 'ru' });
    expect(inRussian.subject).toBe('[The Way] Экран 2 «Карта»: чёрный');
    expect(inRussian.text).toMatch(/^НЕИСПРАВНОСТЬ: Экран 2 «Карта»: чёрный\nс 16 дек. 2026.*, экраны: «Карта»/);
    expect(inRussian.text).toContain('Пульт: https://hall.museum.kz/#health');
    const inKazakh = letterOf({ id: 'n', at, events: [event(closed)] }, { ...settings, language: 'kk' });
    expect(inKazakh.subject).toBe('[The Way] Аяқталды: Экран 2 «Карта»: қара');
    expect(inKazakh.text).toMatch(/қайта дұрыс, уақыты: .*; созылғаны: 1 сағ 15 мин/);
    expect(inKazakh.text).not.toMatch(/over|since|after/i);
  });

  it('has the English name of an incident that an older controller left', () =>
    expect(letterOf({ id: 'n', at, events: [opened] }, { ...settings, language: 'kk' }).subject).toContain('Screen 2'));

  it('counts several', () => expect(letter(opened, opened, closed).subject).toBe('[The Way] 2 opened, 1 over'));
});
