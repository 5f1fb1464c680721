import { z } from 'zod';
import { actorWords } from '#shared/actor-words.ts';
import { Layer } from '#shared/scene.ts';
import { Text } from '#shared/text.ts';
import type { WhyWords } from '../words/schedule-words.ts';
import type { Speech } from './speech.ts';

const Claim = z.object({
  run: z.string(),
  layer: Layer,
  title: Text,
  rule: z.string().nullable(),
  ruleTitle: Text.nullable(),
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
  nextChange: z.object({ at: z.iso.datetime(), layer: Layer, title: Text }).nullable(),
});
export type Explained = z.infer<typeof Explained>;

/** What comes next, and when. */
export function nextWords({ nextChange }: Explained, speech: Speech, words: WhyWords): string {
  if (nextChange === null) return words.never;
  const { at, layer, title } = nextChange;
  return `${speech.dayDate(Date.parse(at))}, ${layer === 'closed' ? speech.words.layers.closed : speech.text(title)}`;
}

/** Where a claim comes from: its layer, and its rule or who started it and why. */
export function originWords(claim: z.infer<typeof Claim>, speech: Speech, words: WhyWords): string {
  const parts = [
    speech.words.layers[claim.layer],
    claim.rule === null ? null : words.rule(ruleText(claim.rule, claim.ruleTitle, speech)),
    claim.owner === null ? null : words.by(actorWords(claim.owner)[speech.language]),
    claim.reason === null ? null : speech.quoted(claim.reason),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Its name as people gave it, or the id that nobody named. */
function ruleText(id: string, title: Text | null, speech: Speech): string {
  const called = speech.text(title);
  return called === '' ? id : speech.quoted(called);
}

/** Below what people can give a rule stands what the hall fills its screens with: that figure says nothing to them. */
const isRule = ({ priority }: Pick<z.infer<typeof Claim>, 'priority'>): boolean => priority >= -100;

/** Why a claim does not have the screen. */
export function lossWords(
  lost: z.infer<typeof Lost>,
  winner: z.infer<typeof Claim>,
  speech: Speech,
  { whys, priorities }: WhyWords,
): string {
  if (!Object.hasOwn(whys, lost.why)) return lost.why;
  return whys[lost.why as keyof WhyWords['whys']](
    speech.text(winner.title),
    lost.why === 'layer'
      ? speech.words.layers[winner.layer]
      : isRule(lost)
        ? priorities(winner.priority, lost.priority)
        : '',
  );
}
