import { describe, expect, it } from 'vitest';
import { Scene, Show } from '#shared/scene.ts';
import { choiceNames, ruleName } from '../../../operator-ui/state/schedule-names.ts';
import { createSpeech } from '../../../operator-ui/state/speech.ts';
import { aScene, aShow } from '../../support/hall-state.ts';

const speech = createSpeech('ru', { timeZone: 'Asia/Almaty', order: ['kk', 'ru', 'en'] });
const scene = (id: string, ru: string) => Scene.parse(aScene(id, { title: { ru } }));
const show = Show.parse(aShow('welcome', [{ scene: 'welcome' }], { title: { ru: 'Приветствие гостей' } }));
const welcome = scene('welcome', 'Добро пожаловать');

describe('what a rule is called', () => {
  it('is its own title, or that of what it shows: a show and a scene may have one id', () => {
    const library = [show, welcome];
    expect(ruleName({ id: 'morning', title: { ru: 'Утро' }, show: 'welcome' }, library, speech)).toBe('Утро');
    expect(ruleName({ id: 'morning', show: 'welcome' }, library, speech)).toBe('Приветствие гостей');
    expect(ruleName({ id: 'morning', scene: 'welcome' }, library, speech)).toBe('Добро пожаловать');
  });

  it('is its id only where nobody named anything', () =>
    expect(ruleName({ id: 'morning', scene: 'gone' }, [show, welcome], speech)).toBe('morning'));
});

describe('what a scene is called where it is chosen', () => {
  it('is its title alone, and its id only where another is called the same', () => {
    const scenes = [welcome, scene('map-1991', 'Карта'), scene('map-1997', 'Карта')];
    expect(scenes.map(choiceNames(scenes, speech))).toEqual([
      'Добро пожаловать',
      'Карта (map-1991)',
      'Карта (map-1997)',
    ]);
  });
});
