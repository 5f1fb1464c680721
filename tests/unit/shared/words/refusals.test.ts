import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PasswordBody } from '#shared/commands.ts';
import { problem, problemFromZod, told } from '#shared/problem.ts';
import { said } from '#shared/said.ts';
import { actionWords, keptOutWords } from '#shared/words/action-words.ts';
import { contentRefusals } from '#shared/words/content-refusals.ts';
import { expected, flawWords, found } from '#shared/words/flaw-words.ts';
import { mediaRefusals, playerRefusals } from '#shared/words/media-refusals.ts';
import { bareNames } from '#shared/words/names.ts';
import { peopleRefusals } from '#shared/words/people-refusals.ts';
import { placeRefusals } from '#shared/words/place-refusals.ts';
import { runRefusals } from '#shared/words/run-refusals.ts';
import { flawsIn, sentencesOf, titledNames, type Samples } from '../../../support/sentences.ts';

const run: Samples<typeof runRefusals> = {
  noRun: [['run-7']],
  runEndedAlready: [['run-7']],
  runEnded: [['run-7']],
  cueIsOn: [['tour', 'opening']],
  runNotBegun: [['run-7']],
  timePast: [[]],
  timeFar: [[24]],
  lastCue: [[]],
  pausedAlready: [[]],
  notPaused: [[]],
  noCue: [['opening']],
  notHeld: [['run-7']],
  yoursAlready: [[]],
  nobodyAsked: [['run-7']],
  needsReason: [
    ['run-1', 'Aliya'],
    ['run-1', 'key clock'],
  ],
  needsReasonToCover: [
    [[{ run: 'run-1', owner: 'Aliya', screens: ['map', 'relief'] }]],
    [
      [
        { run: 'run-1', owner: 'Aliya', screens: ['map'] },
        { run: 'run-2', owner: 'key clock', screens: ['relief'] },
      ],
    ],
  ],
  othersRun: [['Aliya'], ['key clock'], ['a guide, for Aliya'], [null]],
  noLoss: [[]],
  noTarget: [[['attic', 'cellar']]],
  nothingFor: [['scene', 'welcome', ['map']]],
  standbyGone: [[]],
  standbyOther: [[]],
  standbyNotFor: [[['map', 'relief']]],
  standbyNothingLeft: [[]],
  notReady: [[['map', 'relief']]],
  nothingArmed: [['standby-3']],
  actSuperseded: [[]],
  actTooOld: [[60]],
  actChangedSince: [[]],
  noOutput: [['left']],
  noOutputOfYours: [[]],
  noOverlay: [['overlay-2']],
  noScreen: [['attic']],
  noMaintenance: [['maintenance-1']],
  tooManyComments: [[200]],
  noTimeline: [['abc123']],
  runUnknown: [['run-7']],
  noIncident: [['incident-3']],
  noSuch: [
    ['scene', 'welcome'],
    ['show', 'day'],
    ['cue', 'opening'],
    ['rule', 'morning'],
  ],
};

