import type { Actor, HallEngine, Person, Session } from '#core/ports.ts';
import { hashSecret, matchesHash } from './secrets.ts';
import { sessionSecretIn } from './session-cookie.ts';

const stranger: Actor = { is: 'stranger' };

export interface SignedIn {
  readonly session: Session;
  readonly person: Person;
}

/** The session and person behind a Cookie header, or null. */
export function signedIn(engine: Pick<HallEngine, 'state' | 'now'>, cookie: string | undefined): SignedIn | null {
  const secret = sessionSecretIn(cookie);
  if (secret === null) return null;
  const { session: sessions, person: people } = engine.state();
  const session = sessions[hashSecret(secret)];
  if (session === undefined || session.expiresAt <= engine.now()) return null;
  const person = people[session.person];
  return person === undefined ? null : { session, person };
}

export function actorOfPerson({ id, name, role }: Person): Actor {
  return { is: 'person', id, name, role };
}

/** Who a Cookie header belongs to: a person, or a stranger. For REST and for socket handshakes alike. */
export function actorOfCookie(engine: Pick<HallEngine, 'state' | 'now'>, cookie: string | undefined): Actor {
  const found = signedIn(engine, cookie);
  return found === null ? stranger : actorOfPerson(found.person);
}

/** The screen that this token belongs to, or a stranger. */
export function actorOfScreenToken(engine: Pick<HallEngine, 'state'>, screen: string, token: string): Actor {
  const tokens = engine.state().screenToken;
  const stored = Object.hasOwn(tokens, screen) ? tokens[screen] : undefined;
  return stored !== undefined && matchesHash(token, stored.tokenHash) ? { is: 'screen', screen } : stranger;
}
