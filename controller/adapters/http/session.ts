import { z } from 'zod';
import { SessionBody } from '#shared/commands.ts';
import { problem } from '#shared/problem.ts';
import type { Person } from '#core/ports.ts';
import { sessionCookie } from '../identity/session-cookie.ts';
import { PersonAnswer } from './answers.ts';
import { route, type Route } from './route.ts';

const SessionAnswer = z.strictObject({ person: PersonAnswer });

const personAnswer = ({ id, name, role }: Person): z.input<typeof SessionAnswer> => ({ person: { id, name, role } });

export const sessionRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/session',
    summary: 'Sign in with name and password, or with the code of a one-time link',
    needs: 'open',
    body: SessionBody,
    repeat: 'memory',
    answer: { status: 200, schema: SessionAnswer },
    async handle({ body, isSecure }, { identity }) {
      const entered = await identity.signIn(body);
      if (!entered.ok) return entered;
      const cookie = sessionCookie(entered.secret, entered.lastsMs, isSecure);
      return { status: 200, body: personAnswer(entered.person), cookie };
    },
  }),
  route({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in here',
    needs: 'hall.see',
    answer: { status: 200, schema: SessionAnswer },
    handle: ({ signedIn }) =>
      signedIn === null
        ? { problem: problem('not-signed-in', 'Nobody is signed in here.') }
        : { status: 200, body: personAnswer(signedIn.person) },
  }),
  route({
    method: 'delete',
    path: '/api/session',
    summary: 'Sign out',
    needs: 'session.close',
    answer: { status: 204, schema: null },
    async handle({ signedIn, isSecure }, { identity }) {
      if (signedIn === null) return { problem: problem('not-signed-in', 'Nobody is signed in here.') };
      const answer = await identity.signOut(signedIn.session.id);
      return answer.ok ? { status: 204, cookie: sessionCookie('', 0, isSecure) } : { problem: answer.problem };
    },
  }),
];
