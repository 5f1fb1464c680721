import { describe, expect, it } from 'vitest';
import { sceneTypes } from '#shared/scenes/registry.ts';
import { Scene, Show } from '#shared/scene.ts';
import { aliasPlan } from '../../../operator-ui/state/content/alias.ts';
import { freshCue, moved } from '../../../operator-ui/state/content/cues.ts';
import { emptyValue, fieldsOf, type Field } from '../../../operator-ui/state/content/fields.ts';
import { mediumIdOf, slugOf } from '../../../operator-ui/state/content/latin.ts';
import { found, freeId, gapsOf, inOrder, listedOf } from '../../../operator-ui/state/content/listed.ts';
import { companyOf, othersAt } from '../../../operator-ui/state/content/others.ts';
import { differences, valueAt, withValue } from '../../../operator-ui/state/content/paths.ts';
import { warningLines } from '../../../operator-ui/state/content/medium-words.ts';
import { createSpeech } from '../../../operator-ui/state/speech.ts';
import { userText } from '../../../operator-ui/state/content/user-text.ts';
import { strip } from '../../../operator-ui/state/content/strip.ts';
import { markUnproofed } from '../../../operator-ui/state/content/unproofed.ts';
import { wrongAt, wrongsOf } from '../../../operator-ui/state/content/wrongs.ts';
import { contentWords } from '../../../operator-ui/words/content-words.ts';
import { aHall, aScene, aShow } from '../../support/hall-state.ts';
import { idlePlan } from '../../support/plans.ts';

const kinds = (field: Field | null): unknown =>
  field?.is === 'group' ? Object.fromEntries(field.fields.map(({ name, field: { is } }) => [name, is])) : field?.is;

describe('the form of a scene type', () => {
  it('follows from its schema', () => {
    expect(kinds(fieldsOf('image'))).toEqual({
      image: 'medium',
      fit: 'choice',
      focus: 'group',
      title: 'text',
      caption: 'text',
      credit: 'text',
      motion: 'choice',
      languages: 'choice',
      languageMs: 'number',
    });
    expect(kinds(fieldsOf('slideshow'))).toMatchObject({ slides: 'list', slideMs: 'number' });
    expect(fieldsOf('relief')).toMatchObject({ is: 'variants', key: 'mode' });
  });

  it('has a field for every parameter of every type, and none that only JSON fits', () => {
    const json = (field: Field): boolean =>
      field.is === 'json' ||
      (field.is === 'list' && json(field.item)) ||
      (field.is === 'group' && field.fields.some((named) => json(named.field))) ||
      (field.is === 'variants' && Object.values(field.variants).some((all) => all.some((named) => json(named.field))));
    const unfit = sceneTypes.filter(({ type }) => {
      const field = fieldsOf(type);
      return field === null || json(field);
    });
    expect(unfit.map(({ type }) => type)).toEqual([]);
  });

  it('begins as empty as the schema allows', () => {
    const field = fieldsOf('text');
    expect(field === null ? null : emptyValue(field)).toEqual({ title: {} });
  });
});

describe('what is wrong', () => {
  it('is said in the person’s language at its field', () => {
    const body = Scene.parse({ ...aScene('steppe'), type: 'text', params: { title: { en: 'x'.repeat(121) } } });
    const content = { kind: 'scene', body } as const;
    const wrongs = wrongsOf(content, contentWords.ru);
    expect(wrongAt(wrongs, 'params.title')).toBe(
      'Не больше 121 знака на каждом языке.'.replace('121 знака', '120 знаков'),
    );
    expect(wrongAt(wrongs, 'params.text')).toBe('');
    const empty = { kind: 'scene', body: { ...body, params: {} } } as const;
    expect(wrongAt(wrongsOf(empty, contentWords.kk), 'params.title')).toBe('Мұны толтыру керек.');
  });

  it('is said of times in seconds, as they are written', () => {
    const body = {
      ...Scene.parse({ ...aScene('steppe'), type: 'text', params: { title: { en: 'x' } } }),
      durationMs: 50,
    };
    expect(wrongAt(wrongsOf({ kind: 'scene', body }, contentWords.en), 'durationMs')).toBe('At least 0.1.');
  });

  it('is told of cues without a scene or a place', () => {
    const body = Show.parse(aShow('day', [{ scene: 'steppe' }]));
    const wrongs = wrongsOf({ kind: 'show', body: { ...body, cues: [freshCue(body)] } }, contentWords.en);
    for (const path of ['cues.0.title', 'cues.0.parts.0.scene', 'cues.0.parts.0.targets'])
      expect([path, wrongAt(wrongs, path)]).not.toEqual([path, '']);
  });
});

