import { problem } from '#shared/problem.ts';
import { asIs, type Said } from '#shared/said.ts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { applyChanges, type HallState, type Log, type Person, type Store } from '#core/ports.ts';
import { createHttp } from '../../controller/adapters/http/create-http.ts';
import { createIdentity, type Identity } from '../../controller/adapters/identity/identity.ts';
import { hashPassword } from '../../controller/adapters/identity/passwords.ts';
import { createInspector } from '../../controller/adapters/media/inspector.ts';
import { createMediaLibrary, type MediaLibrary } from '../../controller/adapters/media/media-library.ts';
import { createUploads } from '../../controller/adapters/media/uploads.ts';
import { createPairing, type Pairing } from '../../controller/adapters/pairing.ts';
import { createEngine, type Engine } from '../../controller/engine/engine.ts';
import type { NoticeState } from '#shared/notices.ts';
import type { Problem } from '#shared/problem.ts';
import type { PlayerDesk } from '#core/ports.ts';
import { createMemoryTelemetry } from './engine.ts';
import { createMemoryStore } from '../../controller/store/memory.ts';

export interface RunningHall {
  readonly engine: Engine;
  readonly store: Store;
  readonly identity: Identity;
  readonly pairing: Pairing;
  readonly files: MediaLibrary;
  readonly server: Server;
  readonly origin: string;
  /** The media store's folder. */
  readonly media: string;
  /** What was logged as a warning or an error. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

/** Password of every person that `peopleOf` makes. */
export const testPassword = 'a password for tests';

/** One person of each role, named after it. */
export async function peopleOf(state: HallState): Promise<HallState> {
  const passwordHash = await hashPassword(testPassword);
  const roles = ['viewer', 'operator', 'curator', 'technician', 'admin'] as const;
  const people = roles.map((role): Person => {
    return {
      id: role,
      name: role,
      role,
      zones: null,
      passwordHash,
      secondFactor: null,
      pinHash: null,
      disabled: false,
    };
  });
  return applyChanges(
    state,
    people.map((person) => ({ kind: 'person', id: person.id, body: person })),
    state.revision,
  );
}

/** A hall at work on a memory store, open over HTTP on a port of the system's choice. */
export async function startHall(
  state: HallState,
  options: {
    readonly pages?: string;
    readonly now?: () => number;
    readonly waitingFor?: () => Said | null;
    readonly notices?: readonly NoticeState[];
    readonly refusal?: () => Problem | null;
  } = {},
): Promise<RunningHall> {
  const logged: string[] = [];
  const keep = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = { info: () => undefined, warn: keep, error: keep };
  const store = createMemoryStore({ state, refusal: options.refusal ?? (() => null) });
  const engine = createEngine({
    store,
    telemetry: createMemoryTelemetry(),
    log,
    now: options.now ?? Date.now,
    freshId: randomUUID,
    after: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    state,
  });
  const identity = createIdentity(engine);
  const pairing = createPairing(engine);
  const media = mkdtempSync(join(tmpdir(), 'shanyraq-media-'));
  const inspector = createInspector();
  const uploads = createUploads(join(media, '.uploads'), Date.now);
  const files = createMediaLibrary({ engine, uploads, inspector, folder: media, log });
  const http = createHttp({
    notices: () => options.notices ?? [],
    engine,
    identity,
    pairing,
    desk: nobodyThere,
    log,
    media,
    uploads,
    files,
    pages: options.pages ?? media,
    version: '0.0.0',
    waitingFor: options.waitingFor ?? (() => null),
  });
  const server = createServer(http);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    engine,
    store,
    identity,
    pairing,
    files,
    server,
    origin: `http://127.0.0.1:${port}`,
    media,
    logged,
    async stop() {
      engine.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await inspector.stop();
      rmSync(media, { recursive: true });
    },
  };
}

/** No player is connected in these tests. */
const nobodyThere: PlayerDesk = {
  order: () => Promise.resolve({ ok: false, problem: problem('not-ready', asIs('Nobody plays here.')) }),
  release: () => false,
};
