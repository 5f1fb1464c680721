import type { Refusal } from '../controllers/rest.ts';
import { refusalWords, type Speech } from './speech.ts';

/** Why something was not done, in words: in short, and then in full. */
export function refusedText(refusal: Refusal, speech: Speech): { readonly head: string; readonly why: string } {
  const { notice } = speech.words;
  const { code } = refusal;
  if (code === 'unreachable') return { head: notice.unreachable, why: notice.unreachableDetail };
  const { why } = refusalWords(refusal, speech.language);
  return { head: code === 'unreadable' ? notice.unreadable : notice.refused[code], why };
}
