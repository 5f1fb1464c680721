import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import { z } from 'zod';
import { SessionBody } from '#shared/commands.ts';
import { problem } from '#shared/problem.ts';
import type { Person } from '#core/ports.ts';
import { tabletOf, type SignedIn } from '../identity/actors.ts';
import { knownCookieName, secretCookie, sessionCookieName } from '../identity/session-cookie.ts';
import { PersonAnswer } from './answers.ts';
import { route, type Reply, type Route } from './route.ts';

const SessionAnswer = z.strictObject({
  person: PersonAnswer,
});

/** What a person may know of themselves. */
const MeAnswer = z.strictObject({
  person: PersonAnswer,
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** Recovery codes that are still good. */
  recoveryCodes: z.int(),
  hasPin: z.boolean(),
  byPin: z.boolean(),
});

const TabletAnswer = z.strictObject({
  /** Null: this browser is no shared tablet. */
  tablet: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** Who can sign in here with a PIN. */
  people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});

const yearMs = 365 * 24 * 3_600_000;

const personAnswer = ({ id, name, role, zones }: Person): z.input<typeof PersonAnswer> => ({
  id,
  name,
  role,
  zones: zones === null ? null : [...zones],
});

const meAnswer = ({ person, session }: SignedIn): z.input<typeof MeAnswer> => ({
  person: personAnswer(person),
  hasPassword: person.passwordHash !== null,
  hasSecondFactor: person.secondFactor !== null,
  recoveryCodes: person.secondFactor?.recoveryHashes.length ?? 0,
  hasPin: person.pinHash !== null,
  byPin: session.tablet !== null,
});

export const notSignedIn: Reply = { problem: problem('not-signed-in', no.nobodySignedIn()) };

export const sessionRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/session',
    summary: 'Sign in with name and password, with the code of a one-time link, or with a PIN on a paired tablet',
    needs: 'open',
    body: SessionBody,
    repeat: 'memory',
    answer: { status: 200, schema: SessionAnswer },
    async handle({ body, isSecure, browser }, { identity }) {
      const entered = await identity.signIn(body, browser);
      if (!entered.ok) return entered;
      const { secret, lastsMs, known, person } = entered;
      const cookies = [secretCookie(sessionCookieName, secret, lastsMs, isSecure)];
      if (known !== null) cookies.push(secretCookie(knownCookieName, known, yearMs, isSecure));
      return { status: 200, body: { person: personAnswer(person) }, cookies };
    },
  }),
  route({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in here',
    needs: 'hall.see',
    answer: { status: 200, schema: MeAnswer },
    handle: ({ signedIn }) => (signedIn === null ? notSignedIn : { status: 200, body: meAnswer(signedIn) }),
  }),
  route({
    method: 'delete',
    path: '/api/session',
    summary: 'Sign out',
    needs: 'session.close',
    answer: { status: 204, schema: null },
    async handle({ signedIn, isSecure }, { identity }) {
      if (signedIn === null) return notSignedIn;
      const answer = await identity.signOut(signedIn.session.id);
      return answer.ok
        ? { status: 204, cookies: [secretCookie(sessionCookieName, '', 0, isSecure)] }
        : { problem: answer.problem };
    },
  }),
  route({
    method: 'get',
    path: '/api/tablet',
    summary: 'Which shared tablet this browser is, and who can sign in on it with a PIN',
    needs: 'open',
    answer: { status: 200, schema: TabletAnswer },
    handle({ browser }, { engine }) {
      const tablet = tabletOf(engine, browser.cookie);
      if (tablet === null) return { status: 200, body: { tablet, people: [] } };
      const people = Object.values(engine.state().person)
        .filter(({ pinHash, disabled }) => pinHash !== null && !disabled)
        .map(({ id, name }) => ({ id, name }));
      return { status: 200, body: { tablet: { id: tablet.id, name: tablet.name }, people } };
    },
  }),
];
