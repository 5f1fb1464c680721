import { actorWords } from '#shared/actor-words.ts';
import type { StandbyView } from '#shared/facts.ts';
import type { Text } from '#shared/text.ts';
import { actWords } from '../words/act-words.ts';
import type { Speech } from './speech.ts';

interface Named {
  readonly title: Text;
  readonly cue: { readonly title: Text } | null;
}

/** What is armed: the cue of a show, otherwise the scene. */
export function subjectText({ title, cue }: Named, speech: Speech): string {
  return speech.text(cue === null ? title : cue.title);
}

/** Who armed it, as seen by who is at this console; for how long, and why. */
export function aboutText({ owner, holdFor, reason }: StandbyView, me: string, speech: Speech): string {
  const { standby } = actWords[speech.language];
  const whose =
    owner === null ? standby.nobodys : owner === me ? standby.yours : standby.of(actorWords(owner)[speech.language]);
  return [
    whose,
    ...(holdFor === null ? [] : [speech.duration(holdFor)]),
    ...(reason === null ? [] : [speech.quoted(reason)]),
  ].join(' · ');
}
