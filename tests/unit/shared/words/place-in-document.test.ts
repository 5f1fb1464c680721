import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Hall } from '#shared/hall.ts';
import { Scene, Show } from '#shared/scene.ts';
import { sceneTypes } from '#shared/scenes/registry.ts';
import { Rule, RuleException, SpecialDay } from '#shared/schedule.ts';
import { fieldWords, itemWords, showWords } from '#shared/words/field-words.ts';
import { bareNames } from '#shared/words/names.ts';
import { paramWords } from '#shared/words/param-words.ts';
import { placeInDocument } from '#shared/words/place-in-document.ts';
import { contentWords } from '../../../../operator-ui/words/content-words.ts';
import { scheduleWords } from '../../../../operator-ui/words/schedule-words.ts';

/** The names of all fields in a schema, however deep. */
function fieldsIn(schema: z.ZodType): ReadonlySet<string> {
  const fields = new Set<string>();
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') for (const name of Object.keys(value as object)) fields.add(name);
      walk(value);
    }
  };
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return fields;
}

const hall = {
  screens: [{ number: 7, name: { en: 'Map', ru: 'Карта', kk: 'Карта' } }],
  surfaces: [{ name: { en: 'Wall', ru: 'Стена', kk: 'Қабырға' }, members: [{ screen: 'map' }] }],
  openingHours: { zones: [{ zone: 'front' }] },
};
const show = { cues: [{ title: { en: 'The word', ru: 'Слово' } }, { title: {} }] };

describe('where something is wrong', () => {
  it('has words for every field of every document', () => {
    for (const schema of [Hall, Scene, Show, Rule, RuleException, SpecialDay])
      expect([...fieldsIn(schema)].filter((name) => !(name in { ...fieldWords, ...showWords, params: null }))).toEqual(
        [],
      );
  });

  it('has words for every parameter of every scene type', () => {
    const all = sceneTypes.flatMap(({ params }) => [...fieldsIn(params)]);
    expect(all.filter((name) => !(name in { ...fieldWords, ...paramWords }))).toEqual([]);
  });

  it.each([
    ['screens.0.widthPx', 'hall', hall, 'screen 7 “Map”, “Width (pixels)”', 'экран 7 «Карта», «Ширина (пиксели)»'],
    ['screens.4.widthPx', 'hall', hall, 'screen 5, “Width (pixels)”', 'экран 5, «Ширина (пиксели)»'],
    ['surfaces.0.members.0.screen', 'hall', hall, 'surface “Wall”, place map', 'поверхность «Стена», место map'],
    ['openingHours.zones.0.zone', 'hall', hall, '“Opening hours”, zone front', '«Часы работы», зона front'],
    [
      'openingHours.weekly.1.from',
      'hall',
      hall,
      '“Opening hours”, line of hours 2, “Opens”',
      '«Часы работы», строка часов 2, «Открытие»',
    ],
    [
      'cues.0.parts.1.targets',
      'show',
      show,
      'cue 1 “The word”, place of the cue 2, “Where”',
      'реплика 1 «Слово», место в реплике 2, «Где»',
    ],
    ['cues.1.durationMs', 'show', show, 'cue 2, “Lasts (ms)”', 'реплика 2, «Длится (мс)»'],
    ['cues.1.transition.type', 'show', show, 'cue 2, “Enters”', 'реплика 2, «Входит»'],
    ['title.kk', 'scene', {}, '“Title”, in Kazakh', '«Название», по-казахски'],
    ['params.slides.2.image', 'scene', {}, '“Pictures” 3, “Picture”', '«Картинки» 3, «Картинка»'],
    ['params.slideMs', 'scene', {}, '“Each picture (ms)”', '«Каждая картинка (мс)»'],
    ['params', 'scene', {}, '“What it shows”', '«Что показывает»'],
    ['from', 'rule', {}, '“First date”', '«Первый день»'],
    ['document.cues.0.id', 'show', undefined, 'cue 1, “Code”', 'реплика 1, «Код»'],
    ['colour.of.paint', 'rule', {}, 'colour, of, paint', 'colour, of, paint'],
  ] as const)('says %s of a %s in words', (path, kind, document, en, ru) => {
    expect(placeInDocument(path, kind, document, bareNames)).toMatchObject({ en, ru });
  });

  it('calls the fields of shows and rules as their forms head them', () => {
    for (const language of ['en', 'ru', 'kk'] as const) {
      const content = contentWords[language];
      const { rule } = scheduleWords[language];
      expect(
        [
          showWords['trigger'],
          showWords['transition'],
          showWords['policy'],
          showWords['critical'],
          showWords['note'],
          showWords['touch'],
          showWords['listed'],
          fieldWords['loop'],
          fieldWords['solemn'],
          fieldWords['targets'],
          fieldWords['from'],
          fieldWords['to'],
          fieldWords['except'],
          fieldWords['priority'],
          fieldWords['outsideHours'],
        ].map((words) => words?.[language]),
      ).toEqual([
        content.starts,
        content.enters,
        content.policy,
        content.critical,
        content.note,
        content.touch,
        content.listed,
        content.loop,
        content.solemn,
        content.where,
        rule.from,
        rule.to,
        rule.except,
        rule.priority,
        rule.outside,
      ]);
      expect(itemWords.cues[language]).toBe(content.cue.toLowerCase());
    }
  });
});
