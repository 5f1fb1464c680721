import { actorWords } from '#shared/actor-words.ts';
import type { StandbyView } from '#shared/facts.ts';
import { actWords } from '../words/act-words.ts';
import type { Speech } from './speech.ts';

/** What is armed: the cue of a show, otherwise the scene. */
export function subjectText({ title, cue }: StandbyView, speech: Speech): string {
  return speech.text(cue === null ? title : cue.title);
}

/** Who armed it, as seen by who is at this console. */
export function ownerText(owner: string | null, me: string, speech: Speech): string {
  const { standby } = actWords[speech.language];
  if (owner === null) return standby.nobodys;
  return owner === me ? standby.yours : standby.of(actorWords(owner)[speech.language]);
}
