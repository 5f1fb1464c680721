import { describe, expect, it } from 'vitest';
import { Scene, Show } from '#shared/scene.ts';
import { problem, told } from '#shared/problem.ts';
import { asIs } from '#shared/said.ts';
import { contentRefusals } from '#shared/words/content-refusals.ts';
import { expected } from '#shared/words/flaw-words.ts';
import { actionWords } from '#shared/words/action-words.ts';
import { bareNames, type ByName } from '#shared/words/names.ts';
import { peopleRefusals } from '#shared/words/people-refusals.ts';
import { runRefusals } from '#shared/words/run-refusals.ts';
import { flawsProblem } from '#core/flaw.ts';
import { importedOf } from '#core/commands/importing.ts';
import { checkDocuments } from '#core/validate.ts';
import { usersOf } from '#core/references.ts';
import { applyChanges, type HallState } from '#core/state.ts';
import { userViews } from '#core/view/users.ts';
import { namesIn } from '#core/words/call.ts';
import { tell, tellIn } from '#core/words/deeds.ts';
import { createCompile } from '#core/compile.ts';
import { aHall, aScene, aShow, aState, at, screenInput } from '../../../support/hall-state.ts';

const title = { en: 'Welcome', ru: 'Добро пожаловать', kk: 'Қош келдіңіз' };

function hall(): HallState {
  const state = aState({
    hall: aHall({ zones: [{ id: 'panels', name: { en: 'Panels', ru: 'Панели' }, members: ['p1'] }] }),
    scenes: [aScene('welcome', { title })],
    shows: [aShow('day', [{ scene: 'welcome' }], { title: { en: 'The day', ru: 'День' } })],
    rules: [
      { id: 'morning', show: 'day', when: { cron: '0 9 * * *' }, targets: ['all'] },
      { id: 'evening', title: { en: 'Evening' }, scene: 'welcome', when: { cron: '0 19 * * *' }, targets: ['all'] },
    ],
  });
  const timeline = createCompile()(state, { kind: 'scene', id: 'welcome' }, ['p1']);
  return applyChanges(
    state,
    [
      { kind: 'timeline', id: timeline.hash, body: timeline },
      { kind: 'run', id: 'run-7', body: run('run-7', timeline.hash) },
    ],
    2,
  );
}

function run(id: string, timeline: string): HallState['run'][string] {
  return {
    id: id as never,
    layer: 'manual',
    timeline: timeline as never,
    targets: ['p1'],
    except: [],
    from: at('2026-11-24T10:00+05:00'),
    until: null,
    segments: [{ zero: 0, at: 0, rate: 1, cue: 0 }],
    owner: 'Dana',
    reason: null,
    language: null,
    touch: 'local',
    transition: { type: 'cut', durationMs: 0 },
    priority: 0,
    outsideHours: true,
    rule: null,
  };
}

/** A hall whose first screen has a name in each language. */
const wing = { en: 'Left wing', ru: 'Левое крыло', kk: 'Сол қанат' };
const called = aState({ hall: aHall({ screens: [{ ...screenInput('p1', 1), name: wing }] }) });

