import type { Actor, ApiKey, HallEngine, Person, Session, Tablet } from '#core/ports.ts';
import { hashSecret, matchesHash } from './secrets.ts';
import { secretIn, sessionCookieName, tabletCookieName } from './session-cookie.ts';

const stranger: Actor = { is: 'stranger' };

type Hall = Pick<HallEngine, 'state' | 'now'>;

export interface SignedIn {
  readonly session: Session;
  readonly person: Person;
}

/** The session and person behind a Cookie header, or null. A session that a PIN opened is good on its tablet alone. */
export function signedIn(hall: Hall, cookie: string | undefined): SignedIn | null {
  const secret = secretIn(cookie, sessionCookieName);
  if (secret === null) return null;
  const { session: sessions, person: people } = hall.state();
  const session = sessions[hashSecret(secret)];
  if (session === undefined || session.expiresAt <= hall.now()) return null;
  if (session.tablet !== null && tabletOf(hall, cookie)?.id !== session.tablet) return null;
  const person = people[session.person];
  return person === undefined || person.disabled ? null : { session, person };
}

/** The shared tablet that sent a Cookie header, or null. */
export function tabletOf(hall: Pick<HallEngine, 'state'>, cookie: string | undefined): Tablet | null {
  const secret = secretIn(cookie, tabletCookieName);
  if (secret === null) return null;
  return Object.values(hall.state().tablet).find(({ tokenHash }) => matchesHash(secret, tokenHash)) ?? null;
}

export function actorOf({ person, session }: SignedIn): Actor {
  const { id, name, role, zones } = person;
  return { is: 'person', id, name, role, zones, byPin: session.tablet !== null };
}

/** Who a Cookie header belongs to: a person, or a stranger. */
export function actorOfCookie(hall: Hall, cookie: string | undefined): Actor {
  const found = signedIn(hall, cookie);
  return found === null ? stranger : actorOf(found);
}

/** The system whose key an Authorization header carries, or a stranger. */
export function actorOfKey(hall: Hall, authorization: string): Actor {
  const secret = /^Bearer ([\w-]{1,200})$/.exec(authorization)?.[1];
  if (secret === undefined) return stranger;
  const key: ApiKey | undefined = hall.state().apiKey[keyIdOf(secret)];
  if (key === undefined || key.expiresAt <= hall.now() || !matchesHash(secret, key.keyHash)) return stranger;
  const { id, name, permissions, zones } = key;
  return { is: 'key', id, name, permissions, zones };
}

/** The guide whose code an Authorization header carries (`Guide <code>`); null: it is none, or its run is over. */
export function actorOfGuide(hall: Hall, authorization: string): Actor | null {
  const secret = /^Guide ([\w-]{1,200})$/.exec(authorization)?.[1];
  if (secret === undefined) return null;
  const { guide: guides, run: runs } = hall.state();
  const guide = Object.values(guides).find(({ tokenHash }) => matchesHash(secret, tokenHash));
  const run = guide === undefined ? undefined : runs[guide.id];
  if (guide === undefined || run === undefined || (run.until !== null && run.until <= hall.now())) return null;
  return { is: 'guide', run: guide.id, by: guide.by };
}

/** A key's id: the beginning of its hash, for finding it and for telling keys apart. */
export function keyIdOf(secret: string): string {
  return hashSecret(secret).slice(0, 16);
}
