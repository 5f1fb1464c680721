import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { PersonName, TabletBody } from '#shared/commands.ts';
import { OpaqueId, Slug } from '#shared/ids.ts';
import { keyPermissions, type Permission } from '#core/ports.ts';
import { keyIdOf } from '../identity/actors.ts';
import { freshSecret, hashSecret } from '../identity/secrets.ts';
import { secretCookie, tabletCookieName } from '../identity/session-cookie.ts';
import { Instant, iso } from './instants.ts';
import { obey, route, type Route } from './route.ts';

const One = z.strictObject({ id: OpaqueId });
const yearMs = 365 * 24 * 3_600_000;
const dayMs = 24 * 3_600_000;

const SessionListed = z.strictObject({
  id: z.string(),
  person: z.string(),
  /** What the person is called now. */
  name: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  tablet: z.string().nullable(),
  browser: z.string(),
  address: z.string(),
  /** The one this request came with. */
  isThis: z.boolean(),
});

const TabletListed = z.strictObject({ id: z.string(), name: z.string(), pairedAt: Instant });

const KeyBody = z.strictObject({
  name: PersonName,
  permissions: z.array(z.enum(keyPermissions as [Permission])).min(1),
  zones: z.array(Slug).min(1).max(100).nullable().default(null),
  /** How long it is good; a year at most. */
  days: z.int().min(1).max(366),
});

const KeyListed = z.strictObject({
  id: z.string(),
  name: z.string(),
  permissions: z.array(z.string()),
  zones: z.array(z.string()).nullable(),
  createdAt: Instant,
  expiresAt: Instant,
});

/** The ways in that are open: for people to look through, and to close. */
export const entranceRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/sessions',
    summary: 'Where you are signed in; for an admin, where anybody is',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(SessionListed) },
    handle({ actor, signedIn }, { engine }) {
      const seesAll = actor.is === 'person' && actor.role === 'admin' && !actor.byPin;
      const sessions = Object.values(engine.state().session)
        .filter((session) => session.expiresAt > engine.now())
        .filter((session) => seesAll || (actor.is === 'person' && session.person === actor.id))
        .map((session) => ({
          ...session,
          name: engine.state().person[session.person]?.name ?? session.person,
          createdAt: iso(session.createdAt),
          expiresAt: iso(session.expiresAt),
          isThis: session.id === signedIn?.session.id,
        }));
      return { status: 200, body: sessions };
    },
  }),
  route({
    method: 'delete',
    path: '/api/sessions/:id',
    summary: 'End a session',
    needs: 'session.close',
    params: One,
    answer: { status: 204, schema: null },
    handle: (asked, parts) => obey(asked, parts, { type: 'session.close', session: asked.params.id }, 204),
  }),
  route({
    method: 'get',
    path: '/api/tablets',
    summary: 'The shared tablets',
    needs: 'tablet.see',
    answer: { status: 200, schema: z.array(TabletListed) },
    handle: (_asked, { engine }) => ({
      status: 200,
      body: Object.values(engine.state().tablet).map(({ id, name, pairedAt }) => ({
        id,
        name,
        pairedAt: iso(pairedAt),
      })),
    }),
  }),
  route({
    method: 'post',
    path: '/api/tablets',
    summary: 'Make the browser that asks a shared tablet, on which people sign in with a PIN',
    needs: 'tablet.pair',
    body: TabletBody,
    repeat: 'memory',
    answer: { status: 201, schema: z.strictObject({ tablet: z.string() }) },
    async handle(asked, parts) {
      const secret = freshSecret();
      const tablet = { id: `tablet-${randomUUID()}`, name: asked.body.name, tokenHash: hashSecret(secret) };
      const reply = await obey(asked, parts, { type: 'tablet.pair', tablet }, 201);
      if ('problem' in reply) return reply;
      return { ...reply, cookies: [secretCookie(tabletCookieName, secret, yearMs, asked.isSecure)] };
    },
  }),
  route({
    method: 'delete',
    path: '/api/tablets/:id',
    summary: 'Make a tablet a stranger again, and end the sessions on it',
    needs: 'tablet.revoke',
    params: One,
    answer: { status: 200, schema: z.strictObject({ tablet: z.string() }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'tablet.revoke', id: asked.params.id }),
  }),
  route({
    method: 'get',
    path: '/api/keys',
    summary: 'The keys of other systems',
    needs: 'key.see',
    answer: { status: 200, schema: z.array(KeyListed) },
    handle: (_asked, { engine }) => ({
      status: 200,
      body: Object.values(engine.state().apiKey).map(({ keyHash: _keyHash, createdAt, expiresAt, ...key }) => ({
        ...key,
        createdAt: iso(createdAt),
        expiresAt: iso(expiresAt),
      })),
    }),
  }),
  route({
    method: 'post',
    path: '/api/keys',
    summary: 'Make a key for another system; the answer shows it once',
    needs: 'key.add',
    body: KeyBody,
    repeat: 'memory',
    answer: { status: 201, schema: z.strictObject({ id: z.string(), key: z.string(), expiresAt: Instant }) },
    async handle(asked, parts) {
      const { name, permissions, zones, days } = asked.body;
      const secret = freshSecret();
      const id = keyIdOf(secret);
      const expiresAt = parts.engine.now() + days * dayMs;
      const key = { id, name, keyHash: hashSecret(secret), permissions, zones, expiresAt };
      const reply = await obey(asked, parts, { type: 'key.add', key }, 201);
      return 'problem' in reply ? reply : { status: 201, body: { id, key: secret, expiresAt: iso(expiresAt) } };
    },
  }),
  route({
    method: 'delete',
    path: '/api/keys/:id',
    summary: 'Revoke a key',
    needs: 'key.revoke',
    params: One,
    answer: { status: 200, schema: z.looseObject({}) },
    handle: (asked, parts) => obey(asked, parts, { type: 'key.revoke', id: asked.params.id }),
  }),
];
