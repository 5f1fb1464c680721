import type { Applied } from '#shared/report.ts';
import type { SkewSummary } from '../core/ports.ts';
import { percentilesOf } from '../core/view/ledger.ts';

export interface Skew {
  add(applied: Applied): void;
  summary(): SkewSummary;
}

const keptChanges = 2_000;
const keptTakes = 200;

export function createSkew(): Skew {
  let lateness: number[] = [];
  const takes = new Map<string, { first: number; last: number; screens: number }>();
  let changes = 0;
  let droppedFrames = 0;
  return {
    add({ run, cue, plannedAt, shownAt, latenessMs, droppedFrames: dropped }) {
      changes += 1;
      droppedFrames += dropped;
      lateness.push(latenessMs);
      // A thousand come at once; the oldest go in whole lots.
      if (lateness.length >= 2 * keptChanges) lateness = lateness.slice(-keptChanges);
      const key = `${run}/${cue}@${plannedAt}`;
      const take = takes.get(key) ?? { first: shownAt, last: shownAt, screens: 0 };
      takes.delete(key);
      takes.set(key, {
        first: Math.min(take.first, shownAt),
        last: Math.max(take.last, shownAt),
        screens: take.screens + 1,
      });
      const [oldest] = takes.keys();
      if (takes.size > keptTakes && oldest !== undefined) takes.delete(oldest);
    },
    summary() {
      const together = [...takes.values()].filter(({ screens }) => screens > 1);
      return {
        changes,
        droppedFrames,
        lateness: percentilesOf(lateness.slice(-keptChanges)),
        spread: percentilesOf(together.map(({ first, last }) => last - first)),
      };
    },
  };
}
