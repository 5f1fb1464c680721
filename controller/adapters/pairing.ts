import { randomInt, randomUUID } from 'node:crypto';
import { problem, type Problem } from '#shared/problem.ts';
import type { Actor, Answer, HallEngine } from '#core/ports.ts';
import { createOneTimeCodes } from './identity/one-time-codes.ts';
import { freshSecret, hashSecret } from './identity/secrets.ts';
import { createRateLimit } from './rate-limit.ts';

export interface Paired {
  readonly screen: string;
  /** Known to the player alone; the hall keeps its hash. */
  readonly token: string;
}

export type Offered =
  | { readonly ok: true; readonly code: string; readonly expiresAt: number }
  | { readonly ok: false; readonly problem: Problem };

export type Asked =
  | { readonly ok: true; readonly code: string; readonly expiresInMs: number; readonly withdraw: () => void }
  | { readonly ok: false; readonly problem: Problem };

export type Claimed =
  | { readonly ok: true; readonly paired: Paired }
  | { readonly ok: false; readonly problem: Problem };

/** Brings players and screens together, by a code that either side shows to the other. Codes work once. */
export interface Pairing {
  /** A new player wants a code to show; `onPaired` is called once when a technician has typed it in. */
  askCode(address: string, onPaired: (paired: Paired) => void): Asked;
  /** A technician types in the code that a player shows. */
  confirm(code: string, screen: string, actor: Actor): Promise<Answer>;
  /** A technician wants a one-time URL for a screen. */
  offer(screen: string, actor: Actor): Offered;
  /** A player brings the code of a one-time URL. */
  claimWithCode(code: string, address: string): Promise<Claimed>;
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
  const offered = createOneTimeCodes<{ readonly screen: string; readonly actor: Actor }>(engine.now, openCodes);
  const asking = createRateLimit({ now: engine.now, limit: 30, perMs: minuteMs });
  const wrongCodes = createRateLimit({ now: engine.now, limit: 10, perMs: minuteMs });

  async function pair(screen: string, actor: Actor): Promise<{ readonly answer: Answer; readonly token: string }> {
    const token = freshSecret();
    const answer = await engine.order({
      commandId: `pairing/${randomUUID()}`,
      actor,
      command: { type: 'screen.pair', screen, tokenHash: hashSecret(token) },
    });
    return { answer, token };
  }

  const tooMany = (): Problem =>
    problem('too-many', 'Too many pairing codes from this address. Wait a minute, then try again.');

  return {
    askCode(address, onPaired) {
      if (!asking.use(address)) return { ok: false, problem: tooMany() };
      const code = freshCode();
      if (!shown.add(code, onPaired, engine.now() + codeLastsMs))
        return {
          ok: false,
          problem: problem(
            'too-many',
            'Too many players are waiting to be paired. Pair one of them, or wait ten minutes.',
          ),
        };
      return { ok: true, code, expiresInMs: codeLastsMs, withdraw: () => shown.drop(code) };
    },
    async confirm(given, screen, actor) {
      const key = actor.is === 'person' ? actor.id : actor.is;
      const code = given.toUpperCase().replaceAll(/[\s-]/g, '');
      // Asked before the code is used up: a slip in the screen's name costs nothing.
      if (engine.state().hall['hall']?.screens.every(({ id }) => id !== screen) ?? true)
        return {
          ok: false,
          problem: problem('not-found', `The hall has no screen called ${screen}.`, [
            { path: 'screen', message: `unknown: ${screen}` },
          ]),
        };
      if (!wrongCodes.isOpen(key)) return { ok: false, problem: tooMany() };
      const onPaired = shown.redeem(code);
      if (onPaired === null) {
        wrongCodes.use(key);
        return {
          ok: false,
          problem: problem('not-found', `No player shows the code ${code} now. Codes change after ten minutes.`),
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
        ? { ok: true, code, expiresAt }
        : {
            ok: false,
            problem: problem('too-many', 'Too many pairing links are open. Wait ten minutes, then try again.'),
          };
    },
    async claimWithCode(code, address) {
      if (!wrongCodes.isOpen(address)) return { ok: false, problem: tooMany() };
      const found = offered.redeem(code);
      if (found === null) {
        wrongCodes.use(address);
        return {
          ok: false,
          problem: problem('not-found', 'This pairing link was used already, or is too old. Ask for a new one.'),
        };
      }
      const { answer, token } = await pair(found.screen, found.actor);
      return answer.ok ? { ok: true, paired: { screen: found.screen, token } } : answer;
    },
    withdrawOffers(screen) {
      offered.dropWhere((offer) => offer.screen === screen);
    },
  };
}

function freshCode(): string {
  return Array.from({ length: codeLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
