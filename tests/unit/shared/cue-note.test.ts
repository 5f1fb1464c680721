import { describe, expect, it } from 'vitest';
import { CueNote, noteTexts } from '#shared/cue-note.ts';
import { Show } from '#shared/scene.ts';
import { aShow } from '../../support/hall-state.ts';

const order = ['kk', 'ru', 'en'];

describe('the note of a cue', () => {
  it('is read as it was written first, in one language, and in several', () => {
    const show = aShow('day', [{ scene: 'welcome' }]);
    const withNote = (note: unknown) =>
      Show.parse({ ...show, cues: show.cues.map((cue) => ({ ...cue, note })) }).cues[0]?.note;
    expect(withNote('GO at the door.')).toBe('GO at the door.');
    expect(withNote({ ru: 'GO у дверей.', en: 'GO at the door.' })).toEqual({
      ru: 'GO у дверей.',
      en: 'GO at the door.',
    });
    expect(CueNote.safeParse({}).success).toBe(false);
    expect(CueNote.safeParse({ en: 'x'.repeat(2001) }).success).toBe(false);
    expect(CueNote.safeParse('x'.repeat(2001)).success).toBe(false);
  });

  it.each([
    ['GO at the door.', { en: 'GO at the door.' }],
    ['GO у дверей.', { ru: 'GO у дверей.' }],
    ['Есік алдында GO.', { kk: 'Есік алдында GO.' }],
    ['', {}],
    [undefined, {}],
    [{ ru: 'У дверей' }, { ru: 'У дверей' }],
  ])('%j stands under the language that it is in', (note, texts) => {
    expect(noteTexts(note, order)).toEqual(texts);
  });

  it('stands under the first language of a hall that has not the one it seems to be in', () => {
    expect(noteTexts('GO at the door.', ['kk', 'ru'])).toEqual({ kk: 'GO at the door.' });
  });
});
