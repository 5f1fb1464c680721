import { describe, expect, it } from 'vitest';
import { StandbyBody, TakeBody } from '#shared/commands.ts';
import type { RunView, ScreenState } from '#shared/facts.ts';
import { Scene, Show } from '#shared/scene.ts';
import {
  draftAfter,
  emptyDraft,
  previewBody,
  search,
  standbyBody,
  stillToChoose,
  takeBody,
} from '../../../operator-ui/state/draft.ts';
import { keyLabel, keyList, actOf, keyOf, viewKeyList } from '../../../operator-ui/state/keys.ts';
import { onNow, releasable, undecided } from '../../../operator-ui/state/runs.ts';
import { choose, nextZone } from '../../../operator-ui/state/selection.ts';
import { screensOf, targetsOf } from '../../../operator-ui/state/targets.ts';
import { numbersText, unitsOf } from '../../../operator-ui/state/units.ts';
import { viewNames } from '../../../operator-ui/state/views.ts';
import { figureAt, latinAt } from '../../../operator-ui/state/latin-keys.ts';
import { viewKeyDoes } from '../../../operator-ui/words/view-key-words.ts';
import { dictionaries, type ConsoleLanguage, type Words } from '../../../operator-ui/words/words.ts';
import { aHall } from '../../support/hall-state.ts';

const hall = aHall();

describe('what is still to be chosen', () => {
  const item = { kind: 'scene', id: 'poem' } as const;
  it.each([
    [null, 0, 'chooseFirst'],
    [null, 2, 'chooseScene'],
    [item, 0, 'chooseScreens'],
    [item, 2, null],
  ] as const)('with %j and %i screens is %s', (chosen, screens, next) => {
    expect(stillToChoose({ item: chosen }, screens)).toBe(next);
  });
});

