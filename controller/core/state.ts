import type { Role } from '#shared/facts.ts';
import type { Permission } from './authorize.ts';
import type { Ask, Doors, LastAct, Loss } from '#shared/desk.ts';
import type { Discarded, Draft, Edition } from '#shared/drafts.ts';
import type { Guide } from '#shared/guide.ts';
import type { Hall } from '#shared/hall.ts';
import type { IncidentNote, Maintenance } from '#shared/incidents.ts';
import type { Rule, RuleException, Run, SpecialDay, Standby } from '#shared/schedule.ts';
import type { Medium, Overlay, Scene, Show, Timeline } from '#shared/scene.ts';

/** Somebody who can sign in. Hashes are made by adapters; the core only keeps them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Ids of the zones they are limited to; null: the whole hall. */
  readonly zones: readonly string[] | null;
  readonly passwordHash: string | null;
  readonly secondFactor: SecondFactor | null;
  /** For switching on a paired tablet, and good only there. */
  readonly pinHash: string | null;
  /** Kept, with all that they signed in with, but let in by none of it until an admin says so. */
  readonly disabled: boolean;
}

/** A one-time password by time (RFC 6238), and what opens when the phone is lost. */
export interface SecondFactor {
  /** Base32, as an authenticator keeps it. */
  readonly secret: string;
  /** Each is good once. */
  readonly recoveryHashes: readonly string[];
}

/** A signed-in browser, by the hash of its cookie. */
export interface Session {
  readonly id: string;
  readonly person: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** The tablet on which a PIN opened it, and on which alone it is good; null for every other session. */
  readonly tablet: string | null;
  /** What the browser calls itself, and where it came from: for people who look through their sessions. */
  readonly browser: string;
  readonly address: string;
}

/** A console that people share and switch on with a PIN, by the hash of its cookie. */
export interface Tablet {
  readonly id: string;
  readonly name: string;
  readonly tokenHash: string;
  readonly pairedAt: number;
}

/** The hall does not trust the machine's wall clock and holds the ambient: what is scheduled would come at a wrong time. */
export interface ClockHold {
  readonly id: 'clock';
  /** Shared time at which it was seen, ms. */
  readonly since: number;
  /** Wall clock minus what it should show, ms. */
  readonly byMs: number;
  /** It was set while the hall ran, or it was behind the newest journal entry when the hall started. */
  readonly why: 'step' | 'behind';
}

/** Another system's way in. The key itself is known to that system alone. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly keyHash: string;
  readonly permissions: readonly Permission[];
  readonly zones: readonly string[] | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A screen's right to play, by the hash of its token. */
export interface ScreenToken {
  /** The screen's id: one token for each screen. */
  readonly id: string;
  readonly tokenHash: string;
  readonly pairedAt: number;
  /** From then on its player is to be given another token. */
  readonly dueAt: number;
  /** The hash of the token that the player was given to come after this one; both are good until it is first used. */
  readonly next: string | null;
  /** Hashes of tokens that were replaced, the newest first: whoever shows one of these has a copy. */
  readonly spent: readonly string[];
  /** The newest use of one of those; null: never, or it was paired anew since. */
  readonly copy: TokenCopy | null;
}

/** From where a token was shown that had been replaced, and when, ms. */
export interface TokenCopy {
  readonly from: string;
  readonly at: number;
}

/** The player of a screen may not come in until somebody says so. */
export interface KeptOut {
  /** The screen's id. */
  readonly id: string;
  readonly by: string;
  readonly since: number;
}

/** The versions of all that the last import brought, by `kind/id`: what has a later one was changed by people. */
export interface LastImport {
  readonly id: 'last';
  readonly versions: Readonly<Record<string, number>>;
}

/** The document kinds of the hall, and their shapes. What is stored is exactly this. */
export interface Documents {
  hall: Hall;
  scene: Scene;
  show: Show;
  rule: Rule;
  exception: RuleException;
  day: SpecialDay;
  medium: Medium;
  imported: LastImport;
  draft: Draft;
  discarded: Discarded;
  /** Scenes and shows as they were published. */
  edition: Edition;
  run: Run;
  standby: Standby;
  overlay: Overlay & { readonly targets: readonly string[] };
  timeline: Timeline;
  person: Person;
  session: Session;
  tablet: Tablet;
  apiKey: ApiKey;
  hold: ClockHold;
  screenToken: ScreenToken;
  keptOut: KeptOut;
  maintenance: Maintenance;
  incidentNote: IncidentNote;
  /** Only `last`. */
  act: LastAct;
  ask: Ask;
  loss: Loss;
  guide: Guide;
  /** Only `doors`, and only while somebody has opened or closed the hall by hand. */
  doors: Doors;
}
export type Kind = keyof Documents;
export const kinds = [
  'hall',
  'scene',
  'show',
  'rule',
  'exception',
  'day',
  'medium',
  'imported',
  'draft',
  'discarded',
  'edition',
  'run',
  'standby',
  'overlay',
  'timeline',
  'person',
  'session',
  'tablet',
  'hold',
  'apiKey',
  'screenToken',
  'keptOut',
  'maintenance',
  'incidentNote',
  'act',
  'ask',
  'loss',
  'guide',
  'doors',
] as const satisfies readonly Kind[];

/** All that has been decided. Plain data, replaced and never mutated; every durable change raises `revision` by one. */
export type HallState = { readonly revision: number } & {
  readonly [K in Kind]: Readonly<Record<string, Documents[K]>>;
};

/** The only id of what the last import left. */
export const lastImport = 'last';

/** The hall document's only id. */
export const hallId = 'hall';

/** Documents by id, without a prototype: an id such as `constructor`, which anybody may ask for, names nothing. */
export function table<Document>(...parts: readonly Readonly<Record<string, Document>>[]): Record<string, Document> {
  return Object.assign(Object.create(null) as Record<string, Document>, ...parts) as Record<string, Document>;
}

export function emptyState(): HallState {
  const empty = Object.fromEntries(kinds.map((kind) => [kind, table()]));
  return { revision: 0, ...(empty as Omit<HallState, 'revision'>) };
}

/** One durable difference between two states. */
export type Change = {
  readonly [K in Kind]: { readonly kind: K; readonly id: string; readonly body: Documents[K] | null };
}[Kind];

/** The state after the changes; a null body removes the document. */
export function applyChanges(state: HallState, changes: readonly Change[], revision: number): HallState {
  const next: Record<string, unknown> = { ...state, revision };
  const copied = new Set<Kind>();
  for (const change of changes) {
    if (!copied.has(change.kind)) {
      next[change.kind] = table<unknown>(state[change.kind]);
      copied.add(change.kind);
    }
    const documents = next[change.kind] as Record<string, unknown>;
    if (change.body === null) delete documents[change.id];
    else documents[change.id] = change.body;
  }
  return next as HallState;
}

/** Why the wall clock is not trusted, or null when it is. */
export function clockHold(state: HallState): ClockHold | null {
  return state.hold['clock'] ?? null;
}

/** The hall's description; a hall that has been imported always has one. */
export function hallOf(state: HallState): Hall {
  const hall = state.hall[hallId];
  if (hall === undefined) throw new Error('the hall has not been imported');
  return hall;
}
