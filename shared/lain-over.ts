/** What is to be known of a run to tell whether something would lie over it. */
export interface HeldRun {
  readonly id: string;
  readonly layer: string;
  /** ms; `until` null: until it is released. */
  readonly from: number;
  readonly until: number | null;
}

/** What lies over a run, and on which of its screens. */
export interface LainOver<R> {
  readonly run: R;
  readonly screens: readonly string[];
}

/**
 * What is held by hand and a take would lie over that begins at `at` (ms) and comes to `screens`: to each of them, in
 * whichever cue. On each screen that is the newest run that has something for it. The hall refuses by this and the
 * console asks by it (docs/decisions/0038-what-a-take-lies-over.md).
 */
export function lainOver<R extends HeldRun>(
  screens: Iterable<string>,
  at: number,
  runs: readonly R[],
  screensOf: (run: R) => ReadonlySet<string> | readonly string[],
): readonly LainOver<R>[] {
  const held = runs
    .filter(({ layer, from, until }) => layer === 'manual' && from <= at && (until ?? Infinity) > at)
    .toSorted((a, b) => b.from - a.from || (a.id < b.id ? 1 : -1))
    .map((run) => ({ run, its: new Set(screensOf(run)) }));
  const beneath = Map.groupBy(new Set(screens), (screen) => held.find(({ its }) => its.has(screen)));
  return held.flatMap((one) => {
    const on = beneath.get(one);
    return on === undefined ? [] : [{ run: one.run, screens: on }];
  });
}
