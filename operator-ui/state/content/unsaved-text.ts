import type { Speech } from '../speech.ts';
import { contentWords } from '../../words/content-words.ts';
import type { Begun } from './begun.ts';
import type { Unsaved } from './unsaved.ts';

/**
 * What this browser alone has, in one line; empty where the hall has all. `underWay`: what is being sent; `begun`: forms
 * and notes.
 */
export function unsavedText(
  unsaved: ReadonlyMap<string, Unsaved>,
  underWay: ReadonlySet<string>,
  begun: ReadonlyMap<string, Begun>,
  speech: Speech,
): string {
  const left = [...unsaved].filter(([key]) => !underWay.has(key));
  const words = contentWords[speech.language];
  const titles = [
    ...left.map(([, { body }]) => speech.text(body.title) || body.id),
    ...[...begun.values()].map((one) => begunText(one, speech)),
  ];
  return titles.length === 0 ? '' : words.unsaved.bar(titles.join(', '));
}

/** A form by what it makes, a note by what it is for. */
function begunText(begun: Begun, speech: Speech): string {
  const words = contentWords[speech.language];
  const what = begun.is === 'note' ? words.giveBack : begun.kind === 'scene' ? words.newScene : words.newShow;
  const name = speech.text(begun.title) || (begun.is === 'new' ? (begun.id ?? '') : '');
  return name === '' ? what : `${what}: ${name}`;
}
