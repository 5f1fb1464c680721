import type { RunView, ScreenState } from '#shared/facts.ts';
import type { Seen } from './seen.ts';

/** Whether the run is on at the instant, ms. */
export function isOn({ from, until }: RunView, now: number): boolean {
  return from <= now && (until === null || until > now);
}

/** Of the schedule's runs to come so many are told. */
const comingTold = 3;

/** What is to come, the soonest first: everything that somebody has set for a time, and what the schedule brings next. */
export function comingRuns(runs: readonly RunView[], now: number): readonly RunView[] {
  const coming = runs
    .filter(({ from, layer }) => from > now && layer !== 'ambient')
    .toSorted((a, b) => a.from - b.from);
  const byTheSchedule = new Set(coming.filter(({ layer }) => layer !== 'manual').slice(0, comingTold));
  return coming.filter((run) => run.layer === 'manual' || byTheSchedule.has(run));
}

/** What runs of what people started, the newest first: what a screen shows, and what lies beneath others on all of its. */
export interface OnNow {
  readonly seen: readonly RunView[];
  readonly beneath: readonly RunView[];
}

export function onNow(runs: readonly RunView[], screens: readonly ScreenState[], now: number): OnNow {
  const shown = new Set(screens.map(({ desired }) => desired.run));
  const on = runs
    .filter((run) => isOn(run, now) && run.layer !== 'ambient' && run.layer !== 'closed')
    .toSorted((a, b) => b.from - a.from);
  // Only what is held by hand piles up; what the schedule brings ends by itself and is told of as it is.
  const isBeneath = (run: RunView): boolean => run.layer === 'manual' && !shown.has(run.id);
  return { seen: on.filter((run) => !isBeneath(run)), beneath: on.filter(isBeneath) };
}

/**
 * The manual runs that Release ends: those on any of the chosen screens; with none chosen the only one that is seen, and
 * nothing where there are several. `within`: all screens that this person may touch; null: every one.
 */
export function releasable(
  { seen, beneath }: OnNow,
  selected: ReadonlySet<string>,
  within: ReadonlySet<string> | null = null,
): readonly RunView[] {
  const isByHand = heldWithin(within);
  const byHand = seen.filter(isByHand);
  if (selected.size === 0) return byHand.length === 1 ? byHand : [];
  return [...byHand, ...beneath.filter(isByHand)].filter(({ screens }) =>
    screens.some((screen) => selected.has(screen)),
  );
}

/** How many are held by hand where none of them is chosen, and Release would have to guess. */
export function undecided(on: OnNow, selected: ReadonlySet<string>, within: ReadonlySet<string> | null = null): number {
  const byHand = [...on.seen, ...on.beneath].filter(heldWithin(within));
  return selected.size === 0 && releasable(on, selected, within).length === 0 ? byHand.length : 0;
}

/** Held by hand, and nowhere but on these screens; null: wherever. */
function heldWithin(within: ReadonlySet<string> | null): (run: RunView) => boolean {
  return ({ layer, targets }) => layer === 'manual' && (within === null || targets.every((id) => within.has(id)));
}

/** What is on, what Release would end of it, and among how many it would have to guess. */
export function heldNow(
  { runs, screens }: Pick<Seen, 'runs' | 'screens'>,
  selected: ReadonlySet<string>,
  within: ReadonlySet<string> | null,
  now: number,
): { readonly on: OnNow; readonly releases: readonly RunView[]; readonly undecided: number } {
  const on = onNow(runs, Object.values(screens), now);
  return { on, releases: releasable(on, selected, within), undecided: undecided(on, selected, within) };
}

/** How long before its end a run held by hand reminds its owner, ms. */
const reminderMs = 2 * 60_000;

export function endingSoon(run: RunView, now: number): boolean {
  return run.layer === 'manual' && isOn(run, now) && run.until !== null && run.until - now < reminderMs;
}
