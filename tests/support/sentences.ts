import { said, type Said } from '#shared/said.ts';
import { bareNames, named, places, quoted, type ByName, type Names } from '#shared/words/names.ts';

/** One call of every function of a catalogue of sentences; one that is forgotten does not compile. */
export type Samples<Catalogue extends Readonly<Record<string, (...values: never[]) => Said | ByName>>> = {
  readonly [K in keyof Catalogue]: readonly Parameters<Catalogue[K]>[];
};

const called = said('Steppe', 'Степь', 'Дала');
/** As if people had called everything the same. */
export const titledNames: Names = {
  named: (kind, id) => named(kind, id, called),
  places: (targets) => places(targets, () => quoted(called)),
  place: () => quoted(called),
  screen: () => quoted(called),
  scene: () => quoted(called),
  outputs: () => quoted(called),
  shown: () => quoted(called),
  cue: (_show, id) => named('cue', id, called),
  inWords: (words) => words,
};

/** Every sentence of a catalogue, by its name and its values; one that calls things by name with ids and with titles. */
export function sentencesOf<Catalogue extends Readonly<Record<string, (...values: never[]) => Said | ByName>>>(
  catalogue: Catalogue,
  samples: Samples<Catalogue>,
): readonly (readonly [name: string, sentence: Said])[] {
  return Object.entries<(...values: never[]) => Said | ByName>(catalogue).flatMap(([name, make]) =>
    (samples[name] ?? []).flatMap((values) => {
      const of = `${name}(${JSON.stringify(values)})`;
      const made = make(...(values as readonly unknown[] as never[]));
      const sentences = typeof made === 'function' ? [made(bareNames), made(titledNames)] : [made];
      return sentences.map((sentence): readonly [string, Said] => [of, sentence]);
    }),
  );
}

/** Words that only an English sentence has. */
const english = /\b(the|is|of|was|has|not|and|for|are|it|to|on|a|an|at|with|from|by|there|nobody|changed|screen)\b/i;
/** Letters that no Russian sentence has. */
const kazakhAlone = /[әғқңөұүһі]/i;

/** What is wrong with a sentence: gaps, words of another language, one that was never translated. */
export function flawsIn({ en, ru, kk }: Said): readonly string[] {
  const all = [en, ru, kk];
  const flaws: readonly (readonly [string, boolean])[] = [
    ['empty', all.some((text) => text.trim() === '')],
    ['a leftover', all.some((text) => /undefined|null|NaN|\[object|\$\{|\(\)| {2}/.test(text))],
    ['loose punctuation', all.some((text) => /[,:;]\s*[.;](?!\w)|\(\s|\s[,;]|\s\.(?!\w)/.test(text))],
    ['not Russian', !/[а-я]/i.test(ru) || kazakhAlone.test(ru)],
    ['not Kazakh', !/[а-яәғқңөұүһі]/i.test(kk)],
    ['not English', /[а-яәғқңөұүһі]/i.test(en)],
    ['English in Russian', english.test(ru)],
    ['English in Kazakh', english.test(kk)],
    // Whoever forgot to translate has copied.
    ['not translated', new Set(all).size < 3],
  ];
  return flaws.flatMap(([flaw, isSo]) => (isSo ? [`${flaw}: ${all.join(' | ')}`] : []));
}