describe('places in a document', () => {
  const before = { id: 'a', version: 1, params: { slides: [{ image: 'x' }, { image: 'y' }], fit: 'cover' } };

  it('are read, set and taken away, and nothing else moves', () => {
    expect(valueAt(before, ['params', 'slides', 1, 'image'])).toBe('y');
    const set = withValue(before, ['params', 'slides', 1, 'image'], 'z') as typeof before;
    expect([set.params.slides[1], set.params.slides[0]]).toEqual([{ image: 'z' }, { image: 'x' }]);
    expect(withValue(before, ['params', 'slides', 0], undefined)).toMatchObject({
      params: { slides: [{ image: 'y' }] },
    });
    expect(withValue(before, ['params', 'fit'], undefined)).not.toHaveProperty('params.fit');
    expect(before.params.slides).toHaveLength(2);
  });

  it('that differ are told; a version is no difference', () => {
    const after = { ...before, version: 2, params: { slides: [{ image: 'x' }], motion: 'drift', fit: 'cover' } };
    expect(differences(before, after)).toEqual([
      { path: 'params.slides.1', before: { image: 'y' }, after: undefined },
      { path: 'params.motion', before: undefined, after: 'drift' },
    ]);
  });
});

describe('languages', () => {
  const order = ['kk', 'ru', 'en'];

  it('with gaps are named', () => {
    expect(gapsOf({ title: { kk: 'a', en: 'b' }, params: { title: { kk: 'a', ru: 'b', en: 'c' } } }, order)).toEqual([
      'ru',
    ]);
    expect(gapsOf({ params: { fit: 'cover', focus: { x: 1 } } }, order)).toEqual([]);
  });

  it('that were written in are unread until a person says otherwise', () => {
    const before = Scene.parse(aScene('a', { title: { kk: 'бір', en: 'one' } }));
    const written = markUnproofed(before, { ...before, title: { kk: 'екі', en: 'one' } }, order);
    expect(written.unproofed).toEqual(['kk']);
    const { unproofed: _, ...read } = written;
    expect(markUnproofed(written, read as Scene, order)).toEqual(read);
  });
});

describe('what the players have trouble with', () => {
  const film = {
    is: 'film',
    durationMs: 1000,
    width: 8000,
    height: 4000,
    codec: 'HEVC',
    framesPerSecond: 120,
    bitsPerSecond: 80e6,
    colour: 'YUV 4:2:2',
    bitDepth: 10,
    hdr: true,
    streamable: false,
    sound: 'AC-3',
  } as const;

  it.each(['en', 'ru', 'kk'] as const)('is said with what to do about it: %s', (language) => {
    const speech = createSpeech(language, { timeZone: 'UTC', order: [language] });
    const lines = warningLines(film, aHall(), speech);
    expect(lines).toHaveLength(9);
    // What is wrong, and what to do: two sentences at least, and the figures in them.
    for (const line of lines) expect([line, line.split(/[.:;] /).length > 1]).toEqual([line, true]);
    for (const word of ['HEVC', '8000 × 4000', '120', '80', '4:2:2', 'AC-3', 'H.264', 'AAC'])
      expect(lines.join(' ')).toContain(word);
    expect(warningLines({ ...film, codec: 'AV1' }, aHall(), speech).join(' ')).toContain('AV1');
  });
});

describe('the library', () => {
  const scenes = [Scene.parse(aScene('steppe', { title: { kk: 'Дала', en: 'Steppe' } })), Scene.parse(aScene('sky'))];
  const listed = listedOf(scenes, [Show.parse(aShow('day', [{ scene: 'sky' }]))], []);

  it('is searched in every language, by id and by kind', () => {
    expect(found(listed, 'дала', 'all').map(({ key }) => key)).toEqual(['scene/steppe']);
    expect(found(listed, 'title', 'scene').map(({ key }) => key)).toEqual(['scene/sky', 'scene/steppe']);
    expect(found(listed, '', 'show').map(({ key }) => key)).toEqual(['show/day']);
    expect(found(listed, '', 'draft')).toEqual([]);
  });

  it('stands in the order of what is written last, by title in the person’s language, shows after scenes', () => {
    const titled = (id: string, ru: string, en: string): Scene => Scene.parse(aScene(id, { title: { ru, en } }));
    const many = [titled('a', 'Яблоко 10', 'Apple 10'), titled('b', 'Ёлка', 'Tree'), titled('c', 'Жар', 'Apple 9')];
    const all = listedOf(many, [Show.parse(aShow('aa', [{ scene: 'a' }]))], []);
    const inIt = (language: 'ru' | 'en', written: ReadonlyMap<string, { body: Scene }> = new Map()) =>
      inOrder(all, createSpeech(language, { timeZone: 'UTC', order: ['ru', 'en'] }), written).map(({ id }) => id);
    expect(inIt('ru')).toEqual(['b', 'c', 'a', 'aa']);
    expect(inIt('en')).toEqual(['c', 'a', 'b', 'aa']);
    expect(inIt('en', new Map([['scene/b', { body: titled('b', 'А', 'Ant') }]]))).toEqual(['b', 'c', 'a', 'aa']);
  });

  it('gives copies an id of their own', () => {
    expect(freeId(listed, 'scene', 'steppe')).toBe('steppe-2');
    expect(freeId(listedOf([...scenes, Scene.parse(aScene('steppe-2'))], [], []), 'scene', 'steppe-2')).toBe(
      'steppe-3',
    );
  });

  it('makes ids of Kazakh and Russian words, and places files by their kind', () => {
    expect(slugOf('Тәуелсіздік таңы 1991!')).toBe('tauelsizdik-tangy-1991');
    expect(mediumIdOf({ name: 'Ашық аспан.MP4', type: 'video/mp4' }, new Set())).toBe('films/ashyq-aspan.mp4');
    expect(mediumIdOf({ name: '..png', type: 'image/png' }, new Set(['pictures/file.png']))).toBe(
      'pictures/file-2.png',
    );
  });
});

