import type { Speech } from '../speech.ts';
import { contentWords } from '../../words/content-words.ts';
import type { Unsaved } from './unsaved.ts';

/** What this browser alone has, in one line; empty where the hall has all. `underWay`: what is being sent. */
export function unsavedText(
  unsaved: ReadonlyMap<string, Unsaved>,
  underWay: ReadonlySet<string>,
  speech: Speech,
): string {
  const left = [...unsaved].filter(([key]) => !underWay.has(key));
  const titles = left.map(([, { body }]) => speech.text(body.title) || body.id);
  return titles.length === 0 ? '' : contentWords[speech.language].unsaved.bar(titles.join(', '));
}
