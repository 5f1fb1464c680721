import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RateLimits } from '../../controller/adapters/http/rates.ts';
import { keyIdOf } from '../../controller/adapters/identity/actors.ts';
import { hashPassword } from '../../controller/adapters/identity/passwords.ts';
import { freshSecret, hashSecret } from '../../controller/adapters/identity/secrets.ts';
import { sessionCookieName } from '../../controller/adapters/identity/session-cookie.ts';
import { dataPaths } from '../../controller/data-paths.ts';
import { importConfig } from '../../controller/import-config.ts';
import { orderOffline } from '../../controller/offline.ts';
import { startController } from '../../controller/start.ts';
import { openStore } from '../../controller/store/sqlite/store.ts';
import type { ApiKey, Command, Log, Person, Store } from '#core/ports.ts';
import type { DisplayHandshake } from '#shared/protocol.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { aHall, aScene, screen } from './hall-state.ts';
import { testPassword } from './running-hall.ts';

/** Everybody who may stand before the hall. */
export const kindsOfActor = [
  'stranger',
  'viewer',
  'operator',
  'curator',
  'technician',
  'admin',
  /** An operator of zone `left` alone: p1, w1 and w2. */
  'limited',
  /** The screen p1. */
  'screen',
  'other-screen',
  /** Was the screen p3 once. */
  'revoked-screen',
  /** An admin whose session has run out. */
  'expired',
  /** For seeing, and for ribbons in zone `left`. */
  'key',
  'expired-key',
  /** Has GO of one run on p1. */
  'guide',
  /** Had it, before it was given to another phone. */
  'former-guide',
] as const;
export type KindOfActor = (typeof kindsOfActor)[number];

export interface WholeController {
  readonly origin: string;
  readonly dataDir: string;
  /** Everything that was logged. */
  readonly log: readonly string[];
  /** What a request of that kind carries. A screen's token is tried in both ways in which others come in. */
  headers(kind: KindOfActor): Record<string, string>;
  /** How a player of that kind introduces itself. */
  handshake(kind: KindOfActor): { readonly auth: DisplayHandshake; readonly cookie: string | null };
  /** Every secret in use: none of them may ever be shown or logged. */
  readonly secrets: readonly string[];
  stop(): Promise<void>;
}

const year = 365 * 24 * 3_600_000;

/** The controller as it runs in a hall, in this process, with one of each kind of actor. Needs the built pages. */
export async function startWholeController(rates?: RateLimits): Promise<WholeController> {
  const root = mkdtempSync(join(tmpdir(), 'shanyraq-whole-'));
  const configDir = join(root, 'config');
  const dataDir = join(root, 'data');
  writeConfig(configDir);
  const lines: string[] = [];
  const write = (fields: object, message: string): void =>
    void lines.push(
      `${message} ${JSON.stringify(fields, (_key, value: unknown) => (value instanceof Error ? value.stack : value))}`,
    );
  const log: Log = { info: write, warn: write, error: write };
  const paths = dataPaths(dataDir);
  const store = await openStore({ file: paths.hall, log });
  const imported = await importConfig({ store, configDir, mediaDir: paths.media, now: Date.now() });
  if (!imported.ok) throw new Error(imported.message);
  const secrets = await populate(store);
  await store.close();

  const started = await startController(
    {
      port: 0,
      host: '127.0.0.1',
      dataDir,
      configDir,
      adminPassword: null,
      transport: { is: 'http', isInsisted: false },
    },
    log,
    rates,
  );
  if (!started.ok) throw new Error(started.message);
  const { controller } = started;
  const said = { protocol: PROTOCOL_VERSION, build: 'test' };
  const cookieOf = (kind: KindOfActor): string | null =>
    secrets.sessions[kind] === undefined ? null : `${sessionCookieName}=${secrets.sessions[kind]}`;

  return {
    origin: `http://127.0.0.1:${controller.port}`,
    dataDir,
    log: lines,
    secrets: [
      ...Object.values(secrets.sessions),
      ...Object.values(secrets.tokens),
      ...Object.values(secrets.keys),
      testPassword,
    ],
    headers(kind) {
      const cookie = cookieOf(kind);
      const token = secrets.tokens[kind];
      const key = secrets.keys[kind];
      if (cookie !== null) return { Cookie: cookie };
      if (key !== undefined) return { Authorization: `${kind.includes('guide') ? 'Guide' : 'Bearer'} ${key}` };
      return token === undefined ? {} : { Cookie: `${sessionCookieName}=${token}` };
    },
    handshake(kind) {
      const token = secrets.tokens[kind];
      const key = secrets.keys[kind];
      const cookie = cookieOf(kind);
      if (token !== undefined)
        return { auth: { as: 'screen', screen: screen(screenOf[kind] ?? 'p1'), token, ...said }, cookie: null };
      return { auth: { as: kind === 'stranger' || key !== undefined ? 'stranger' : 'session', ...said }, cookie };
    },
    async stop() {
      await controller.stop();
      rmSync(root, { recursive: true });
    },
  };
}

