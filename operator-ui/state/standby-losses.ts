import type { StandbyView } from '#shared/facts.ts';

/** Screens that a colleague has armed for something else since. */
export interface StandbyLoss {
  /** One's own, as it was. */
  readonly mine: StandbyView;
  readonly by: StandbyView;
  readonly screens: readonly string[];
  /** Whether the rest of it is armed still. */
  readonly isLeft: boolean;
}

/** What `me` has lost between two views of what is armed; what was fired or stood down is not lost. */
export function lossesOf(
  before: readonly StandbyView[],
  after: readonly StandbyView[],
  me: string,
): readonly StandbyLoss[] {
  const theirs = after.filter(({ id, owner }) => owner !== me && !before.some((known) => known.id === id));
  return before
    .filter(({ owner }) => owner === me)
    .flatMap((mine) => {
      const left = after.find(({ id }) => id === mine.id)?.screens ?? [];
      return theirs.flatMap((by): StandbyLoss[] => {
        const screens = mine.screens.filter((screen) => !left.includes(screen) && by.screens.includes(screen));
        return screens.length === 0 ? [] : [{ mine, by, screens, isLeft: left.length > 0 }];
      });
    });
}
