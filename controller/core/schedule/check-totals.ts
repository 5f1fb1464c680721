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
  const mark = (found: string, expected: string): void =>
    void flaws.push({ kind: 'rule', id: '(all)', path: 'when', found, expected });
  if (all.length > mostRules) mark(`more than ${mostRules} rules`, 'fewer: delete those that are over');
  let starts = 0;
  for (const { when, enabled } of all) {
    if (!enabled || !('cron' in when)) continue;
    const parsed = parseCron(when.cron);
    if (parsed.ok) starts += parsed.cron.timesMs.length;
    if (starts <= mostStartsADay) continue;
    mark(
      `more than ${mostStartsADay} starts a day, all repeating rules together`,
      'fewer: let them come less often, or switch some off',
    );
    break;
  }
  return flaws;
}
