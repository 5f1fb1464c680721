import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import type { SessionBody } from '#shared/commands.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { HallEngine, Person, Tablet } from '#core/ports.ts';
import { tabletOf } from './actors.ts';
import { createAttempts, type Attempt } from './attempts.ts';
import { createGate } from './gate.ts';
import type { KnownBrowsers } from './known-browsers.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import { verifyPassword } from './passwords.ts';
import type { SecondFactors } from './second-factor.ts';
import { knownCookieName, secretIn } from './session-cookie.ts';

/** Where somebody tries to sign in. */
export interface From {
  /** See `placeOf`. */
  readonly place: string;
  readonly cookie: string | undefined;
}

export type Recognised =
  | {
      readonly ok: true;
      readonly person: Person;
      readonly tablet: Tablet | null;
      readonly recoveryHashes: readonly string[] | null;
    }
  | { readonly ok: false; readonly problem: Problem; readonly retryAfterMs: number };

/** Tells who somebody is by what they know. Slow for whoever guesses. */
export interface SignIn {
  recognise(body: SessionBody, from: From): Promise<Recognised>;
  /** The person's password again, before something that matters; the same waits hold. */
  confirm(person: Person, password: string, from: From): Promise<Recognised>;
}

/** Wrong PINs on one tablet after which it asks for the password. */
const mostWrongPins = 10;

export function createSignIn(options: {
  readonly engine: Pick<HallEngine, 'state' | 'now'>;
  readonly codes: OneTimeCodes<string>;
  readonly secondFactors: SecondFactors;
  readonly knownBrowsers: KnownBrowsers;
}): SignIn {
  const { engine, codes, secondFactors, knownBrowsers } = options;
  const attempts = createAttempts(() => engine.now());
  const wrongPins = new Map<string, number>();
  // Hashing is made to be slow: a crowd at the door must not keep the hall from its own files.
  const gate = createGate(2, 32);

  const refuse = (refused: Problem, retryAfterMs = 0): Recognised => ({ ok: false, problem: refused, retryAfterMs });
  const welcome = (person: Person, more: Partial<Extract<Recognised, { ok: true }>> = {}): Recognised => ({
    ok: true,
    person,
    tablet: null,
    recoveryHashes: null,
    ...more,
  });

  /** Runs a check under the waits: `check` says who it is, or what to answer. */
  async function guarded(attempt: Attempt, check: () => Promise<Recognised>): Promise<Recognised> {
    const waitMs = attempts.waitMs(attempt);
    if (waitMs > 0) return refuse(tooOften(waitMs), waitMs);
    attempts.failed(attempt);
    const recognised = await gate.run(check);
    if (recognised === null) return refuse(problem('too-many', no.crowded()), 5000);
    if (!recognised.ok) return recognised;
    attempts.succeeded(attempt);
    // Said only to who has shown who they are.
    return recognised.person.disabled ? refuse(disabledNow) : recognised;
  }

  /** A browser that the account was opened in before has its slips to itself. */
  const placeFor = (account: string, from: From): string =>
    knownBrowsers.placeOf(secretIn(from.cookie, knownCookieName), account) ?? from.place;

  const attemptOf = ({ name }: Person, from: From): Attempt => {
    const account = name.toLowerCase();
    return { account, place: placeFor(account, from) };
  };

  async function byPassword(body: Extract<SessionBody, { password: string }>, from: From): Promise<Recognised> {
    const name = body.name.normalize('NFC').toLowerCase();
    return guarded({ account: name, place: placeFor(name, from) }, async () => {
      const person = Object.values(engine.state().person).find((one) => one.name.toLowerCase() === name);
      const isRight = await verifyPassword(person?.passwordHash ?? null, body.password);
      if (person === undefined || !isRight) return refuse(problem('not-signed-in', no.wrongPassword()));
      for (const key of wrongPins.keys()) if (key.endsWith(`\n${person.id}`)) wrongPins.delete(key);
      if (person.secondFactor === null) return welcome(person);
      if (body.secondFactor === undefined) return refuse(secondFactorMissing);
      const checked = secondFactors.check(person.id, person.secondFactor, body.secondFactor);
      switch (checked.is) {
        case 'right':
          return welcome(person);
        case 'recovered':
          return welcome(person, { recoveryHashes: checked.left });
        case 'wrong':
          return refuse(secondFactorWrong);
      }
    });
  }

  async function byPin(body: Extract<SessionBody, { pin: string }>, from: From): Promise<Recognised> {
    const tablet = tabletOf(engine, from.cookie);
    if (tablet === null) return refuse(problem('not-signed-in', no.pinNeedsTablet()));
    const key = `${tablet.id}\n${body.person}`;
    return guarded({ account: body.person, place: `tablet ${tablet.id}` }, async () => {
      if ((wrongPins.get(key) ?? 0) >= mostWrongPins) return refuse(problem('too-many', no.tooManyPins()));
      const person = engine.state().person[body.person];
      if ((await verifyPassword(person?.pinHash ?? null, body.pin)) && person !== undefined) {
        wrongPins.delete(key);
        return welcome(person, { tablet });
      }
      wrongPins.set(key, (wrongPins.get(key) ?? 0) + 1);
      return refuse(problem('not-signed-in', no.wrongPin()));
    });
  }

  function byCode(body: Extract<SessionBody, { code: string }>, from: From): Promise<Recognised> {
    return guarded({ account: 'a one-time link', place: from.place }, () => {
      const id = codes.redeem(body.code);
      const person = id === null ? undefined : engine.state().person[id];
      return Promise.resolve(person === undefined ? refuse(linkUsed) : welcome(person));
    });
  }

  return {
    recognise(body, from) {
      if ('password' in body) return byPassword(body, from);
      return 'pin' in body ? byPin(body, from) : byCode(body, from);
    },
    confirm: (person, password, from) =>
      guarded(attemptOf(person, from), async () =>
        (await verifyPassword(person.passwordHash, password))
          ? welcome(person)
          : refuse(problem('not-allowed', no.wrongOwnPassword(), [{ path: 'password', message: 'not right' }])),
      ),
  };
}

const secondFactorMissing = problem('not-signed-in', no.secondFactorMissing(), [
  { path: 'secondFactor', message: 'needed' },
]);
const secondFactorWrong = problem('not-signed-in', no.secondFactorWrong(), [
  { path: 'secondFactor', message: 'not right' },
]);
const disabledNow = problem('not-signed-in', no.disabled());
const linkUsed = problem('not-signed-in', no.linkUsed());

function tooOften(waitMs: number): Problem {
  const seconds = Math.ceil(waitMs / 1000);
  return problem('too-many', no.tooOften(seconds));
}
