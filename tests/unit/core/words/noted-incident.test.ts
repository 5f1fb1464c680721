import { describe, expect, it } from 'vitest';
import { said } from '#shared/said.ts';
import { tell, tellIn } from '#core/words/deeds.ts';
import { aState } from '../../../support/hall-state.ts';

const silent = said(
  'Screen 4 “Map”: Its player is silent.',
  'Экран 4 «Карта»: Плеер молчит.',
  'Экран 4 «Карта»: Плеер үнсіз.',
);

describe('a noted incident in the journal', () => {
  it('is for people what it was told to be', () => {
    expect(tellIn(aState({}))([['notedIncident', ['commented'], 'Dana', 'incident-3', silent]])).toEqual({
      en: 'incident: Screen 4 “Map”: Its player is silent — commented on, assigned to Dana',
      ru: 'происшествие: Экран 4 «Карта»: Плеер молчит — добавлено замечание, занимается Dana',
      kk: 'оқиға: Экран 4 «Карта»: Плеер үнсіз — ескертпе жазылды, жауаптысы: Dana',
    });
  });

  it('is an id for programs, and where its sentence was not kept', () => {
    const plain = 'commented on incident incident-3';
    expect(tell([['notedIncident', ['commented'], null, 'incident-3', silent]])?.en).toBe(plain);
    expect(tellIn(aState({}))([['notedIncident', ['commented'], null, 'incident-3']])?.en).toBe(plain);
  });
});