const content: Samples<typeof contentRefusals> = {
  taken: [
    ['scene', 'welcome'],
    ['rule', 'morning'],
    ['exception', 'morning@2026-12-16'],
    ['day', '2026-12-16'],
  ],
  gone: [
    ['rule', 'morning'],
    ['exception', 'morning@2026-12-16'],
    ['day', '2026-12-16'],
  ],
  changedInBetween: [
    ['scene', 'welcome', 2, 3],
    ['exception', 'morning@2026-12-16', 2, 3],
  ],
  hoursChanged: [[2, 3]],
  stillUsed: [
    [
      'scene',
      'welcome',
      [
        { kind: 'show', id: 'day' },
        { kind: 'exception', id: 'morning@2026-12-16' },
        { kind: 'touch rule', id: 'rule-map' },
      ],
    ],
  ],
  draftGone: [['scene', 'welcome']],
  draftInTheWay: [['scene', 'welcome']],
  noDraftAnyMore: [['show', 'day']],
  noDraft: [['scene', 'welcome']],
  noVersion: [[4, 'scene', 'welcome']],
  notInReview: [['scene', 'welcome']],
  notReviewedYet: [['show', 'day']],
  secondPerson: [['Aliya', 'scene', 'welcome']],
  draftOfOthers: [['scene', 'welcome']],
  draftChanged: [
    ['scene', 'welcome', 'Aliya', 2, 3],
    ['scene', 'welcome', 'Aliya', null, 3],
  ],
  otherId: [['welcome', 'farewell']],
  nothingToChange: [[]],
  undoForgotten: [[]],
  fileTaken: [['steppe.webp']],
  otherFileTaken: [['steppe.webp']],
  noFile: [['steppe.webp']],
  noThumbnail: [['steppe.webp']],
  noThumbnailOf: [['steppe.mp3', 'audio/mpeg']],
  noMediumCalled: [['steppe.webp']],
  noMedium: [[]],
  mediumMissing: [['abc123']],
  uploadNotWhole: [[10, 20]],
  uploadBusy: [[]],
  uploadElsewhere: [[10, 20]],
  emptyFile: [[]],
  fileTooLarge: [['9 GB', '8 GB']],
  uploadsUnfinished: [[3]],
  noRoom: [['1 GB', '2 GB']],
  noUpload: [[]],
  diskFull: [[]],
  diskFails: [['EIO']],
  moreThanAnnounced: [[20]],
  pathInName: [['C:\\film.mp4']],
  uploadHeader: [['Upload-Length', 'says how long it will be', 'сколько байт в файле', 'файлда қанша байт бар']],
  tooMuchAhead: [[]],
  noFilesInTraining: [[]],
};

const people: Samples<typeof peopleRefusals> = {
  nobody: [['person-7']],
  nameTaken: [['Aliya']],
  adminHasAll: [[]],
  noZone: [[['left']]],
  onlyAdmin: [['Aliya']],
  noSession: [[]],
  noTablet: [['tablet-2']],
  noKey: [['key-2']],
  signInFirst: [[]],
  screenAlone: [
    ['map', 'run.take', undefined],
    ['map', 'run.take', 'relief'],
  ],
  guideHasGo: [['run.take']],
  guideOwnRun: [[]],
  keyNotFor: [['clock', 'run.take']],
  pinNotEnough: [['person.edit']],
  roleMayNot: [
    ['Aliya', 'viewer', 'run.take', ['operator', 'admin']],
    ['Aliya', 'admin', 'hall.import', []],
  ],
  onlyThemselves: [[]],
  setUpAlone: [[]],
  outsideZones: [['Aliya', ['left'], ['map']]],
  nobodySignedIn: [[]],
  crowded: [[]],
  wrongPassword: [[]],
  wrongOwnPassword: [[]],
  pinNeedsTablet: [[]],
  tooManyPins: [[]],
  wrongPin: [[]],
  secondFactorMissing: [[]],
  secondFactorWrong: [[]],
  disabled: [[]],
  linkUsed: [[]],
  tooOften: [[30]],
  linksOpen: [[]],
  presentPassword: [[]],
  secondFactorIsOn: [[]],
  wrongDigits: [[]],
  signInToPractise: [[]],
  guideOver: [[]],
  sessionEnded: [[]],
};

