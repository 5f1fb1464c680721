import type { RunView, ScreenState } from '#shared/facts.ts';
import { emergencyOf } from './runs.ts';
import type { Seen, Take } from './seen.ts';

/** How far an emergency has come. */
export interface EmergencySeen {
  readonly run: RunView;
  readonly isDrill: boolean;
  readonly confirmed: readonly string[];
  readonly missing: readonly string[];
  /** From the decision to the last screen that confirmed, ms; null while none has told. */
  readonly lastMs: number | null;
}

/** The emergency that is on, and how far it has come; null: there is none. */
export function emergencyNow({ runs, screens, takes }: Seen, now: number): EmergencySeen | null {
  const run = emergencyOf(runs, now);
  return run === null ? null : emergencySeen(run, screens, takes);
}

/** Which screens say that they show it; a screen that says nothing has not confirmed. */
export function emergencySeen(
  run: RunView,
  screens: Readonly<Record<string, ScreenState>>,
  takes: readonly Take[],
): EmergencySeen {
  const confirmed = run.screens.filter((id) => screens[id]?.reported?.shown?.run === run.id);
  const shownAt = takes
    .filter((take) => take.run === run.id)
    .flatMap(({ applied }) => applied.map((one) => one.shownAt));
  return {
    run,
    isDrill: run.reason === 'drill',
    confirmed,
    missing: run.screens.filter((id) => !confirmed.includes(id)),
    lastMs: shownAt.length === 0 ? null : Math.max(...shownAt) - run.from,
  };
}