describe('the journal for people', () => {
  it.each([
    [
      'a scene and its place',
      ['took', 'scene', 'welcome', ['panels']],
      'took scene “Welcome” to “Panels”',
      'поставлено («Панели»): сцена «Добро пожаловать»',
      'қойылды («Panels»): «Қош келдіңіз» сахнасы',
    ],
    [
      'a show that has no title in Kazakh',
      ['drafted', 'show', 'day'],
      'drafted show “The day”',
      'написан черновик показа «День»',
      '«The day» көрсетілімі: жоба жазылды',
    ],
    [
      'a rule without a title of its own by what it shows',
      ['setException', 'morning', '2026-12-16', 'skip'],
      'on 2026-12-16 rule “The day”: skip',
      'правило «День», 2026-12-16: пропуск',
      '«The day» ережесі, 2026-12-16: өткізіп жіберу',
    ],
    [
      'a rule on a date',
      ['created', 'exception', 'evening@2026-12-16', 1],
      'created the exception “Evening” on 2026-12-16 (version 1)',
      'создано: исключение из правила «Evening» на 2026-12-16 (версия 1)',
      'жасалды: «Evening» ережесінің 2026-12-16 күнгі ерекшелігі (1-нұсқа)',
    ],
    [
      'a run by what it shows',
      ['editedRun', ['reason'], 'run-7'],
      'changed the reason of run “Welcome”',
      'запуск «Добро пожаловать», изменено: причина',
      '«Қош келдіңіз» іске қосуы, өзгертілді: себебі',
    ],
    [
      'an occurrence by its rule',
      ['editedRun', ['reason'], 'evening@2026-12-16T19:00'],
      'changed the reason of run “Evening”',
      'запуск «Evening», изменено: причина',
      '«Evening» іске қосуы, өзгертілді: себебі',
    ],
    [
      'a cue',
      ['controlled', 'pause', 'day', 'cue-1'],
      'pause in “The day”: cue “Cue 1”',
      '«День»: пауза, реплика «Cue 1»',
      '«The day»: кідіріс, «Cue 1» белгісі',
    ],
    [
      'sound that was switched off',
      ['setSound', ['left'], null, true],
      'sound of left: off',
      'звук left: выключен',
      'left дыбысы: өшірілді',
    ],
    [
      'what was taken back, in words',
      ['tookBack', 'Dana', 'doors.set'],
      'took back what Dana had done (the doors)',
      'отменено последнее действие (двери), автор: Dana',
      'соңғы әрекет болдырылмады (есік), авторы: Dana',
    ],
    [
      'one of several emergencies, by its place',
      ['endedSlatesOn', [['evacuation', ['panels']]]],
      'ended the emergency (evacuation on “Panels”)',
      'тревога снята (эвакуация, «Панели»)',
      'дабыл тоқтатылды (эвакуация, «Panels»)',
    ],
    [
      'an emergency, as older versions wrote it',
      ['endedSlates', ['evacuation']],
      'ended the emergency (evacuation)',
      'тревога снята (эвакуация)',
      'дабыл тоқтатылды (эвакуация)',
    ],
  ] as const)('names %s', (_, deed, en, ru, kk) => {
    expect(tellIn(hall())([deed as never])).toEqual({ en, ru, kk });
  });

  it('keeps the id of what nobody named, and of everything in what is stored', () => {
    expect(tellIn(hall())([['editedRun', ['reason'], 'run-3']])?.ru).toBe('запуск run-3, изменено: причина');
    expect(tell([['took', 'scene', 'welcome', ['panels']]])?.en).toBe('took scene welcome to panels');
  });

  it('names what was deleted by its last version, and what is only drafted by its draft', () => {
    const body = Scene.parse(aScene('steppe', { title: { en: 'Steppe' } }));
    const { id, ...edition } = { id: 'scene/steppe@5', how: 'edited', authors: [], by: 'Dana', at: 0 } as const;
    const draft = {
      id: 'show/night',
      content: {
        kind: 'show',
        body: { ...Show.parse(aShow('night', [{ scene: 'welcome' }])), title: { en: '', ru: 'Ночь' } },
      },
      base: null,
      version: 1,
      authors: [{ id: 'dana', name: 'Dana' }],
      state: { is: 'draft', returned: null },
      changedBy: 'Dana',
      changedAt: 0,
    } as const;
    const state = applyChanges(
      hall(),
      [
        { kind: 'edition', id, body: { id, ...edition, authors: [], content: { kind: 'scene', body } } },
        { kind: 'draft', id: draft.id, body: { ...draft, authors: [...draft.authors] } },
      ],
      3,
    );
    expect(tellIn(state)([['deleted', 'scene', 'steppe']])?.en).toBe('deleted scene “Steppe”');
    expect(tellIn(state)([['drafted', 'show', 'night']])?.en).toBe('drafted show “Ночь”');
  });
});

describe('what uses a document', () => {
  it('is named by its title, and what is on by who holds it', () => {
    const state = hall();
    expect(userViews(state, usersOf(state, 'scene', 'welcome'))).toEqual([
      { kind: 'show', id: 'day', title: { en: 'The day', ru: 'День' } },
      { kind: 'rule', id: 'evening', title: { en: 'Evening' } },
    ]);
    expect(userViews(state, [{ kind: 'run', id: 'run-7' }])).toEqual([
      {
        kind: 'run',
        id: 'run-7',
        title,
        held: { owner: 'Dana', from: at('2026-11-24T10:00+05:00'), until: null },
      },
    ]);
    expect(userViews(state, [{ kind: 'touch rule', id: 'show-steppe' }])[0]?.title).toBeNull();
  });
});

