import type { Said } from '#shared/said.ts';
import { expected, found } from '#shared/words/flaw-words.ts';
import type { ImportedDocuments } from '../command.ts';
import type { Flaw } from '../flaw.ts';
import { parseCron } from './cron.ts';

/** As many rules as a hall may have. Those that came once stay until somebody deletes them. */
export const mostRules = 20_000;

/** As often as all repeating rules together may start on one day: plans for every screen are made from all of them. */
export const mostStartsADay = 5_000;

/** Whether there is more of the schedule than a hall can follow without keeping people waiting. */
export function checkTotals({ rule: rules }: ImportedDocuments): readonly Flaw[] {
  const all = Object.values(rules);
  const flaws: Flaw[] = [];
  const mark = (what: Said, wanted: Said): void =>
    void flaws.push({ kind: 'rule', id: '(all)', path: 'when', found: what, expected: wanted });
  if (all.length > mostRules) mark(found.tooManyRules(mostRules), expected.fewerRules());
  let starts = 0;
  for (const { when, enabled } of all) {
    if (!enabled || !('cron' in when)) continue;
    const parsed = parseCron(when.cron);
    if (parsed.ok) starts += parsed.cron.timesMs.length;
    if (starts <= mostStartsADay) continue;
    mark(found.tooManyStarts(mostStartsADay), expected.fewerStarts());
    break;
  }
  return flaws;
}
