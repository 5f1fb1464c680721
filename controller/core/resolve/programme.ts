import type { ProgrammeItem } from '#shared/plan.ts';
import type { Claim } from '../claim.ts';
import type { Compile } from '../compile.ts';
import { dayMs, midnight, toInstant, toLocal } from '../schedule/zone.ts';
import type { HallState } from '../state.ts';
import type { ScheduleMemo } from './memo.ts';
import { windowAround, type GroupClosed } from './window.ts';

const maxItems = 200;

/**
 * What visitors may read of today and tomorrow, local dates of `now`: the listed scheduled occurrences, in order. One
 * that the closed hours hide from beginning to end is not there.
 */
export function programmeOf(
  state: HallState,
  compile: Compile,
  claims: readonly Claim[],
  now: number,
  memo: ScheduleMemo,
): readonly ProgrammeItem[] {
  const { zone, closed } = windowAround(state, compile, now - 2 * dayMs, now + 2 * dayMs, memo);
  const today = midnight(toLocal(zone, now));
  const from = toInstant(zone, today);
  const until = toInstant(zone, today + 2 * dayMs);
  return claims
    .filter(
      (claim) =>
        claim.from >= from &&
        claim.from < until &&
        claim.layer === 'scheduled' &&
        claim.listed &&
        claim.rule !== null &&
        (claim.outsideHours || !isHidden(claim, closed)),
    )
    .toSorted((a, b) => a.from - b.from || (a.run < b.run ? -1 : 1))
    .slice(0, maxItems)
    .map(({ run, rule, timeline, from: starts, until: ends, language }) => ({
      run,
      title: (rule === null ? undefined : state.rule[rule]?.title) ?? timeline.title,
      from: starts,
      until: ends,
      language,
    }));
}

/** Whether the closed hours hide the claim on all of its screens, from beginning to end. */
function isHidden(claim: Claim, closed: readonly GroupClosed[]): boolean {
  const hides = ({ stretches }: GroupClosed): boolean => stretches.some((stretch) => isWithin(claim, stretch));
  // Most halls open as one, and most occurrences are within the hours: who of which group is asked last.
  if (closed.length === 1) return closed.every(hides);
  return closed.every((one) => hides(one) || !one.group.screens.some((screen) => claim.screens.has(screen)));
}

function isWithin(claim: Claim, stretch: { readonly from: number; readonly until: number }): boolean {
  return claim.from >= stretch.from && (claim.until ?? Infinity) <= stretch.until;
}
