import { randomInt } from 'node:crypto';
import type { SecondFactor } from '#core/ports.ts';
import { hashSecret } from './secrets.ts';
import { freshTotpSecret, totpStep } from './totp.ts';

export type Checked =
  | { readonly is: 'right' }
  /** A recovery code that is used up now; `left` are those still good. */
  | { readonly is: 'recovered'; readonly left: readonly string[] }
  | { readonly is: 'wrong' };

/** Second factors: those that are checked, and those that somebody is setting up. */
export interface SecondFactors {
  check(person: string, factor: SecondFactor, code: string): Checked;
  /** A fresh secret for the person's authenticator, waiting for its first code. */
  begin(person: string): string;
  /** The first code is right: the factor to keep, and the recovery codes that only the person ever sees. */
  confirm(
    person: string,
    code: string,
  ): { readonly factor: SecondFactor; readonly recoveryCodes: readonly string[] } | null;
}

const setUpMs = 15 * 60_000;
const recoveryCodeCount = 10;
/** Nothing that reads like something else. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `now` in ms since the Unix epoch. */
export function createSecondFactors(now: () => number): SecondFactors {
  const usedSteps = new Map<string, number>();
  const pending = new Map<string, { readonly secret: string; readonly since: number }>();

  function isRight(person: string, secret: string, code: string): boolean {
    const step = totpStep(secret, code, now(), usedSteps.get(person) ?? -1);
    if (step !== null) usedSteps.set(person, step);
    return step !== null;
  }
  return {
    check(person, factor, given) {
      const code = given.replaceAll(/[\s-]/g, '').toLowerCase();
      if (isRight(person, factor.secret, code)) return { is: 'right' };
      const hash = hashSecret(code);
      return factor.recoveryHashes.includes(hash)
        ? { is: 'recovered', left: factor.recoveryHashes.filter((other) => other !== hash) }
        : { is: 'wrong' };
    },
    begin(person) {
      const secret = freshTotpSecret();
      pending.set(person, { secret, since: now() });
      return secret;
    },
    confirm(person, code) {
      const found = pending.get(person);
      if (found === undefined || now() - found.since > setUpMs || !isRight(person, found.secret, code)) return null;
      pending.delete(person);
      const codes = Array.from({ length: recoveryCodeCount }, freshRecoveryCode);
      const recoveryHashes = codes.map((one) => hashSecret(one.replaceAll('-', '')));
      return { factor: { secret: found.secret, recoveryHashes }, recoveryCodes: codes };
    },
  };
}

/** Two groups of five letters: 49 bits, behind the password and the growing wait. */
function freshRecoveryCode(): string {
  const group = () => Array.from({ length: 5 }, () => letters.charAt(randomInt(letters.length))).join('');
  return `${group()}-${group()}`;
}