describe('what a refusal calls things', () => {
  const state = hall();
  const said = (why: ByName) => told(problem('conflict', why), namesIn(state));

  it('is what people call them, and their ids for programs', () => {
    const used = said(contentRefusals.stillUsed('scene', 'welcome', usersOf(state, 'scene', 'welcome')));
    expect(used.said).toEqual({
      en: 'Scene “Welcome” is used by show “The day”, rule “Evening”. Change those first.',
      ru: 'Ещё используется: сцена «Добро пожаловать». Сначала измените: показ «День», правило «Evening».',
      kk: 'Әлі қолданылады: «Қош келдіңіз» сахнасы. Алдымен мыналарды өзгертіңіз: «The day» көрсетілімі, «Evening» ережесі.',
    });
    expect(used.detail).toBe('Scene welcome is used by show day, rule evening. Change those first.');
    expect(said(runRefusals.notHeld('run-7')).said?.ru).toBe('Запуск «Добро пожаловать» никто не держит вручную.');
    expect(said(runRefusals.nothingFor('show', 'day', ['panels'])).said?.ru).toBe(
      'Показ «День»: ничего нет для: «Панели». Выберите другой показ или другие экраны.',
    );
    expect(said(peopleRefusals.outsideZones('Dana', ['panels'], ['p1'])).said?.en).toContain('Dana has “Panels” alone');
  });

  it('is told where flaws are many, and keeps what it is not told of', () => {
    const flaw = {
      kind: 'rule',
      id: 'morning',
      path: 'targets',
      found: asIs('"x"'),
      expected: expected.target(),
    } as const;
    expect(told(flawsProblem([flaw, flaw], importedOf(state)), namesIn(state)).said?.ru).toMatch(
      /^правило «День», «Где»: .*; правило «День», «Где»:/,
    );
    const plain = problem('conflict', runRefusals.lastCue());
    expect(told(plain, namesIn(state))).toEqual(plain);
  });

  it('names the zones whose hours meet, and the screen in both', () => {
    const zone = (id: string, ru: string) => ({ id, name: { ru }, members: ['p1'] });
    const flawed = aHall({
      screens: [{ ...screenInput('p1', 1), name: wing }],
      surfaces: [],
      zones: [zone('west', 'Запад'), zone('front', 'Перёд')],
      openingHours: { weekly: [], zones: ['west', 'front'].map((of) => ({ zone: of, weekly: [] })) },
    });
    const documents = importedOf(aState({ hall: flawed }));
    const refused = told(flawsProblem(checkDocuments(documents), documents), namesIn(aState({ hall: flawed })));
    expect(refused.said).toMatchObject({
      ru: 'зал, «Часы работы», зона «Перёд»: найдено «Перёд», ожидается зона без общих экранов с зоной «Запад», у которой тоже свои часы («Левое крыло»)',
      kk: 'зал, «Жұмыс уақыты», аймақ «Перёд»: бары — «Перёд», керегі — «Запад» аймағымен ортақ экраны жоқ аймақ, оның да өз уақыты бар («Сол қанат»)',
    });
    expect(refused.detail).toBe(
      'hall, openingHours.zones.1.zone: found front, expected a zone that shares no screen with west, which has hours of its own too (p1)',
    );
  });

  it('names the surface that has a screen already', () => {
    const surface = (id: string, ru: string) => ({
      id,
      name: { ru },
      widthPx: 10,
      heightPx: 10,
      members: [{ screen: 'p1', rect: { x: 0, y: 0, width: 10, height: 10 } }],
    });
    const flawed = aHall({
      screens: [{ ...screenInput('p1', 1), name: wing }],
      surfaces: [surface('wall', 'Стена'), surface('arch', 'Арка')],
      zones: [],
    });
    const doubled = aState({ hall: flawed });
    const documents = importedOf(doubled);
    const refused = told(flawsProblem(checkDocuments(documents), documents), namesIn(doubled));
    expect(refused.said?.ru).toBe(
      'зал, поверхность «Арка», место «Левое крыло»: найдено «Левое крыло», ожидается экран только одной поверхности; он уже в другой: «Стена»',
    );
    expect(refused.fields).toEqual([
      { path: 'surfaces.1.members.0.screen', message: 'found p1, expected a screen of one surface only; wall has it' },
    ]);
  });

  it('never leaves the hall as anything but words', () => {
    expect(said(runRefusals.runEnded('run-7'))).not.toHaveProperty('byName');
  });
});

describe("what came of a technician's act", () => {
  it('calls the screen as people do, with its id for programs', () => {
    const { keptOut } = actionWords;
    expect(keptOut('p1')(namesIn(called))).toEqual({
      en: 'The player of “Left wing” is kept out until it is let in.',
      ru: 'Плеер экрана «Левое крыло» не впускается, пока его не допустят снова.',
      kk: '«Сол қанат» экранының плеері қайта рұқсат берілгенше жіберілмейді.',
    });
    expect(keptOut('p1')(bareNames).en).toBe('The player of p1 is kept out until it is let in.');
  });
});
