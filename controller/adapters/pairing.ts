import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { runRefusals } from '#shared/words/run-refusals.ts';
import { randomInt, randomUUID } from 'node:crypto';
import type { ScreenId } from '#shared/ids.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Actor, Answer, HallEngine } from '#core/ports.ts';
import { createOneTimeCodes } from './identity/one-time-codes.ts';
import { freshSecret, hashSecret } from './identity/secrets.ts';
import { createRateLimit } from './rate-limit.ts';

export interface Paired {
  readonly screen: ScreenId;
  /** Known to the player alone; the hall keeps its hash. */
  readonly token: string;
}

export interface Offered {
  readonly code: string;
  /** ms of shared time. */
  readonly expiresAt: number;
}

export interface Shown {
  readonly code: string;
  readonly expiresInMs: number;
  /** The player is gone: nobody can claim the code any more. */
  readonly forget: () => void;
}

/** Brings players and screens together, by a code that either side shows to the other. Codes work once. */
export interface Pairing {
  /** A new player wants a code to show; `onPaired` is called once when a technician has typed it in. */
  askCode(address: string, onPaired: (paired: Paired) => void): Shown | Problem;
  /** A technician types in the code that a player shows. */
  confirm(code: string, screen: ScreenId, actor: Actor): Promise<Answer>;
  /** A technician wants a one-time URL for a screen. */
  offer(screen: ScreenId, actor: Actor): Offered | Problem;
  /** A player brings the code of a one-time URL. */
  claimWithCode(address: string, code: string): Promise<Paired | Problem>;
  /** Withdraws the one-time URLs of a screen. */
  withdrawOffers(screen: string): void;
}

const minuteMs = 60_000;
const codeLastsMs = 10 * minuteMs;
/** Nothing that reads like another: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const alphabet = '34679ACDEFGHJKMNPQRTUVWXY';
const codeLength = 6;
const openCodes = 200;

export function createPairing(engine: Pick<HallEngine, 'state' | 'now' | 'order'>): Pairing {
  const shown = createOneTimeCodes<(paired: Paired) => void>(engine.now, openCodes);
  const offered = createOneTimeCodes<{ readonly screen: ScreenId; readonly actor: Actor }>(engine.now, openCodes);
  const asking = createRateLimit({ now: engine.now, limit: 30, perMs: minuteMs });
  const wrongCodes = createRateLimit({ now: engine.now, limit: 10, perMs: minuteMs });

  async function pair(screen: ScreenId, actor: Actor): Promise<{ readonly answer: Answer; readonly token: string }> {
    const token = freshSecret();
    const answer = await engine.order({
      commandId: `pairing/${randomUUID()}`,
      actor,
      command: { type: 'screen.pair', screen, tokenHash: hashSecret(token) },
    });
    return { answer, token };
  }

  const tooMany = (): Problem => problem('too-many', no.tooManyCodes());

  return {
    askCode(address, onPaired) {
      if (!asking.use(address)) return tooMany();
      const code = freshCode();
      if (!shown.add(code, onPaired, engine.now() + codeLastsMs)) return problem('too-many', no.tooManyPlayers());
      return { code, expiresInMs: codeLastsMs, forget: () => shown.drop(code) };
    },
    async confirm(given, screen, actor) {
      const key = actor.is === 'person' ? actor.id : actor.is;
      const code = given.toUpperCase().replaceAll(/[\s-]/g, '');
      // Asked before the code is used up: a slip in the screen's name costs nothing.
      if (engine.state().hall['hall']?.screens.every(({ id }) => id !== screen) ?? true)
        return {
          ok: false,
          problem: problem('not-found', runRefusals.noScreen(screen), [
            { path: 'screen', message: `unknown: ${screen}` },
          ]),
        };
      if (!wrongCodes.isOpen(key)) return { ok: false, problem: tooMany() };
      const onPaired = shown.redeem(code);
      if (onPaired === null) {
        wrongCodes.use(key);
        return {
          ok: false,
          problem: problem('not-found', no.noSuchCode(code)),
        };
      }
      const { answer, token } = await pair(screen, actor);
      if (answer.ok) onPaired({ screen, token });
      return answer;
    },
    offer(screen, actor) {
      const code = freshSecret();
      const expiresAt = engine.now() + codeLastsMs;
      return offered.add(code, { screen, actor }, expiresAt)
        ? { code, expiresAt }
        : problem('too-many', no.tooManyLinks());
    },
    async claimWithCode(address, code) {
      if (!wrongCodes.isOpen(address)) return tooMany();
      const found = offered.redeem(code);
      if (found === null) {
        wrongCodes.use(address);
        return problem('not-found', no.linkSpent());
      }
      const { answer, token } = await pair(found.screen, found.actor);
      return answer.ok ? { screen: found.screen, token } : answer.problem;
    },
    withdrawOffers(screen) {
      offered.dropWhere((offer) => offer.screen === screen);
    },
  };
}

function freshCode(): string {
  return Array.from({ length: codeLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
