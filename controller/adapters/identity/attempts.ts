/** Who tries to be whom from where. */
export interface Attempt {
  /** The account as it was typed: whether it exists makes no difference. */
  readonly account: string;
  /** The place on the network, or the tablet. */
  readonly place: string;
}

/**
 * Failed attempts to sign in, and the growing wait that they bring. A wait belongs to the pair of account and place, and
 * to the place; never to the account alone, or a stranger could keep somebody out of their own hall.
 */
export interface Attempts {
  /** ms until this may be tried; 0 now. */
  waitMs(attempt: Attempt): number;
  /** To be called before the check: guesses that are sent all at once count as well. */
  failed(attempt: Attempt): void;
  /** It was right after all: takes the failure back, and forgets the pair's slips. */
  succeeded(attempt: Attempt): void;
}

const secondMs = 1000;
const hourMs = 3_600_000;
const longestWaitMs = 15 * 60 * secondMs;
/** Without a wait: a person's slips. */
const freeForPair = 5;
const freeForPlace = 20;
/** While an account is tried from many places, each has less room. */
const freeUnderAttack = 1;
const attackFrom = 50;
const remembered = 20_000;

interface Tally {
  readonly count: number;
  readonly at: number;
}

export function createAttempts(now: () => number): Attempts {
  const pairs = new Map<string, Tally>();
  const places = new Map<string, Tally>();
  const accounts = new Map<string, Tally>();

  const pairKey = ({ account, place }: Attempt): string => `${place}\n${account}`;
  /** Nothing happened for an hour: forgotten. */
  const tallyOf = (tallies: Map<string, Tally>, key: string): Tally => {
    const found = tallies.get(key);
    return found === undefined || now() - found.at > hourMs ? { count: 0, at: -Infinity } : found;
  };
  const add = (tallies: Map<string, Tally>, key: string): void => {
    const { count } = tallyOf(tallies, key);
    tallies.delete(key);
    tallies.set(key, { count: count + 1, at: now() });
    const [oldest] = tallies.keys();
    if (tallies.size > remembered && oldest !== undefined) tallies.delete(oldest);
  };
  const takeBack = (tallies: Map<string, Tally>, key: string): void => {
    const { count, at } = tallyOf(tallies, key);
    tallies.set(key, { count: Math.max(0, count - 1), at });
  };
  const waitAfter = ({ count, at }: Tally, free: number): number => {
    if (count < free) return 0;
    const wait = Math.min(longestWaitMs, secondMs * 2 ** (count - free));
    return Math.max(0, at + wait - now());
  };

  return {
    waitMs(attempt) {
      const isUnderAttack = tallyOf(accounts, attempt.account).count >= attackFrom;
      return Math.max(
        waitAfter(tallyOf(pairs, pairKey(attempt)), isUnderAttack ? freeUnderAttack : freeForPair),
        waitAfter(tallyOf(places, attempt.place), freeForPlace),
      );
    },
    failed(attempt) {
      add(pairs, pairKey(attempt));
      add(places, attempt.place);
      add(accounts, attempt.account);
    },
    succeeded(attempt) {
      pairs.delete(pairKey(attempt));
      takeBack(places, attempt.place);
      takeBack(accounts, attempt.account);
    },
  };
}
