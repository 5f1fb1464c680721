import type { Listed } from '../state/content/listed.ts';
import { contentOf, type Unsaved } from '../state/content/unsaved.ts';
import type { Speech } from '../state/speech.ts';
import type { Drafts } from './drafts.ts';
import type { UnsavedEdits } from './unsaved-edits.ts';

interface Ways {
  readonly edits: UnsavedEdits;
  readonly drafts: Drafts;
  readonly speech: Speech;
}

/** Saves what was written as a draft. What the hall takes is kept here no longer; what it refuses stays, with why. */
export function sendUnsaved(one: Listed, unsaved: Unsaved, ways: Ways): ReturnType<Drafts['save']> {
  return ways.edits.during(one.key, send(one, unsaved, ways));
}

async function send({ key }: Listed, unsaved: Unsaved, { edits, drafts, speech }: Ways): ReturnType<Drafts['save']> {
  const { owner } = edits;
  const answer = await drafts.save(contentOf(unsaved, unsaved.body), unsaved.base, unsaved.seen);
  const now = edits.all.get(key);
  // Somebody else is at this tablet by now, or it was thrown away, or laid over something else.
  if (edits.owner !== owner || now === undefined || now.seen !== unsaved.seen) return answer;
  if (answer.ok) edits.drop(key, unsaved);
  if (!answer.ok) edits.keep(key, { ...now, why: speech.refused(answer.refusal) });
  // What was written while it was on its way lies over it.
  else if (now !== unsaved) edits.keep(key, { ...now, base: unsaved.base, seen: answer.value.version });
  return answer;
}
