import { asIs, joined, said, type Said } from '../said.ts';
import { pickText, type Text } from '../text.ts';
import { fieldWords, hoursWords, itemWords, showWords } from './field-words.ts';
import { quoted, type Kind, type Names } from './names.ts';
import { paramWords } from './param-words.ts';

/** Beside their names people know these by number. */
const numbered: ReadonlySet<string> = new Set(['screens', 'cues']);
const tongues: Readonly<Record<string, Said>> = {
  kk: said('in Kazakh', 'по-казахски', 'қазақша'),
  ru: said('in Russian', 'по-русски', 'орысша'),
  en: said('in English', 'по-английски', 'ағылшынша'),
};
/** What only holds the fields. */
const wrappings: ReadonlySet<string> = new Set(['params', 'body', 'document']);
/** What is said by the list or by the field around it already. */
const silent: Readonly<Record<string, readonly string[]>> = {
  zones: ['zone'],
  members: ['screen'],
  transition: ['type'],
};

const whatItShows = said('What it shows', 'Что показывает', 'Не көрсетеді');

type Words = Readonly<Record<string, Said>>;
type Call = (label: Said) => Said;
type Known = Pick<Names, 'place' | 'screen'>;

/**
 * Where that path leads in a document, in the words of its form: “screen 4 “Map”, “Width (pixels)””. Things in lists are
 * called by name where `document` has them; a field that nobody has words for stays as it is. `call` makes a label stand
 * within a sentence.
 */
export function placeInDocument(
  path: string,
  kind: Kind | null,
  document: unknown,
  names: Known,
  call: Call = quoted,
): Said {
  const way = path.split('.');
  const steps: Said[] = [];
  let here = document;
  const words = wordsFor(kind, way);
  for (const [index, step] of way.entries()) {
    const [before = '', isItem] = [way[index - 1], /^\d+$/.test(step)];
    here = valueIn(here, step);
    if (index === 0 && wrappings.has(step)) continue;
    if (silent[before]?.includes(step) === true || silent[way[index - 2] ?? '']?.includes(step) === true) continue;
    if (isItem) steps.push(itemIn(before, Number(step) + 1, here, words, names, call));
    // Of a list it is said which of its things.
    else if (!/^\d+$/.test(way[index + 1] ?? '')) steps.push(tongues[step] ?? labelOf(words, step, call));
  }
  return steps.length === 0 ? call(whatItShows) : joined(steps, ', ');
}

function wordsFor(kind: Kind | null, way: readonly string[]): Words {
  if (way[0] === 'params') return paramWords;
  if (kind === 'show') return showWords;
  return kind === 'day' || way.includes('openingHours') ? hoursWords : fieldWords;
}

function labelOf(words: Words, step: string, call: Call): Said {
  const label = words[step] ?? fieldWords[step];
  if (label === undefined) return asIs(step);
  const { en, ru, kk } = label;
  // A form writes seconds; what is found and expected is in ms.
  const of = (text: string, ms: string): string =>
    step.endsWith('Ms') ? `${text.replace(/(?:, [sс]| \(.*\))$/, '')} (${ms})` : text;
  return call(said(of(en, 'ms'), of(ru, 'мс'), of(kk, 'мс')));
}

/** The n-th thing of a list: by its name or its number where it has them. */
function itemIn(list: string, n: number, item: unknown, words: Words, names: Known, call: Call): Said {
  const noun = (itemWords as Words)[list];
  if (noun === undefined) return joined([labelOf(words, list, call), asIs(String(n))], ' ');
  if (list === 'members') return joined([noun, memberIn(item, names) ?? asIs(String(n))], ' ');
  const zone = valueIn(item, 'zone');
  if (list === 'zones' && typeof zone === 'string') return joined([noun, names.place(zone)], ' ');
  const number = valueIn(item, 'number');
  const title = titleOf(valueIn(item, 'name') ?? valueIn(item, 'title'));
  const ordinal = asIs(String(list === 'screens' && typeof number === 'number' ? number : n));
  if (title === null) return joined([noun, ordinal], ' ');
  return joined([noun, ...(numbered.has(list) ? [ordinal] : []), title], ' ');
}

function memberIn(item: unknown, names: Known): Said | null {
  const screen = valueIn(item, 'screen');
  if (typeof screen === 'string') return names.screen(screen);
  return typeof item === 'string' ? names.place(item) : null;
}

function titleOf(text: unknown): Said | null {
  if (text === null || typeof text !== 'object' || Object.values(text).every((one) => one === '')) return null;
  const of = (language: string): string => pickText(text as Text, language, []).text;
  return quoted(said(of('en'), of('ru'), of('kk')));
}

function valueIn(value: unknown, step: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[step] : undefined;
}
