import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { SessionBody } from '#shared/commands.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Answer, HallEngine, Person } from '#core/ports.ts';
import { createOneTimeCodes } from './one-time-codes.ts';
import { verifyPassword } from './passwords.ts';
import { freshSecret, hashSecret } from './secrets.ts';

export type SignedInNow =
  | { readonly ok: true; readonly secret: string; readonly lastsMs: number; readonly person: Person }
  | { readonly ok: false; readonly problem: Problem };

/** Signing in and out. Who is behind a request is read by `actors.ts` from the hall's own state. */
export interface Identity {
  signIn(body: z.output<typeof SessionBody>): Promise<SignedInNow>;
  signOut(session: string): Promise<Answer>;
  /** The secret of a link that signs the person in once, within a day; gone with the process. */
  issueSignInCode(person: string): string;
}

const hourMs = 3_600_000;
const sessionMs = 14 * 24 * hourMs;
const codeMs = 24 * hourMs;
const openCodes = 100;

export function createIdentity(engine: Pick<HallEngine, 'state' | 'now' | 'order'>): Identity {
  const codes = createOneTimeCodes<string>(engine.now, openCodes);

  async function whoSays(body: z.output<typeof SessionBody>): Promise<Person | null> {
    const people = engine.state().person;
    if ('code' in body) {
      const id = codes.redeem(body.code);
      return id === null ? null : (people[id] ?? null);
    }
    const wanted = body.name.normalize('NFC');
    const person = Object.values(people).find(({ name }) => name === wanted);
    return (await verifyPassword(person?.passwordHash ?? null, body.password)) ? (person ?? null) : null;
  }

  return {
    async signIn(body) {
      const person = await whoSays(body);
      if (person === null) {
        const detail =
          'code' in body
            ? 'This sign-in link was used already, or is too old. Sign in with your name and password, or take the link that the controller prints when it starts.'
            : 'The name or the password is not right.';
        return { ok: false, problem: problem('not-signed-in', detail) };
      }
      const secret = freshSecret();
      const createdAt = engine.now();
      const session = { id: hashSecret(secret), person: person.id, createdAt, expiresAt: createdAt + sessionMs };
      const answer = await engine.order({
        commandId: `session/${randomUUID()}`,
        actor: { is: 'hall' },
        command: { type: 'session.open', session },
      });
      return answer.ok ? { ok: true, secret, lastsMs: sessionMs, person } : answer;
    },
    signOut: (session) =>
      engine.order({
        commandId: `session/${randomUUID()}`,
        actor: { is: 'hall' },
        command: { type: 'session.close', session },
      }),
    issueSignInCode(person) {
      const code = freshSecret();
      if (!codes.add(code, person, engine.now() + codeMs))
        throw new Error(`more than ${openCodes} sign-in links are open`);
      return code;
    },
  };
}
