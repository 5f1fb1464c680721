import type { RunView, ScreenState } from '#shared/facts.ts';
import type { Seen, Take } from './seen.ts';

/** How far an emergency has come, on the screens where no newer one lies over it. */
export interface EmergencySeen {
  readonly run: RunView;
  readonly isDrill: boolean;
  readonly confirmed: readonly string[];
  readonly missing: readonly string[];
  /** Screens of its own that are to show a newer one. */
  readonly covered: readonly string[];
  /** From the decision to the last screen that confirmed, ms; null while none has told. */
  readonly lastMs: number | null;
}

/** All that are on, the newest first, and the screens of all of them together: each is counted once. */
export interface EmergenciesSeen {
  readonly all: readonly [EmergencySeen, ...EmergencySeen[]];
  readonly screens: readonly string[];
  readonly confirmed: readonly string[];
  readonly missing: readonly string[];
}

/**
 * The emergencies that are on, in the order of their layer: the later start lies above, then the lower id. They begin
 * when they are raised, and the console's clock goes in whole seconds: one that has not begun by it is on.
 */
export function emergenciesOf(runs: readonly RunView[], now: number): readonly RunView[] {
  return runs
    .filter(({ layer, until }) => layer === 'emergency' && (until === null || until > now))
    .toSorted((a, b) => b.from - a.from || (a.id < b.id ? -1 : 1));
}

/** The emergencies that are on, and how far they have come; null: there is none. */
export function emergenciesNow({ runs, screens, takes }: Seen, now: number): EmergenciesSeen | null {
  const counted = new Set<string>();
  const [newest, ...others] = emergenciesOf(runs, now).map((run) => {
    const own = run.screens.filter((id) => !counted.has(id));
    for (const id of own) counted.add(id);
    return emergencySeen(run, own, screens, takes);
  });
  if (newest === undefined) return null;
  const all = [newest, ...others] as const;
  return {
    all,
    screens: [...counted],
    confirmed: all.flatMap(({ confirmed }) => confirmed),
    missing: all.flatMap(({ missing }) => missing),
  };
}

/** Which of these screens say that they show it; a screen that says nothing has not confirmed. */
function emergencySeen(
  run: RunView,
  own: readonly string[],
  screens: Readonly<Record<string, ScreenState>>,
  takes: readonly Take[],
): EmergencySeen {
  const confirmed = own.filter((id) => screens[id]?.reported?.shown?.run === run.id);
  const shownAt = takes
    .filter((take) => take.run === run.id)
    .flatMap(({ applied }) => applied.map((one) => one.shownAt));
  return {
    run,
    isDrill: run.reason === 'drill',
    confirmed,
    missing: own.filter((id) => !confirmed.includes(id)),
    covered: run.screens.filter((id) => !own.includes(id)),
    lastMs: shownAt.length === 0 ? null : Math.max(...shownAt) - run.from,
  };
}

/** Whether every one of these screens is dark, and not for practice: another blackout would change nothing. */
export function isDark(seen: EmergenciesSeen | null, screens: readonly string[]): boolean {
  const dark = seen?.all.filter(({ run, isDrill }) => run.source.id === 'blackout' && !isDrill) ?? [];
  const reached = new Set(dark.flatMap(({ confirmed, missing }) => [...confirmed, ...missing]));
  return screens.length > 0 && screens.every((id) => reached.has(id));
}
