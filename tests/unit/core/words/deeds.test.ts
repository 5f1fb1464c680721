import { describe, expect, it } from 'vitest';
import { deedNames, tell, type Deed } from '#core/words/deeds.ts';
import { said } from '#shared/said.ts';
import { flawsIn } from '../../../support/sentences.ts';

/**
 * Every deed as journals hold it, in each of its forms. What is here was stored: a deed's values never change, and one
 * that is said otherwise is a new one.
 */
const stored: readonly Deed[] = [
  ['took', 'scene', 'welcome', ['map', 'statehood']],
  ['took', 'show', 'day', ['all']],
  ['setForTime', 'scene', 'poem', ['map'], '2026-12-16', '15:00'],
  ['released', 'show', 'day', ['map']],
  ['editedRun', ['holdFor', 'reason', 'language'], 'run-7'],
  ['editedShown', ['holdFor', 'reason', 'language'], 'show', 'day', ['all']],
  ['controlled', 'go', 'day', 'opening'],
  ['controlled', 'pause', 'day', 'opening'],
  ['controlled', 'resume', 'day', 'opening'],
  ['controlled', 'back', 'day', 'opening'],
  ['controlled', 'jump', 'day', 'opening'],
  ['armed', 'scene', 'welcome', ['map']],
  ['stoodDown', 'scene', 'welcome', ['map']],
  ['tookFromStandby', 'Dana', 'scene', 'welcome', ['map']],
  ['tookFromStandby', null, 'run', 'standby-7', ['map', 'statehood']],
  ['askedFor', 'Aliya', 'show', 'day', ['all']],
  ['askedFor', null, 'run', 'run-7', ['all']],
  ['gaveRun', 'show', 'day', ['all'], 'Dana'],
  ['keptRun', 'show', 'day', ['all'], 'Dana'],
  ['tookOver', 'show', 'day', ['all'], 'key clock'],
  ['tookOver', 'show', 'day', ['all'], null],
  ['readLoss', 'Aliya', ['map']],
  ['gaveGuide', 'show', 'day', ['map']],
  ['tookBack', 'Aliya', 'run.take'],
  ['tookBack', 'Aliya', 'run.release'],
  ['tookBack', 'Aliya', 'run.edit'],
  ['tookBack', 'Aliya', 'run.control'],
  ['tookBack', 'Aliya', 'run.take-over'],
  ['tookBack', 'Aliya', 'act.take-back'],
  ['tookBack', 'Aliya', 'doors.set'],
  ['raisedEmergency', 'evacuation', true, ['all']],
  ['raisedEmergency', 'announcement', false, ['map']],
  ['raisedEmergency', 'blackout', false, ['map']],
  ['endedEmergency', ['emergency-1']],
  ['endedSlates', ['evacuation']],
  [
    'endedSlatesOn',
    [
      ['evacuation', ['map']],
      ['blackout', ['all']],
    ],
  ],
  ['announced', { kk: 'Зал жабылады', ru: 'Зал закрывается', en: 'The hall closes' }, ['all']],
  ['tookAnnouncementOff', { kk: 'Зал жабылады', ru: 'Зал закрывается', en: 'The hall closes' }, ['map']],
  ['showedOverlay', 'ribbon', ['all']],
  ['showedOverlay', 'notice', ['all']],
  ['showedOverlay', 'ident', ['map']],
  ['showedOverlay', 'grid', ['map']],
  ['tookOverlayOff', 'ribbon', ['all']],
  ['setDoors', 'open'],
  ['setDoors', 'closed'],
  ['setSound', ['left', 'right'], 0.5, null],
  ['setSound', ['left'], null, true],
  ['setSound', ['left'], 0.4, false],
  ['clockStepped', -10_800_000],
  ['clockBehind', 4_000],
  ['trustedClock', 'the hall'],
  ['importedHall', 12],
  ['paired', 4, 'map', false],
  ['paired', 4, 'map', true],
  ['unpaired', 'map'],
  ['askedNewToken', 'map'],
  ['offeredToken', 'map'],
  ['usedToken', 'map'],
  ['toldCopy', 'map', '10.0.0.9'],
  ['keptPlayerOut', 4, 'map'],
  ['letPlayerIn', 'map'],
  ['calibrated', 4, 'map', ['outputDelayMs', 'cornerPin', 'touchOff']],
  ['setCleaningPin', true],
  ['setCleaningPin', false],
  ['startedMaintenance', ['map']],
  ['endedMaintenance', ['map']],
  ['notedIncident', ['acknowledged', 'commented'], 'Dana', 'incident-3'],
  ['notedIncident', ['unacknowledged', 'unassigned'], null, 'incident-3'],
  ['notedIncident', ['commented'], null, 'incident-3', said('It is dark.', 'Темно.', 'Қараңғы.')],
  ['created', 'rule', 'morning', 1],
  ['created', 'scene', 'welcome', 1],
  ['created', 'exception', 'morning@2026-12-16', 1],
  ['created', 'day', '2026-12-16', 1],
  ['changed', 'show', 'day', 4],
  ['deleted', 'rule', 'morning'],
  ['leftAsItWas', 'rule', 'morning'],
  ['drafted', 'scene', 'welcome'],
  ['submitted', 'show', 'day'],
  ['gaveBack', 'scene', 'welcome'],
  ['published', 'scene', 'welcome', 3, ['Aliya', 'Dana']],
  ['discarded', 'show', 'day'],
  ['restored', 'show', 'day'],
  ['addedMedium', 'pictures/steppe.webp', 20_480, 'image/webp'],
  ['deletedMedium', 'pictures/steppe.webp'],
  ['setException', 'morning', '2026-12-16', 'skip'],
  ['setException', 'morning', '2026-12-16', 'move'],
  ['setException', 'morning', '2026-12-16', 'replace'],
  ['droppedException', 'morning', '2026-12-16'],
  ['setDay', '2026-12-16', true],
  ['setDay', '2026-12-16', false],
  ['droppedDay', '2026-12-16'],
  ['changedHours', 5],
  ['leftHours'],
  ['setUpPerson', 'Aliya', 'admin'],
  ['addedPerson', 'Dana', 'operator', ['left']],
  ['editedPerson', 'Dana', 'Dana', 'operator', null, 'no'],
  ['editedPerson', 'Dana', 'Dana B.', 'technician', ['left'], 'off'],
  ['editedPerson', 'Dana', 'Dana', 'curator', null, 'on-again'],
  ['removedPerson', 'Dana'],
  ['securedPerson', 'Dana', ['password', 'secondFactor', 'pin']],
  ['signedIn', 'Dana', null],
  ['signedIn', 'Dana', 'front desk'],
  ['signedOut', 'Dana'],
  ['endedSession', 'Aliya', 'Dana'],
  ['pairedTablet', 'front desk'],
  ['revokedTablet', 'front desk'],
  ['madeKey', 'clock', ['run.take']],
  ['revokedKey', 'clock'],
];

