import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { clockNamespaceGuard } from './adapters/clock-guard.ts';
import { attachClock } from './adapters/clock-socket.ts';
import { serveDisplays } from './adapters/displays/displays.ts';
import { createHttp } from './adapters/http/create-http.ts';
import { actorOfScreenToken } from './adapters/identity/actors.ts';
import { adminId, ensureAdmin } from './adapters/identity/first-admin.ts';
import { createIdentity } from './adapters/identity/identity.ts';
import { serveOperators } from './adapters/operators/operators.ts';
import { createPairing } from './adapters/pairing.ts';
import type { Actor, Log } from './core/ports.ts';
import { dataPaths } from './data-paths.ts';
import { createEngine } from './engine/engine.ts';
import type { Environment } from './environment.ts';
import { configDiffers, importConfig } from './import-config.ts';
import { createSharedTime } from './shared-time.ts';
import { openStore } from './store/sqlite/store.ts';
import { openTelemetry } from './store/telemetry/telemetry.ts';
import type { Doors } from './welcome.ts';
import { messageLimitBytes, type DisplayHandshake } from '#shared/protocol.ts';

export interface Controller extends Doors {
  /** Ends in good order: what was given is decided, what was decided is on disk. */
  stop(): Promise<void>;
}

export type Started =
  | { readonly ok: true; readonly controller: Controller }
  /** Words for the person at the terminal. */
  | { readonly ok: false; readonly message: string };

const root = join(import.meta.dirname, '..');
const pages = join(root, 'dist');
const lookEveryMs = 500;
const sweepEveryMs = 15 * 60_000;

/** Opens the hall: memory, engine, doors. Rejects with a StoreFailure where the memory cannot be used. */
export async function startController(environment: Environment, log: Log): Promise<Started> {
  const { host, port, dataDir, configDir, adminPassword } = environment;
  const paths = dataPaths(dataDir);
  const store = await openStore({ file: paths.hall, log });
  const stops: (() => Promise<unknown> | void)[] = [() => store.close()];
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).toReversed()) await one();
  };
  const refuse = async (message: string): Promise<Started> => {
    await stop();
    return { ok: false, message };
  };

  const isNew = (await store.load()).hall['hall'] === undefined;
  if (isNew) {
    const imported = await importConfig({ store, configDir, mediaDir: paths.media, now: Date.now() });
    if (!imported.ok) return refuse(imported.message);
  }
  const state = await store.load();
  if (!isNew) {
    const different = await configDiffers(state, configDir);
    if (different !== null) log.info({ configDir }, different);
  }

  const time = createSharedTime({
    mono: () => performance.now(),
    wall: () => Date.now(),
    onWallStep: ({ byMs }) => log.error({ byMs }, 'the wall clock was set; the hall goes on by its own time'),
    onWallReturn: () => log.info({}, 'the wall clock is back where the hall is'),
  });
  stops.push(() => time.stop());
  const telemetry = openTelemetry({ file: paths.telemetry, log });
  stops.push(() => telemetry.close());
  const engine = createEngine({
    store,
    telemetry,
    log,
    state,
    now: () => time.now(),
    freshId: randomUUID,
    after(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  stops.push(
    () => engine.settled(),
    () => engine.stop(),
  );
  const identity = createIdentity(engine);
  const pairing = createPairing(engine);
  const { needsLink } = await ensureAdmin(engine, adminPassword);

  let isOpen = false;
  const http = createServer(
    createHttp({
      engine,
      identity,
      pairing,
      log,
      pages,
      media: paths.media,
      version: versionOf(),
      waitingFor: () => (isOpen ? null : 'The controller is starting.'),
    }),
  );
  const sockets = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: messageLimitBytes,
    perMessageDeflate: false,
    pingInterval: 5_000,
    pingTimeout: 5_000,
  });
  const actorOf = (handshake: DisplayHandshake, cookie: string | undefined): Actor => {
    switch (handshake.as) {
      case 'screen':
      case 'host':
        return actorOfScreenToken(engine, handshake.screen, handshake.token);
      case 'session':
        return identity.identify({ cookie }).actor;
      case 'stranger':
        return { is: 'stranger' };
    }
  };
  stops.push(
    serveDisplays({
      namespace: sockets.of('/displays'),
      hall: engine,
      pairing,
      actorOf,
      now: () => performance.now(),
      build: buildOf(),
      log,
    }),
    serveOperators({
      namespace: sockets.of('/operators'),
      hall: engine,
      actorOf: (cookie) => identity.identify({ cookie }).actor,
    }),
  );
  const clock = sockets.of('/clock');
  clock.use(clockNamespaceGuard(actorOf));
  stops.push(attachClock(clock, time));
  const looking = setInterval(() => engine.look(), lookEveryMs);
  const sweeping = setInterval(() => {
    identity.sweep().catch((error: unknown) => log.error({ error }, 'sessions that nobody uses could not be ended'));
  }, sweepEveryMs);
  stops.push(() => {
    clearInterval(looking);
    clearInterval(sweeping);
  });

  const bound = await listen(http, port, host);
  if (typeof bound === 'string') return refuse(bound);
  stops.push(() => sockets.close());
  isOpen = true;
  const [console, hall] = needsLink ? [identity.issueSignInCode(adminId), identity.issueSignInCode(adminId)] : [];
  const signInCodes =
    console === undefined || hall === undefined || console === null || hall === null ? null : { console, hall };
  return { ok: true, controller: { host, port: bound, signInCodes, stop } };
}

/** The port it listens on, or why it cannot. */
function listen(http: HttpServer, port: number, host: string): Promise<number | string> {
  return new Promise((resolve) => {
    http.once('error', (error: NodeJS.ErrnoException) => resolve(whyNot(error, port, host)));
    http.listen(port, host, () => resolve((http.address() as AddressInfo).port));
  });
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use: another controller or another program has it. Stop that, or choose another with PORT.`;
    case 'EACCES':
      return `This user may not open port ${port}. Choose one above 1023 with PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is not an address of this machine. Use 127.0.0.1, 0.0.0.0 or an address that it has.`;
    case undefined:
    default:
      return `The hall cannot open its door on ${host}:${port}: ${error.message}`;
  }
}

/** Names the built pages: a player that was built from others is outdated. */
function buildOf(): string {
  const { build } = JSON.parse(readFileSync(join(pages, 'build.json'), 'utf8')) as { build: string };
  return build;
}

function versionOf(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}
