import { z } from 'zod';
import { Layer } from '#shared/scene.ts';
import { Text } from '#shared/text.ts';
import type { WhyWords } from '../words/schedule-words.ts';
import type { Speech } from './speech.ts';

const Claim = z.object({
  run: z.string(),
  layer: Layer,
  title: Text,
  rule: z.string().nullable(),
  owner: z.string().nullable(),
  reason: z.string().nullable(),
  priority: z.number(),
});
const Lost = Claim.extend({ why: z.string() });

/** What `GET /api/explain` answers, as far as the console says it. */
export const Explained = z.object({
  screen: z.string(),
  at: z.iso.datetime(),
  winner: Claim,
  losers: z.array(Lost),
  nextChange: z.object({ at: z.iso.datetime(), run: z.string(), source: z.object({ id: z.string() }) }).nullable(),
});
export type Explained = z.infer<typeof Explained>;

/** Where a claim comes from: its layer, and its rule or who started it and why. */
export function originWords(claim: z.infer<typeof Claim>, speech: Speech, words: WhyWords): string {
  const parts = [
    speech.words.layers[claim.layer],
    claim.rule === null ? null : words.rule(claim.rule),
    claim.owner === null ? null : words.by(claim.owner),
    claim.reason === null ? null : speech.quoted(claim.reason),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Why a claim does not have the screen. */
export function lossWords(
  lost: z.infer<typeof Lost>,
  winner: z.infer<typeof Claim>,
  speech: Speech,
  { whys }: WhyWords,
): string {
  if (!Object.hasOwn(whys, lost.why)) return lost.why;
  return whys[lost.why as keyof WhyWords['whys']](
    speech.text(winner.title),
    lost.why === 'layer' ? speech.words.layers[winner.layer] : `${winner.priority} > ${lost.priority}`,
  );
}
