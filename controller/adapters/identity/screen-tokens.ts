import type { Actor, HallEngine, ScreenToken } from '#core/ports.ts';
import { matchesHash } from './secrets.ts';

/** What a player or its host shows at the door: its token, and perhaps the one to come after it. */
export interface ShownTokens {
  readonly screen: string;
  readonly token: string;
  readonly next?: string | undefined;
}

export type TokenStanding =
  | { readonly is: 'in-force' }
  /** Good, and shown for the first time: it takes the place of the one in force. */
  | { readonly is: 'successor'; readonly token: string }
  /** Replaced before: whoever has nothing better has a copy. */
  | { readonly is: 'spent' }
  | { readonly is: 'unknown' };

/** The best of what was shown. Whoever holds the token in force and an older one is the player, and has missed an answer. */
export function standingOf(stored: ScreenToken | undefined, shown: ShownTokens): TokenStanding {
  const tokens = shown.next === undefined ? [shown.token] : [shown.token, shown.next];
  if (stored === undefined) return { is: 'unknown' };
  if (tokens.some((token) => matchesHash(token, stored.tokenHash))) return { is: 'in-force' };
  const { next } = stored;
  const successor = next === null ? undefined : tokens.find((token) => matchesHash(token, next));
  if (successor !== undefined) return { is: 'successor', token: successor };
  const isSpent = tokens.some((token) => stored.spent.some((hash) => matchesHash(token, hash)));
  return { is: isSpent ? 'spent' : 'unknown' };
}

/** The hall's record of a screen's token, if it has one. */
export function storedToken(hall: Pick<HallEngine, 'state'>, screen: string): ScreenToken | undefined {
  const tokens = hall.state().screenToken;
  return Object.hasOwn(tokens, screen) ? tokens[screen] : undefined;
}

/** The screen that these tokens open, or a stranger. */
export function actorOfScreen(hall: Pick<HallEngine, 'state'>, shown: ShownTokens): Actor {
  const { is } = standingOf(storedToken(hall, shown.screen), shown);
  return is === 'in-force' || is === 'successor' ? { is: 'screen', screen: shown.screen } : { is: 'stranger' };
}
