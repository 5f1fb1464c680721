import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import { z } from 'zod';
import { ConfirmBody, PasswordBody, PinBody, SecondFactorBody } from '#shared/commands.ts';
import { problem } from '#shared/problem.ts';
import { hallOf, type Person } from '#core/ports.ts';
import { hashPassword } from '../identity/passwords.ts';
import { totpUri } from '../identity/totp.ts';
import { obey, route, type Asked, type HttpParts, type Reply, type Route } from './route.ts';
import { notSignedIn } from './session.ts';

const Named = z.strictObject({ person: z.string() });

type Change = Partial<Pick<Person, 'passwordHash' | 'secondFactor' | 'pinHash'>>;

/**
 * Changes what the signed-in person signs in with, after their password was right again. `password` null: they have none
 * yet, and came with a link.
 */
async function secure(
  asked: Asked<unknown, unknown, unknown>,
  parts: HttpParts,
  password: string | null,
  change: () => Promise<Change>,
): Promise<Reply> {
  const { signedIn, browser } = asked;
  if (signedIn === null) return notSignedIn;
  const { person, session } = signedIn;
  if (person.passwordHash !== null) {
    if (password === null) return { problem: passwordNeeded };
    const confirmed = await parts.identity.confirm(person, password, browser);
    if (!confirmed.ok) return confirmed;
  }
  return obey(asked, parts, { type: 'person.secure', id: person.id, change: await change(), keep: session.id });
}

const passwordNeeded = problem('invalid', no.presentPassword(), [{ path: 'current', message: 'needed' }]);

/** What the person who is signed in signs in with. */
export const accountRoutes: readonly Route[] = [
  route({
    method: 'put',
    path: '/api/session/password',
    summary: 'Choose a password; every other session of yours ends',
    needs: 'person.secure',
    body: PasswordBody,
    answer: { status: 200, schema: Named },
    handle: (asked, parts) =>
      secure(asked, parts, asked.body.current ?? null, async () => ({
        passwordHash: await hashPassword(asked.body.password),
      })),
  }),
  route({
    method: 'post',
    path: '/api/session/second-factor',
    summary: 'Begin with a second factor: a secret for your authenticator, good once its first code is confirmed',
    needs: 'person.secure',
    body: ConfirmBody,
    repeat: 'memory',
    answer: { status: 201, schema: z.strictObject({ secret: z.string(), uri: z.string() }) },
    async handle({ signedIn, body, browser }, { engine, identity }) {
      if (signedIn === null) return notSignedIn;
      const { person } = signedIn;
      if (person.secondFactor !== null) return { problem: problem('conflict', no.secondFactorIsOn()) };
      const confirmed = await identity.confirm(person, body.password, browser);
      if (!confirmed.ok) return confirmed;
      const secret = identity.secondFactors.begin(person.id);
      return { status: 201, body: { secret, uri: totpUri(secret, person.name, hallOf(engine.state()).id) } };
    },
  }),
  route({
    method: 'put',
    path: '/api/session/second-factor',
    summary: 'Confirm the second factor; the answer holds the recovery codes, which are never shown again',
    needs: 'person.secure',
    body: SecondFactorBody,
    answer: { status: 200, schema: z.strictObject({ recoveryCodes: z.array(z.string()) }) },
    async handle(asked, parts) {
      if (asked.signedIn === null) return notSignedIn;
      const { person, session } = asked.signedIn;
      const confirmed = parts.identity.secondFactors.confirm(person.id, asked.body.code);
      if (confirmed === null) return { problem: wrongDigits };
      const change = { secondFactor: confirmed.factor };
      const kept = await obey(asked, parts, { type: 'person.secure', id: person.id, change, keep: session.id });
      return 'problem' in kept ? kept : { status: 200, body: { recoveryCodes: confirmed.recoveryCodes } };
    },
  }),
  route({
    method: 'delete',
    path: '/api/session/second-factor',
    summary: 'Do without a second factor again',
    needs: 'person.secure',
    body: ConfirmBody,
    answer: { status: 200, schema: Named },
    handle: (asked, parts) => secure(asked, parts, asked.body.password, () => Promise.resolve({ secondFactor: null })),
  }),
  route({
    method: 'put',
    path: '/api/session/pin',
    summary: 'Choose a PIN for the shared tablets',
    needs: 'person.secure',
    body: PinBody,
    answer: { status: 200, schema: Named },
    handle: (asked, parts) =>
      secure(asked, parts, asked.body.password, async () => ({ pinHash: await hashPassword(asked.body.pin) })),
  }),
  route({
    method: 'delete',
    path: '/api/session/pin',
    summary: 'Do without a PIN again',
    needs: 'person.secure',
    body: ConfirmBody,
    answer: { status: 200, schema: Named },
    handle: (asked, parts) => secure(asked, parts, asked.body.password, () => Promise.resolve({ pinHash: null })),
  }),
];

const wrongDigits = problem('invalid', no.wrongDigits(), [{ path: 'code', message: 'not right' }]);
