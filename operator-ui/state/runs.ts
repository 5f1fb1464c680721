import type { RunView } from '#shared/facts.ts';

/** Whether the run is on at the instant, ms. */
export function isOn({ from, until }: RunView, now: number): boolean {
  return from <= now && (until === null || until > now);
}

/**
 * The manual runs that Release ends: those on any of the chosen screens; with none chosen the only one there is, and
 * nothing where there are several.
 */
export function releasable(runs: readonly RunView[], selected: ReadonlySet<string>, now: number): readonly RunView[] {
  const byHand = runs.filter((run) => run.layer === 'manual' && isOn(run, now));
  if (selected.size > 0) return byHand.filter((run) => run.screens.some((screen) => selected.has(screen)));
  return byHand.length === 1 ? byHand : [];
}

export function emergencyOf(runs: readonly RunView[], now: number): RunView | null {
  return runs.find((run) => run.layer === 'emergency' && isOn(run, now)) ?? null;
}

/** How long before its end a run held by hand reminds its owner, ms. */
const reminderMs = 2 * 60_000;

export function endingSoon(run: RunView, now: number): boolean {
  return run.layer === 'manual' && isOn(run, now) && run.until !== null && run.until - now < reminderMs;
}
