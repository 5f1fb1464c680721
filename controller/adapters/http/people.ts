import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import { z } from 'zod';
import { Role } from '#shared/facts.ts';
import { OpaqueId } from '#shared/ids.ts';
import { problem } from '#shared/problem.ts';
import { PasswordBody, PersonBody, PersonPatchBody } from '#shared/commands.ts';
import type { Person } from '#core/ports.ts';
import { hashPassword } from '../identity/passwords.ts';
import { obey, route, type Route } from './route.ts';

const OnePerson = z.strictObject({ id: OpaqueId });
const Named = z.strictObject({ person: z.string() });

const Listed = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: Role,
  zones: z.array(z.string()).nullable(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  hasPin: z.boolean(),
  disabled: z.boolean(),
});

const listed = ({
  id,
  name,
  role,
  zones,
  passwordHash,
  secondFactor,
  pinHash,
  disabled,
}: Person): z.input<typeof Listed> => ({
  id,
  name,
  role,
  zones: zones === null ? null : [...zones],
  hasPassword: passwordHash !== null,
  hasSecondFactor: secondFactor !== null,
  hasPin: pinHash !== null,
  disabled,
});

/** Who may sign in, for an admin. What somebody signs in with themselves is in `account.ts`. */
export const peopleRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/people',
    summary: 'Everybody who can sign in',
    needs: 'person.see',
    answer: { status: 200, schema: z.array(Listed) },
    handle: (_asked, { engine }) => ({ status: 200, body: Object.values(engine.state().person).map(listed) }),
  }),
  route({
    method: 'post',
    path: '/api/people',
    summary: 'Let somebody in: with a first password, or with a link that is made for them afterwards',
    needs: 'person.add',
    body: PersonBody,
    answer: { status: 201, schema: Named },
    async handle(asked, parts) {
      const { name, role, zones, password } = asked.body;
      const passwordHash = password === undefined ? null : await hashPassword(password);
      const bare = { secondFactor: null, pinHash: null, disabled: false } as const;
      const person = { name: name.normalize('NFC'), role, zones, passwordHash, ...bare };
      return obey(asked, parts, { type: 'person.add', person }, 201);
    },
  }),
  route({
    method: 'patch',
    path: '/api/people/:id',
    summary: 'Change somebody’s name, role or zones, or let them in no more for now',
    needs: 'person.edit',
    params: OnePerson,
    body: PersonPatchBody,
    answer: { status: 200, schema: Named },
    handle(asked, parts) {
      const { name, role, zones, disabled } = asked.body;
      const change = {
        ...(name === undefined ? {} : { name: name.normalize('NFC') }),
        ...(role === undefined ? {} : { role }),
        ...(zones === undefined ? {} : { zones }),
        ...(disabled === undefined ? {} : { disabled }),
      };
      return obey(asked, parts, { type: 'person.edit', id: asked.params.id, change });
    },
  }),
  route({
    method: 'delete',
    path: '/api/people/:id',
    summary: 'Let somebody in no more, and end their sessions',
    needs: 'person.remove',
    params: OnePerson,
    answer: { status: 200, schema: Named },
    handle: (asked, parts) => obey(asked, parts, { type: 'person.remove', id: asked.params.id }),
  }),
  route({
    method: 'put',
    path: '/api/people/:id/password',
    summary: 'Give somebody a new password, and end their sessions',
    needs: 'person.edit',
    params: OnePerson,
    body: PasswordBody.omit({ current: true }),
    answer: { status: 200, schema: Named },
    async handle(asked, parts) {
      const passwordHash = await hashPassword(asked.body.password);
      const keep = asked.signedIn?.session.id ?? null;
      return obey(asked, parts, { type: 'person.secure', id: asked.params.id, change: { passwordHash }, keep });
    },
  }),
  route({
    method: 'delete',
    path: '/api/people/:id/second-factor',
    summary: 'Take away a second factor that somebody has lost',
    needs: 'person.edit',
    params: OnePerson,
    answer: { status: 200, schema: Named },
    handle(asked, parts) {
      const keep = asked.signedIn?.session.id ?? null;
      return obey(asked, parts, { type: 'person.secure', id: asked.params.id, change: { secondFactor: null }, keep });
    },
  }),
  route({
    method: 'post',
    path: '/api/people/:id/sign-in-link',
    summary: 'A link that signs somebody in once, within a day',
    needs: 'person.edit',
    params: OnePerson,
    repeat: 'memory',
    answer: { status: 201, schema: z.strictObject({ url: z.url() }) },
    handle({ params, origin }, { engine, identity }) {
      if (engine.state().person[params.id] === undefined)
        return { problem: problem('not-found', no.nobody(params.id)) };
      const code = identity.issueSignInCode(params.id);
      return code === null
        ? { problem: problem('too-many', no.linksOpen()) }
        : { status: 201, body: { url: `${origin}/#sign-in=${code}` } };
    },
  }),
];
