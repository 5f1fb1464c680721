import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { problem } from '#shared/problem.ts';
import { refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import { hallOf, type HallState, type ScreenToken } from '../state.ts';
import type { Deed } from '../words/deeds.ts';
import { noMore } from './keeping-out.ts';
import { noScreen } from './screens.ts';

/** A token that somebody has copied without being seen is good for so long at most. */
const tokenLastsMs = 30 * 24 * 3_600_000;
/** A year of them: an old image of a player's disk is still known for what it is. */
const spentKept = 12;
/** Whoever goes on trying an old token does not fill the journal. */
const toldAgainMs = 3_600_000;

type Of<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

const notPaired = (screen: string): Outcome => refuse(problem('not-found', no.notPaired(screen)));

const put = (token: ScreenToken, deed: Deed): Outcome => ({
  ok: true,
  changes: [{ kind: 'screenToken', id: token.id, body: token }],
  answer: { screen: token.id },
  deeds: [deed],
});

export function pair(state: HallState, command: Of<'screen.pair'>, { now }: StepContext): Outcome {
  const screen = hallOf(state).screens.find((candidate) => candidate.id === command.screen);
  if (screen === undefined) return noScreen(command.screen);
  const { id, number } = screen;
  const { tokenHash } = command;
  const token = { id, tokenHash, pairedAt: now, dueAt: now + tokenLastsMs, next: null, spent: [], copy: null };
  return {
    ok: true,
    // Whoever was kept out is another player than this.
    changes: [{ kind: 'screenToken', id, body: token }, ...noMore(state, id)],
    answer: { screen: id },
    deeds: [['paired', number, id, state.screenToken[id] !== undefined]],
  };
}

export function unpair(state: HallState, id: string): Outcome {
  if (state.screenToken[id] === undefined) return notPaired(id);
  return {
    ok: true,
    changes: [{ kind: 'screenToken', id, body: null }, ...noMore(state, id)],
    answer: { screen: id },
    deeds: [['unpaired', id]],
  };
}

export function renewToken(state: HallState, { screen }: Of<'screen.renew-token'>, { now }: StepContext): Outcome {
  const token = state.screenToken[screen];
  if (token === undefined) return notPaired(screen);
  return put({ ...token, dueAt: Math.min(token.dueAt, now) }, ['askedNewToken', screen]);
}

/** An earlier offer that was never used is forgotten: its player has lost it, or will be told that it came too late. */
export function offerToken(state: HallState, { screen, tokenHash }: Of<'screen.offer-token'>): Outcome {
  const token = state.screenToken[screen];
  if (token === undefined) return notPaired(screen);
  return put({ ...token, next: tokenHash }, ['offeredToken', screen]);
}

export function useToken(
  state: HallState,
  { screen, tokenHash }: Of<'screen.use-token'>,
  { now }: StepContext,
): Outcome {
  const token = state.screenToken[screen];
  if (token === undefined) return notPaired(screen);
  // Asked again by a player that has not heard the answer.
  if (token.tokenHash === tokenHash) return { ok: true, changes: [], answer: { screen }, deeds: [] };
  if (token.next !== tokenHash) return refuse(problem('conflict', no.tokenSuperseded(screen)));
  const spent = [token.tokenHash, ...token.spent].slice(0, spentKept);
  return put({ ...token, tokenHash, dueAt: now + tokenLastsMs, next: null, spent }, ['usedToken', screen]);
}

/** Pairing anew or revoking settles it; a new token alone does not. */
export function tellCopy(state: HallState, { screen, from }: Of<'screen.tell-copy'>, { now }: StepContext): Outcome {
  const token = state.screenToken[screen];
  if (token === undefined) return notPaired(screen);
  if (token.copy !== null && now - token.copy.at < toldAgainMs)
    return { ok: true, changes: [], answer: { screen }, deeds: [] };
  return put({ ...token, copy: { from, at: now } }, ['toldCopy', screen, from]);
}