describe('a show on its strip', () => {
  const show = Show.parse(
    aShow('day', [
      { scene: 'a', durationMs: 60_000 },
      { scene: 'b', durationMs: 3_600_000 },
      { scene: 'c', trigger: 'go' },
      { scene: 'd', trigger: 'go', durationMs: 60_000 },
    ]),
  );

  it('stands at its time since the last GO, as long as it lasts', () => {
    expect(strip(show).map(({ from, waits }) => [from, waits])).toEqual([
      [0, false],
      [60_000, false],
      [0, true],
      [0, true],
    ]);
    const shares = strip(show).map(({ share }) => share);
    expect(shares[1]).toBe(8);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
  });

  it('is put in another order', () => expect(moved([1, 2, 3], 0, 1)).toEqual([2, 1, 3]));
});

describe('one screen under many names', () => {
  it('plays its own scene under each', () => {
    const { plan } = idlePlan();
    const alias = aliasPlan(plan, 'thumb-a');
    const screens = Object.values(alias.timelines).flatMap(({ cues }) =>
      cues.flatMap(({ parts }) => parts.flatMap((part) => part.screens)),
    );
    expect([alias.screen, alias.setup.screen.id]).toEqual(['thumb-a-p1', 'thumb-a-p1']);
    expect(screens).toContain('thumb-a-p1');
    expect(alias.items).toHaveLength(1);
  });
});

describe('a user of a document', () => {
  const speech = createSpeech('ru', { timeZone: 'Asia/Almaty', order: ['kk', 'ru', 'en'] });
  const title = { ru: 'Добро пожаловать', en: 'Welcome' };
  const from = Date.parse('2026-11-24T14:02:00+05:00');

  it('is called by its title, and by its id where it has none', () => {
    expect(userText({ kind: 'show', id: 'welcome', title }, speech)).toBe('Показ: Добро пожаловать');
    expect(userText({ kind: 'exception', id: 'morning@2026-12-16', title }, speech)).toBe(
      'День: Добро пожаловать, 2026-12-16',
    );
    expect(userText({ kind: 'touch rule', id: 'show-steppe', title: null }, speech)).toBe('Касание: show-steppe');
  });

  it('is told, where it is on or armed, by who holds it and since when', () => {
    const run = { kind: 'run', id: 'run-7', title } as const;
    const words = userText({ ...run, held: { owner: 'Dana', from, until: null } }, speech);
    expect(words).toBe(`На экранах: Добро пожаловать, Dana, с ${speech.dateTime(from)}`);
    expect(userText({ ...run, held: { owner: 'Dana', from: null, until: null } }, speech)).toBe(
      'В готовности: Добро пожаловать, Dana',
    );
    expect(userText({ ...run, held: { owner: null, from, until: from + 60_000 } }, speech)).toContain('до');
  });
});

describe('who else has a scene open', () => {
  const someone = (id: string, ...open: readonly (readonly [string, number, number?])[]) => ({
    id,
    name: id.toUpperCase(),
    role: 'curator' as const,
    consoles: 1,
    open: open.map(([content, since, console = 9]) => ({ content, since, console })),
  });

  const people = [
    someone('me', ['scene/sky', 40, 1], ['scene/sky', 25, 2], ['scene/sea', 3, 1]),
    someone('dana', ['scene/sky', 30], ['show/sky', 2]),
    someone('olga', ['scene/sky', 20, 5], ['scene/sky', 22, 6]),
    someone('aliya', ['scene/steppe', 10]),
  ];

  it('is everybody who has this very one open, each once, and oneself at another console, whoever came first at first', () => {
    expect(othersAt(people, 'me', 1, 'scene/sky')).toEqual([
      { name: 'OLGA', since: 20 },
      { name: null, since: 25 },
      { name: 'DANA', since: 30 },
    ]);
    expect(othersAt(people, 'me', 1, 'scene/sea')).toEqual([]);
    expect(othersAt(people, 'me', 2, 'scene/sea')).toEqual([{ name: null, since: 3 }]);
    expect(othersAt(people, 'me', 1, 'scene/wall')).toEqual([]);
  });

  it('is nobody but others where it is not known which console this is', () => {
    expect(othersAt(people, 'me', null, 'scene/sea')).toEqual([]);
  });

  it('counts oneself as company only at another console', () => {
    const me = someone('me');
    expect(companyOf([me, someone('dana')], 'me').map(({ id }) => id)).toEqual(['dana']);
    expect(companyOf([{ ...me, consoles: 2 }], 'me').map(({ id }) => id)).toEqual(['me']);
  });
});