describe('a deed in the journal', () => {
  it('is here in every kind there is', () => {
    const kinds = new Set(stored.map(([name]) => name));
    expect(deedNames.filter((name) => !kinds.has(name))).toEqual([]);
  });

  it.each(stored.map((deed) => [JSON.stringify(deed), deed] as const))('%s is told in every language', (_, deed) => {
    const told = tell(JSON.parse(JSON.stringify([deed])) as Deed[]);
    expect(told === null ? ['nothing is told'] : flawsIn(told)).toEqual([]);
  });

  it('names what it was done to', () => {
    const told = tell([['took', 'scene', 'welcome', ['map', 'statehood']]]);
    for (const text of Object.values(told ?? {})) {
      expect(text).toContain('welcome');
      expect(text).toContain('map, statehood');
    }
  });

  it('says what was announced to each reader in their language', () => {
    const text = { kk: 'Зал жабылады', ru: 'Зал закрывается' };
    expect(tell([['announced', text, ['all']]])).toEqual({
      en: 'announced “Зал жабылады” on all screens',
      ru: 'объявлено (весь зал): «Зал закрывается»',
      kk: 'хабарланды (бүкіл зал): «Зал жабылады»',
    });
    expect(tell([['tookAnnouncementOff', text, ['map']]])?.ru).toBe('объявление снято (map): «Зал закрывается»');
  });

  it('is one sentence with others of the same act', () => {
    expect(
      tell([
        ['created', 'rule', 'evening', 1],
        ['setDay', '2026-12-16', true],
      ]),
    ).toEqual({
      en: 'created rule evening (version 1); made 2026-12-16 a day of mourning',
      ru: 'создано: правило evening (версия 1); 2026-12-16 — день траура',
      kk: 'жасалды: evening ережесі (1-нұсқа); 2026-12-16 — қаралы күн',
    });
  });

  it('that this version does not know is left to its English sentence', () => {
    expect(tell([['danced', 'polka'] as unknown as Deed])).toBeNull();
    expect(tell([])).toBeNull();
  });
});
