import { randomUUID } from 'node:crypto';
import type { SessionBody } from '#shared/commands.ts';
import type { Problem } from '#shared/problem.ts';
import type { Actor, Answer, Command, HallEngine, Person } from '#core/ports.ts';
import { actorOf, actorOfGuide, actorOfKey, signedIn, type SignedIn } from './actors.ts';
import { createKnownBrowsers } from './known-browsers.ts';
import { createOneTimeCodes } from './one-time-codes.ts';
import { createPresence } from './presence.ts';
import { createSecondFactors, type SecondFactors } from './second-factor.ts';
import { freshSecret, hashSecret } from './secrets.ts';
import { createSignIn, type From, type Recognised } from './sign-in.ts';

export type SignedInNow =
  | {
      readonly ok: true;
      readonly secret: string;
      readonly lastsMs: number;
      readonly person: Person;
      /** For the cookie of browsers that are known; null on a tablet. */
      readonly known: string | null;
    }
  | { readonly ok: false; readonly problem: Problem; readonly retryAfterMs: number };

/** A browser that somebody signs in with. */
export interface Browser extends From {
  readonly address: string;
  /** What it calls itself. */
  readonly agent: string;
}

/** What a request or a handshake carries. */
export interface Credentials {
  readonly cookie?: string | undefined;
  readonly authorization?: string | undefined;
}

export interface Identified {
  readonly actor: Actor;
  /** The session behind the cookie, where there is one. */
  readonly signedIn: SignedIn | null;
}

/** Who is who: sessions, keys, signing in and out. */
export interface Identity {
  /** An Authorization header speaks for itself; without one, the cookie does. */
  identify(credentials: Credentials): Identified;
  signIn(body: SessionBody, browser: Browser): Promise<SignedInNow>;
  signOut(session: string): Promise<Answer>;
  /** The password again, before something that matters. */
  confirm(person: Person, password: string, from: From): Promise<Recognised>;
  readonly secondFactors: Pick<SecondFactors, 'begin' | 'confirm'>;
  /** The secret of a link that signs the person in once, within a day; gone with the process. Null: too many are open. */
  issueSignInCode(person: string): string | null;
  /** Ends sessions that nobody uses any more. To be called now and then. */
  sweep(): Promise<void>;
}

const hourMs = 3_600_000;
const sessionMs = 14 * 24 * hourMs;
/** A working day, for who came in with a PIN. */
const tabletSessionMs = 12 * hourMs;
const codeMs = 24 * hourMs;
const openCodes = 100;
const longestAgent = 200;

export function createIdentity(engine: Pick<HallEngine, 'state' | 'now' | 'order'>): Identity {
  const codes = createOneTimeCodes<string>(() => engine.now(), openCodes);
  const secondFactors = createSecondFactors(() => engine.now());
  const presence = createPresence(engine);
  const knownBrowsers = createKnownBrowsers();
  const entry = createSignIn({ engine, codes, secondFactors, knownBrowsers });

  const asHall = (command: Command): Promise<Answer> =>
    engine.order({ commandId: `identity/${randomUUID()}`, actor: { is: 'hall' }, command });

  return {
    identify({ cookie, authorization }) {
      if (authorization !== undefined) {
        const guide = actorOfGuide(engine, authorization);
        return { actor: guide ?? actorOfKey(engine, authorization), signedIn: null };
      }
      const found = signedIn(engine, cookie);
      return found === null || !presence.isAlive(found.session)
        ? { actor: { is: 'stranger' }, signedIn: null }
        : { actor: actorOf(found), signedIn: found };
    },
    async signIn(body, browser) {
      const recognised = await entry.recognise(body, browser);
      if (!recognised.ok) return recognised;
      const { person, tablet, recoveryHashes } = recognised;
      if (recoveryHashes !== null && person.secondFactor !== null) {
        const change = { secondFactor: { ...person.secondFactor, recoveryHashes } };
        const used = await asHall({ type: 'person.secure', id: person.id, change, keep: null });
        if (!used.ok) return { ...used, retryAfterMs: 0 };
      }
      const before = signedIn(engine, browser.cookie);
      const secret = freshSecret();
      const createdAt = engine.now();
      const lastsMs = tablet === null ? sessionMs : tabletSessionMs;
      const session = {
        id: hashSecret(secret),
        person: person.id,
        createdAt,
        expiresAt: createdAt + lastsMs,
        tablet: tablet?.id ?? null,
        browser: browser.agent.slice(0, longestAgent),
        address: browser.address,
      };
      const answer = await asHall({ type: 'session.open', session });
      if (!answer.ok) return { ...answer, retryAfterMs: 0 };
      // A browser holds one session: the one it came with is of no use to anybody now.
      if (before !== null) await asHall({ type: 'session.close', session: before.session.id });
      const known = tablet === null ? knownBrowsers.cookieFor(person.name.toLowerCase()) : null;
      return { ok: true, secret, lastsMs, person, known };
    },
    signOut: (session) => asHall({ type: 'session.close', session }),
    confirm: (person, password, from) => entry.confirm(person, password, from),
    secondFactors,
    issueSignInCode(person) {
      const code = freshSecret();
      return codes.add(code, person, engine.now() + codeMs) ? code : null;
    },
    sweep: () => presence.sweep(),
  };
}
