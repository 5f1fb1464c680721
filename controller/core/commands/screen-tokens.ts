import { problem } from '#shared/problem.ts';
import { refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import { hallOf, type HallState, type ScreenToken } from '../state.ts';
import { noScreen } from './screens.ts';

/** A token that somebody has copied without being seen is good for so long at most. */
const tokenLastsMs = 30 * 24 * 3_600_000;
/** A year of them: an old image of a player's disk is still known for what it is. */
const spentKept = 12;

type Of<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

const notPaired = (screen: string): Outcome => refuse(problem('not-found', `Screen ${screen} is not paired.`));

const put = (token: ScreenToken, summary: string): Outcome => ({
  ok: true,
  changes: [{ kind: 'screenToken', id: token.id, body: token }],
  answer: { screen: token.id },
  summary,
});

export function pair(state: HallState, command: Of<'screen.pair'>, { now }: StepContext): Outcome {
  const screen = hallOf(state).screens.find((candidate) => candidate.id === command.screen);
  if (screen === undefined) return noScreen(command.screen);
  const { id, number } = screen;
  const { tokenHash } = command;
  return put(
    { id, tokenHash, pairedAt: now, dueAt: now + tokenLastsMs, next: null, spent: [] },
    state.screenToken[id] === undefined
      ? `paired a player with screen ${number} ${id}`
      : `paired a new player with screen ${number} ${id}; the one before has lost its token`,
  );
}

export function unpair(state: HallState, id: string): Outcome {
  if (state.screenToken[id] === undefined) return notPaired(id);
  return {
    ok: true,
    changes: [{ kind: 'screenToken', id, body: null }],
    answer: { screen: id },
    summary: `revoked the token of screen ${id}`,
  };
}

export function renewToken(state: HallState, { screen }: Of<'screen.renew-token'>, { now }: StepContext): Outcome {
  const token = state.screenToken[screen];
  if (token === undefined) return notPaired(screen);
  return put({ ...token, dueAt: Math.min(token.dueAt, now) }, `asked for a new token for screen ${screen}`);
}

/** An earlier offer that was never used is forgotten: its player has lost it, or will be told that it came too late. */
export function offerToken(state: HallState, { screen, tokenHash }: Of<'screen.offer-token'>): Outcome {
  const token = state.screenToken[screen];
  if (token === undefined) return notPaired(screen);
  return put({ ...token, next: tokenHash }, `gave the player of screen ${screen} a new token to come after its own`);
}

export function useToken(
  state: HallState,
  { screen, tokenHash }: Of<'screen.use-token'>,
  { now }: StepContext,
): Outcome {
  const token = state.screenToken[screen];
  if (token === undefined) return notPaired(screen);
  // Asked again by a player that has not heard the answer.
  if (token.tokenHash === tokenHash) return { ok: true, changes: [], answer: { screen }, summary: '' };
  if (token.next !== tokenHash)
    return refuse(problem('conflict', `Screen ${screen} was given another token since; this one was never used.`));
  const spent = [token.tokenHash, ...token.spent].slice(0, spentKept);
  return put(
    { ...token, tokenHash, dueAt: now + tokenLastsMs, next: null, spent },
    `the player of screen ${screen} uses its new token; the one before is good no more`,
  );
}
