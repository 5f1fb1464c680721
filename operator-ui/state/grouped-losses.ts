import type { Loss } from '#shared/desk.ts';

/** The same that one colleague did to several things of one person, the newest last. */
export type LossGroup = readonly [Loss, ...Loss[]];

/** What is to be told, a row for each colleague and what they did; the rows stand as the first news of each came. */
export function groupedLosses(losses: readonly Loss[]): readonly LossGroup[] {
  const byKind = Map.groupBy(
    losses.toSorted((a, b) => a.at - b.at),
    ({ how, by }) => JSON.stringify([how, by]),
  );
  return [...byKind.values()].flatMap(([first, ...rest]): LossGroup[] =>
    first === undefined ? [] : [[first, ...rest]],
  );
}