describe('targets', () => {
  it('names everything, whole surfaces and single screens', () => {
    expect(targetsOf(hall, new Set(['p1', 'p2', 'p3', 'p4', 'w1', 'w2']))).toEqual(['all']);
    expect(targetsOf(hall, new Set(['p2', 'w1', 'w2']))).toEqual(['p2', 'wall']);
    expect(targetsOf(hall, new Set(['w2']))).toEqual(['w2']);
    expect(targetsOf(hall, new Set())).toEqual([]);
  });

  it('finds the screens of zones in zones', () => {
    expect(screensOf(hall, 'left')).toEqual(['p1', 'w1', 'w2']);
    expect(screensOf(hall, 'nothing')).toEqual([]);
  });

  it('toggles whole groups: what is half chosen becomes chosen', () => {
    const half = choose(new Set(['w1']), { screens: ['w1', 'w2'], how: 'toggle' });
    expect([...half]).toEqual(['w1', 'w2']);
    expect([...choose(half, { screens: ['w1', 'w2'], how: 'toggle' })]).toEqual([]);
    expect([...choose(half, { screens: ['p1'], how: 'only' })]).toEqual(['p1']);
    expect([...choose(half, { screens: ['p1'], how: 'add' })]).toEqual(['w1', 'w2', 'p1']);
  });

  it('walks through the zones and begins again', () => {
    const first = nextZone(hall, new Set());
    expect([...first]).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect([...nextZone(hall, nextZone(hall, nextZone(hall, first)))]).toEqual([...first]);
  });

  it('treats a surface as one thing', () => {
    expect(unitsOf(hall).map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4', 'wall']);
    expect(numbersText([13, 10, 11, 12, 2])).toBe('02, 10–13');
  });
});

describe('the draft', () => {
  const scenes = [
    { id: 'sun', title: { kk: 'Күн', ru: 'Солнце', en: 'Sun' } },
    { id: 'map', title: { kk: 'Карта', ru: 'Карта', en: 'Map' } },
  ].map((scene) => Scene.parse({ ...scene, type: 'title', params: { title: scene.title } }));
  const shows = [
    Show.parse({
      id: 'day',
      title: { en: 'Day of the sun' },
      cues: [{ id: 'one', title: { en: 'One' }, parts: [{ targets: 'all', scene: 'sun' }] }],
    }),
  ];
  const found = (query: string) => search(query, scenes, shows, 'en', ['en']).map(({ id }) => id);

  it('finds by any language, by id, by every word', () => {
    expect(found('')).toEqual(['day', 'map', 'sun']);
    expect(found('солн')).toEqual(['sun']);
    expect(found('КҮН')).toEqual(['sun']);
    expect(found('sun day')).toEqual(['day']);
    expect(found('moon')).toEqual([]);
  });

  it('has behind all others what the hall would refuse on the chosen screens', () => {
    const parts = (targets: string) => [{ targets, scene: 'sun' }];
    const one = (id: string, ...targets: string[]) =>
      Show.parse({
        id,
        title: { en: id },
        cues: targets.map((target, n) => ({ id: `cue-${n}`, title: { en: 'One' }, parts: parts(target) })),
      });
    const all = [one('a-wall', 'wall'), one('both', 'p1', 'wall'), ...shows];
    const on = (...screens: string[]) =>
      search('', scenes, all, 'en', ['en'], { hall, screens: new Set(screens) }).map(
        ({ id, fits }) => `${id}${fits ? '' : ' no'}`,
      );
    expect(on('p1')).toEqual(['both', 'day', 'map', 'sun', 'a-wall no']);
    expect(on('p1', 'w2')).toEqual(['a-wall', 'both', 'day', 'map', 'sun']);
    expect(on()).toEqual(['a-wall', 'both', 'day', 'map', 'sun']);
  });

  it('becomes bodies that the hall accepts', () => {
    const draft = {
      ...emptyDraft,
      item: { kind: 'show', id: 'day' },
      holdFor: 60_000,
      language: 'ru',
      reason: ' visit ',
    } as const;
    const body = takeBody(draft, ['all']);
    expect(body).toEqual({ targets: ['all'], show: 'day', holdFor: 60_000, language: 'ru', reason: 'visit' });
    expect(TakeBody.safeParse(body).success).toBe(true);
    const armed = { targets: ['p1'], show: 'day', holdFor: 60_000, language: 'ru', reason: 'visit' };
    expect(standbyBody(draft, ['p1'])).toEqual(armed);
    expect(StandbyBody.safeParse(armed).success).toBe(true);
    expect(previewBody(draft, ['p1'])).toEqual({ targets: ['p1'], show: 'day', language: 'ru' });
    expect(takeBody(draft, [])).toBeNull();
    expect(takeBody(emptyDraft, ['all'])).toBeNull();
  });

  it('is set for a time, and has to be chosen anew before anything is taken at once', () => {
    const draft = { ...emptyDraft, item: { kind: 'scene', id: 'sun' }, at: '15:00' } as const;
    const body = takeBody(draft, ['all'], Date.UTC(2026, 11, 16, 10)) ?? { targets: [] };
    expect(body).toEqual({ targets: ['all'], scene: 'sun', at: '2026-12-16T10:00:00.000Z' });
    expect(TakeBody.safeParse(body).success).toBe(true);
    expect(TakeBody.safeParse({ ...body, policy: 'strict' }).success).toBe(false);
    expect(takeBody(draft, ['all'], NaN)).toBeNull();
    expect(draftAfter(draft, { do: 'take', body })).toEqual(emptyDraft);
  });

  it('says of the next what is said of it, and nothing that was said of the last', () => {
    const draft = {
      ...emptyDraft,
      query: 'd',
      item: { kind: 'show', id: 'day' },
      holdFor: 60_000,
      reason: ' visit',
    } as const;
    const body = takeBody(draft, ['all']) ?? { targets: [] };
    const left = { ...emptyDraft, query: 'd', item: draft.item };
    expect(draftAfter(draft, { do: 'take', body })).toEqual(left);
    expect(draftAfter(draft, { do: 'arm', body })).toEqual(left);
    // What was written since the press is of the next already.
    expect(draftAfter({ ...draft, reason: 'a fault' }, { do: 'take', body })).toEqual({ ...left, reason: 'a fault' });
    // GO of what is armed says its own.
    expect(draftAfter(draft, { do: 'take', body: { ...body, standby: 'armed' } })).toBe(draft);
    expect(draftAfter(draft, { do: 'end-emergency', run: 'east' })).toBe(draft);
  });
});

describe('release', () => {
  const run = (id: string, layer: RunView['layer'], screens: readonly string[], until: number | null = null): RunView =>
    ({ id, layer, screens, from: 0, until }) as unknown as RunView;
  const showing = (id: string): ScreenState => ({ desired: { run: id } }) as unknown as ScreenState;
  const runs = [
    run('a', 'manual', ['p1']),
    run('b', 'manual', ['p2', 'p3']),
    run('c', 'scheduled', ['p1']),
    run('d', 'manual', ['p1'], 50),
    run('e', 'emergency', ['p1']),
  ];
  const now = (shown: readonly string[]) => onNow(runs, shown.map(showing), 100);
  const ids = (selected: readonly string[], shown = ['a', 'b']) =>
    releasable(now(shown), new Set(selected)).map(({ id }) => id);

  it('ends what is by hand on the chosen screens, and guesses nothing', () => {
    expect(ids(['p3'])).toEqual(['b']);
    expect(ids(['p1', 'p2'])).toEqual(['a', 'b']);
    expect(ids(['p4'])).toEqual([]);
    expect(ids([])).toEqual([]);
  });

  it('says how many there are where it would have to guess', () => {
    const open = (selected: readonly string[], shown: readonly string[]) => undecided(now(shown), new Set(selected));
    expect(open([], ['a', 'b'])).toBe(2);
    expect(open(['p1'], ['a', 'b'])).toBe(0);
    expect(open([], ['b', 'c'])).toBe(0);
    // Beneath an emergency all of it is held still.
    expect(open([], ['e'])).toBe(2);
    expect(undecided(onNow([], [], 100), new Set())).toBe(0);
  });

  it('with nothing chosen ends the only one that is seen, whatever lies beneath it', () => {
    expect(ids([], ['b', 'c'])).toEqual(['b']);
    expect(ids(['p1'], ['b', 'c'])).toEqual(['a']);
  });

  it('tells what is seen from what is held beneath, the newest first', () => {
    const piled = [
      { ...run('old', 'manual', ['p1']), from: 1 },
      { ...run('new', 'manual', ['p1']), from: 3 },
      { ...run('other', 'manual', ['p2']), from: 2 },
      { ...run('later', 'manual', ['p2']), from: 500 },
      { ...run('rule', 'scheduled', ['p1']), from: 0 },
      { ...run('always', 'ambient', ['p3']), from: 0 },
    ];
    const { seen, beneath } = onNow(piled, ['new', 'other', 'always'].map(showing), 100);
    expect(seen.map(({ id }) => id)).toEqual(['new', 'other', 'rule']);
    expect(beneath.map(({ id }) => id)).toEqual(['old']);
  });
});

describe('keys', () => {
  it('go by the place of the key, whatever the layout writes there', () => {
    expect(keyOf('KeyT', false)).toBe('take');
    expect(keyOf('Slash', true)).toBe('help');
    expect(keyOf('Space', false)).toBe('go');
    expect(keyOf('Space', true)).toBe('anyway');
    expect(keyOf('KeyQ', false)).toBeNull();
  });

  it('ask for help by `?` wherever a layout has it, and by nothing else that stands there', () => {
    expect(actOf({ code: 'Digit7', key: '?', shiftKey: true }, 'hall')).toBe('help');
    expect(actOf({ code: 'Digit7', key: '&', shiftKey: true }, 'hall')).toBeNull();
    expect(actOf({ code: 'Digit7', key: '7', shiftKey: false }, 'hall')).toBe('view7');
    expect(actOf({ code: 'Slash', key: '.', shiftKey: false }, 'hall')).toBe('help');
    expect(actOf({ code: 'Minus', key: '?', shiftKey: true }, 'hall')).toBe('help');
  });

  it('mean in a view what the view says, and act on the hall everywhere', () => {
    expect(keyOf('KeyN', false, 'scenes')).toBe('newScene');
    expect(keyOf('KeyN', false, 'hall')).toBeNull();
    const everywhere = [
      ...(['release', 'mute', 'blackout', 'emergency', 'back', 'announce', 'doors', 'who', 'sound'] as const),
      ...(['standDown', 'details', 'help', 'theme', 'language', 'training', 'notices', 'cancel', 'view1'] as const),
    ];
    const letters = Array.from({ length: 26 }, (_, at) => `Key${String.fromCharCode(65 + at)}`);
    const places = ['', '+'].flatMap((shift) => letters.map((code) => `${shift}${code}`));
    for (const place of [...places, 'Slash', 'Escape', 'Digit1']) {
      const shift = place.startsWith('+');
      const general = keyOf(place.replace('+', ''), shift);
      if (general === null || !everywhere.some((act) => act === general)) continue;
      for (const view of viewNames) expect(keyOf(place.replace('+', ''), shift, view)).toBe(general);
    }
  });

  it('write Latin letters and digits by their place where the layout has others there, and no sign instead of a sign', () => {
    const written = (code: string, key: string, shiftKey = false): string | null => latinAt({ code, key, shiftKey });
    expect(written('KeyK', 'л')).toBe('k');
    expect(written('KeyK', 'Л', true)).toBe('k');
    expect(written('Digit3', 'і')).toBe('3');
    expect(written('Digit1', '"')).toBe('1');
    // AZERTY, with its digits under Shift.
    expect(written('Digit1', '&')).toBe('1');
    expect(written('Digit1', '1', true)).toBeNull();
    expect(written('KeyM', ',')).toBeNull();
    expect(written('KeyA', 'q')).toBeNull();
    // A colon of the Russian layout, and keys that write nothing.
    expect(written('Digit6', ':', true)).toBeNull();
    expect(written('Numpad3', '3')).toBeNull();
    expect(written('Backspace', 'Backspace')).toBeNull();
    expect(written('', 'л')).toBeNull();
  });

  it('write the figures of a number by their place on a Kazakh keyboard, and leave those that are there', () => {
    const written = (code: string, key: string, shiftKey = false): string | null => figureAt({ code, key, shiftKey });
    expect(written('Digit3', 'і')).toBe('3');
    expect(written('Digit7', '.')).toBe('7');
    expect(written('Digit3', '3')).toBeNull();
    expect(written('Minus', 'ө')).toBe('-');
    expect(written('Period', 'ю')).toBe('.');
    expect(written('Comma', 'б')).toBe(',');
    expect(written('Comma', ',')).toBeNull();
    // Shift means another sign, a letter means nothing in a number.
    expect(written('Digit7', ':', true)).toBeNull();
    expect(written('KeyK', 'л')).toBeNull();
    expect(written('ArrowUp', 'ArrowUp')).toBeNull();
  });

  it('are listed once each, in every language', () => {
    for (const [language, words] of Object.entries(dictionaries) as [ConsoleLanguage, Words][]) {
      const list = keyList(words);
      expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
      expect(keyLabel('anyway', words)).toBe(`⇧${words.go.space}`);
      for (const view of viewNames) {
        const own = viewKeyList(view, words, language);
        expect(new Set(own.map(({ key }) => key)).size).toBe(own.length);
        for (const { key, does } of own) expect([key, does]).not.toContain('');
      }
    }
  });

  it('say in a sentence what their button says', () => {
    expect(viewKeyDoes('newRule', 'en')).toBe('new rule');
    expect(viewKeyDoes('exportAll', 'kk')).toMatch(/^CSV /);
  });
});