const screenOf: Partial<Record<KindOfActor, string>> = { screen: 'p1', 'other-screen': 'p2', 'revoked-screen': 'p3' };

function writeConfig(configDir: string): void {
  mkdirSync(join(configDir, 'scenes'), { recursive: true });
  mkdirSync(join(configDir, 'rules'));
  const output = { id: 'speakers', name: { en: 'Speakers' }, zone: 'left', screen: screen('p1') };
  writeFileSync(join(configDir, 'hall.json'), JSON.stringify(aHall({ soundOutputs: [output] })));
  for (const id of ['idle', 'quiet']) writeFileSync(join(configDir, `scenes/${id}.json`), JSON.stringify(aScene(id)));
  const rule = { id: 'ambient', scene: 'idle', layer: 'ambient', targets: 'all', when: { always: true } };
  writeFileSync(join(configDir, 'rules/ambient.json'), JSON.stringify(rule));
}

type Secrets = Partial<Record<KindOfActor, string>>;

async function populate(store: Store) {
  const now = Date.now();
  const order = async (command: Command): Promise<void> => {
    const answer = await orderOffline(store, command, now);
    if (!answer.ok) throw new Error(answer.problem.detail);
  };
  const passwordHash = await hashPassword(testPassword);
  const sessions: Secrets = {};
  const tokens: Secrets = {};
  const keys: Secrets = {};
  const person = async (kind: KindOfActor, role: Person['role'], zones: string[] | null, expiresAt: number) => {
    const bare = { secondFactor: null, pinHash: null, disabled: false } as const;
    await order({ type: 'person.put', person: { id: kind, name: kind, role, zones, passwordHash, ...bare } });
    const secret = freshSecret();
    sessions[kind] = secret;
    const where = { tablet: null, browser: '', address: '' } as const;
    const session = { id: hashSecret(secret), person: kind, createdAt: now, expiresAt, ...where };
    await order({ type: 'session.open', session });
  };
  for (const role of ['viewer', 'operator', 'curator', 'technician', 'admin'] as const)
    await person(role, role, null, now + year);
  await person('limited', 'operator', ['left'], now + year);
  await person('expired', 'admin', null, now - 1);
  for (const [kind, id] of Object.entries(screenOf) as [KindOfActor, string][]) {
    const token = freshSecret();
    tokens[kind] = token;
    await order({ type: 'screen.pair', screen: id, tokenHash: hashSecret(token) });
  }
  await order({ type: 'screen.unpair', screen: 'p3' });
  for (const [kind, expiresAt] of [
    ['key', now + year],
    ['expired-key', now - 1],
  ] as const) {
    const key = freshSecret();
    keys[kind] = key;
    const permissions: ApiKey['permissions'] = ['hall.see', 'overlay.show'];
    const made = { id: keyIdOf(key), name: kind, keyHash: hashSecret(key), permissions, zones: ['left'], expiresAt };
    await order({ type: 'key.add', key: made });
  }
  const take = { targets: ['p1'], scene: 'quiet' };
  await order({ type: 'run.take', body: take });
  const [run = ''] = Object.keys((await store.load()).run);
  for (const kind of ['former-guide', 'guide'] as const) {
    const code = freshSecret();
    keys[kind] = code;
    await order({ type: 'guide.give', run, tokenHash: hashSecret(code) });
  }
  return { sessions, tokens, keys };
}
