import { actorWords } from '#shared/actor-words.ts';
import type { UserView } from '#shared/drafts.ts';
import { contentWords } from '../../words/content-words.ts';
import type { Speech } from '../speech.ts';

/** A user of a document in one line: what it is, its title (its id where nobody named it), who holds it and when. */
export function userText({ kind, id, title, held }: UserView, speech: Speech): string {
  const words = contentWords[speech.language];
  const [bare = id, date] = kind === 'exception' ? id.split('@') : [id];
  const name = speech.text(title) || bare;
  const label = held?.from === null ? words.armed : words.users[kind];
  const times =
    held === undefined || held.from === null
      ? null
      : words.held(speech.dateTime(held.from), held.until === null ? null : speech.dateTime(held.until));
  const owner = held?.owner ?? null;
  const parts = [`${label}: ${name}`, date, owner === null ? null : actorWords(owner)[speech.language], times];
  return parts.filter((part) => part !== null && part !== undefined).join(', ');
}