const place: Samples<typeof placeRefusals> = {
  notDecided: (['full', 'read-only', 'locked', 'damaged', 'failing'] as const).map(
    (trouble) => [trouble, 'hall.db', 'SQLITE_FULL'] as const,
  ),
  notPaired: [['map']],
  tokenSuperseded: [['map']],
  tokenInvalid: [['map']],
  tooManyCodes: [[]],
  tooManyPlayers: [[]],
  noSuchCode: [['ABC123']],
  tooManyLinks: [[]],
  linkSpent: [[]],
  nothingToPair: [[]],
  noPlayersInTraining: [[]],
  otherProtocol: [[1, 2]],
  keptOut: [[said('it floods the hall', 'слишком много шлёт', 'тым көп жібереді')]],
  keptOutByHand: [[]],
  notKeptOut: [['map']],
  playsAnother: [['map']],
  isNotScreen: [['map']],
  noScreenHere: [['map']],
  pairedAlone: [[]],
  tooManyMessages: [['report']],
  timeForKnown: [[]],
  watchIsEmpty: [[]],
  otherSite: [[]],
  needsTls: [[]],
  tooManyRequests: [[]],
  needsJson: [[]],
  bug: [[]],
  badAddress: [[]],
  bodyTooLarge: [[1]],
  bodyNotJson: [['Unexpected token']],
  bodyUnread: [['aborted']],
  noRoute: [['GET', '/api/cellar']],
  backwards: [[]],
  tooLongAgo: [[]],
};

const media: Samples<typeof mediaRefusals> = {
  empty: [['steppe.webp']],
  otherType: [
    ['steppe.mp4', 'ZIP', 'application/zip'],
    ['steppe.mp4', 'MOV', 'video/quicktime'],
    ['steppe.mp4', 'EXE', 'application/x-msdownload'],
  ],
  otherName: [['steppe.png', 'image/webp', 'webp']],
  cutOff: [['steppe.mp4']],
  tooManyPixels: [['steppe.png', 40_000, 30_000]],
  thumbnailTooLarge: [[320]],
  page: [['steppe.png']],
  unknown: [['steppe.png']],
};

const player: Samples<typeof playerRefusals> = {
  noAnswer: [[]],
  nobodyPlays: [['map']],
  needsHost: [['map', 'reboot']],
  answered: [['Brightness failed: EIO']],
};

const saidTwice = said('The page loads anew.', 'Страница загружается заново.', 'Бет қайта жүктелуде.');
const actions: Samples<typeof actionWords> = {
  shown: [[]],
  notShownYet: [[]],
  keptOut: [['map']],
  notOutYet: [['map']],
  cameBack: [['map']],
  notBackYet: [['map']],
  machineDown: [[]],
  machineNotDownYet: [[]],
  pageBack: [[]],
  pageNotBackYet: [[saidTwice]],
  begun: [
    [{ is: 'reload' }],
    [{ is: 'clear-cache' }],
    [{ is: 'restart-player' }],
    [{ is: 'reboot' }],
    [{ is: 'screenshot' }],
    [{ is: 'brightness', level: 0.4 }],
    [{ is: 'volume', level: 0.4 }],
    [{ is: 'controller', url: 'https://hall.kz' }],
  ],
};
const keptOut: Samples<typeof keptOutWords> = {
  byHand: [['Aliya'], ['key clock']],
  connectsTooOften: [[13, 10]],
  answersNothing: [[]],
  readsNothing: [[]],
  floods: [[placeRefusals.tooManyMessages('report')]],
};

const expectations: Samples<typeof expected> = {
  hall: [[]],
  everything: [[]],
  freeId: [['screens.0.id', said('screen 1', 'экран 1', 'экран 1-ші')]],
  ownNumber: [[0, said('screen 1', 'экран 1', 'экран 1-ші')]],
  hallLanguage: [[['kk', 'ru']]],
  oneOf: [[['kk', 'ru']]],
  hallScreen: [[]],
  oneSurface: [['wall']],
  rectangle: [[3840, 2160]],
  zoneMember: [[]],
  place: [[]],
  target: [[]],
  timeZone: [[]],
  ownTouchId: [[]],
  scene: [[]],
  show: [[]],
  rule: [[]],
  zone: [[]],
  sceneType: [[]],
  file: [[]],
  ownCueId: [[]],
  cueDuration: [[]],
  loopable: [[]],
  fewerRules: [[]],
  fewerStarts: [[]],
  eitherShowOrScene: [[]],
  notMoved: [[]],
  zoneOnce: [[]],
  zoneApart: [['left', 'map']],
  notBefore: [['2026-12-16']],
  someScreen: [[]],
  withinDates: [[]],
  noEnd: [[]],
  endOrDuration: [[]],
  timeOfDay: [[]],
  timeAfter: [['2026-12-16T10:00']],
  timeWithin: [[366, '2026-12-16T10:00']],
  cronField: [
    ['hour', '0-23, a range', '10-17'],
    ['day of week', '0-7 or names', 'tue-sun'],
    ['expression', 'five fields', '30 10 * * *'],
  ],
  atMost: [[1440]],
  dayBetween: [['2026-12-16', '2026-12-17']],
};

