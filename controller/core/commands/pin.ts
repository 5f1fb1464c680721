import type { Claim } from '../claim.ts';
import type { Change, HallState } from '../state.ts';
import { pinned } from './runs.ts';

/** What is on air from the schedule keeps the versions it started with; an edit is for later runs. */
export function pinActive(
  state: HallState,
  claims: readonly Claim[],
  now: number,
  concerns: (claim: Claim) => boolean = () => true,
): readonly Change[] {
  return claims
    .filter((claim) => claim.layer === 'scheduled' && claim.rule !== null && state.run[claim.run] === undefined)
    .filter((claim) => claim.from <= now && (claim.until === null || claim.until > now) && concerns(claim))
    .flatMap((claim): Change[] => {
      const rule = claim.rule === null ? undefined : state.rule[claim.rule];
      return [
        { kind: 'timeline', id: claim.timeline.hash, body: claim.timeline },
        { kind: 'run', id: claim.run, body: pinned(claim, rule?.targets ?? ['all'], rule?.except ?? []) },
      ];
    });
}

/** Lets go of what is on air, where it was pinned: the schedule alone says what becomes of it. */
export function unpin(
  state: HallState,
  now: number,
  concerns: (occurrence: { readonly rule: string; readonly date: string }) => boolean,
): readonly Change[] {
  return Object.values(state.run)
    .filter(({ rule, until, id }) => {
      if (rule === null || (until !== null && until <= now)) return false;
      return concerns({ rule, date: dateOfOccurrence(id) });
    })
    .map(({ id }) => ({ kind: 'run', id, body: null }));
}

/** The local date in an occurrence's id, `rule@YYYY-MM-DDTHH:MM`. */
function dateOfOccurrence(run: string): string {
  return run.slice(run.lastIndexOf('@') + 1).slice(0, 10);
}