const findings: Samples<typeof found> = { tooManyRules: [[20_000]], tooManyStarts: [[5_000]] };

/** Names of parameters and codes, which stand in a sentence as they are. */
const bare = (text: string): string => text.replaceAll(/\bfrom\b|\bto\b|\bwatch\b/g, 'X');

describe('what the hall refuses', () => {
  it.each([
    ...sentencesOf(runRefusals, run),
    ...sentencesOf(contentRefusals, content),
    ...sentencesOf(peopleRefusals, people),
    ...sentencesOf(placeRefusals, place),
    ...sentencesOf(mediaRefusals, media),
    ...sentencesOf(actionWords, actions),
    ...sentencesOf(keptOutWords, keptOut),
    ...sentencesOf(expected, expectations),
    ...sentencesOf(found, findings),
    ...sentencesOf(playerRefusals, player).filter(([name]) => !name.startsWith('answered')),
  ])('%s is said in every language', (_, { en, ru, kk }) =>
    expect(flawsIn({ en, ru: bare(ru), kk: bare(kk) })).toEqual([]),
  );

  it('is the English sentence to a program', () => {
    const refused = problem('not-found', runRefusals.noScreen('attic'));
    expect(refused.detail).toBe('The hall has no screen called attic.');
    expect(refused.said).toEqual(runRefusals.noScreen('attic'));
  });

  it('names each field of a body in every language', () => {
    const { error } = PasswordBody.safeParse({ password: 'short', more: 1 });
    if (error === undefined) throw new Error('it was taken');
    const refused = problemFromZod(error, said('The body', 'Тело запроса', 'Сұрау денесі'));
    const { detail, said: words } = refused;
    expect(told(refused, titledNames).said?.ru).toContain('«Пароль»: не короче 8 знаков');
    expect(detail).toContain('password: at least 8 characters');
    expect(words?.ru).toContain('password: не короче 8 знаков');
    expect(words?.kk).toContain('password: кемінде 8 таңба');
    expect(words?.ru).toContain('лишнее: more');
  });

  it('speaks no English of a schema that has no words of its own', () => {
    const { error } = z.string().regex(/^x$/, 'an x, and nothing else').safeParse('y');
    if (error === undefined) throw new Error('it was taken');
    const { said: words } = problemFromZod(error, said('The body', 'Тело', 'Дене'));
    expect(words).toMatchObject({ ru: 'Тело: (body): форма неверна', kk: 'Дене: (body): түрі дұрыс емес' });
  });

  it('says of a flaw where it is, what was found and what was expected', () => {
    expect(
      flawWords(
        {
          kind: 'exception',
          id: 'morning@2026-12-16',
          path: 'change',
          found: said('"move"', '"move"', '"move"'),
          expected: expected.notMoved(),
        },
        undefined,
      )(bareNames),
    ).toEqual({
      en: 'exception morning on 2026-12-16, change: found "move", expected skip or replace, because the rule is always on',
      ru: 'исключение из правила morning на 2026-12-16, change: найдено "move", ожидается пропуск или замена: правило действует всегда',
      kk: 'morning ережесінің 2026-12-16 күнгі ерекшелігі, change: бары — "move", керегі — өткізіп жіберу не ауыстыру: ереже әрқашан күшінде',
    });
  });
});
