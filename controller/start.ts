import { said } from '#shared/said.ts';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { clockNamespaceGuard } from './adapters/clock-guard.ts';
import { attachClock } from './adapters/clock-socket.ts';
import { admitHandshake } from './adapters/doors/admit-handshake.ts';
import { endClosed } from './adapters/doors/end-closed.ts';
import { openDoors } from './adapters/doors/open-doors.ts';
import { hearHung } from './adapters/hung-pages.ts';
import { serveDisplays } from './adapters/displays/displays.ts';
import { createHttp } from './adapters/http/create-http.ts';
import type { RateLimits } from './adapters/http/rates.ts';
import { adminId, ensureAdmin } from './adapters/identity/first-admin.ts';
import { createIdentity } from './adapters/identity/identity.ts';
import { actorOfScreen } from './adapters/identity/screen-tokens.ts';
import { missedAfterMs } from './adapters/operators/company.ts';
import { serveOperators } from './adapters/operators/operators.ts';
import { createInspector } from './adapters/media/inspector.ts';
import { createMediaLibrary } from './adapters/media/media-library.ts';
import { createUploads } from './adapters/media/uploads.ts';
import { createPairing } from './adapters/pairing.ts';
import { createWakes } from './adapters/wakes.ts';
import { keepAlive, lastAlive } from './alive.ts';
import type { Actor, Log } from './core/ports.ts';
import { tellPeople } from './tell-people.ts';
import { watchClock } from './clock-watch.ts';
import { dataPaths } from './data-paths.ts';
import { createEngine } from './engine/engine.ts';
import type { Environment } from './environment.ts';
import { configDiffers, importConfig } from './import-config.ts';
import { createSharedTime } from './shared-time.ts';
import { openStore } from './store/sqlite/store.ts';
import { openTelemetry } from './store/telemetry/telemetry.ts';
import { openWarning, secure } from './secure.ts';
import { createTraining } from './training/training.ts';
import type { Welcome } from './welcome.ts';
import { whyNot } from './why-not.ts';
import { DisplayHandshake, messageLimitBytes } from '#shared/protocol.ts';
import { trainingPath } from '#shared/training.ts';

export interface Controller extends Welcome {
  /** Ends in good order: what was given is decided, what was decided is on disk. */
  stop(): Promise<void>;
}

export type Started =
  | { readonly ok: true; readonly controller: Controller }
  /** Words for the person at the terminal. */
  | { readonly ok: false; readonly message: string };

const root = join(import.meta.dirname, '..');
const pages = join(root, 'dist');
const waitingWords = {
  opening: said('The controller is starting.', 'Контроллер запускается.', 'Контроллер іске қосылып жатыр.'),
  open: null,
  closing: said('The controller is ending.', 'Контроллер завершает работу.', 'Контроллер жұмысын аяқтап жатыр.'),
} as const;
const lookEveryMs = 500;
const sweepEveryMs = 15 * 60_000;

/** Opens the hall: memory, engine, doors. Rejects with a StoreFailure where the memory cannot be used. */
export async function startController(environment: Environment, log: Log, rates?: RateLimits): Promise<Started> {
  const { host, port, dataDir, configDir, adminPassword, clockOffsetMs = 0 } = environment;
  const wall = (): number => Date.now() + clockOffsetMs;
  if (clockOffsetMs !== 0)
    log.error(
      { clockOffsetMs, at: new Date(wall()).toISOString() },
      'CLOCK_OFFSET_MS is set: this hall lives at another time. It is for tests; no hall may run like this.',
    );
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
    const imported = await importConfig({ store, configDir, mediaDir: paths.media, now: wall() });
    if (!imported.ok) return refuse(imported.message);
  }
  const state = await store.load();
  if (!isNew) {
    const different = await configDiffers(state, configDir);
    if (different !== null) log.info({ configDir }, different);
  }

  const time = createSharedTime({
    mono: () => performance.now(),
    wall,
    onWallStep: ({ byMs }) => watch.stepped(byMs),
    onWallReturn: () => watch.returned(),
  });
  stops.push(() => time.stop());
  const absentSince = lastAlive(paths.alive);
  const telemetry = openTelemetry({ file: paths.telemetry, log });
  stops.push(() => telemetry.close());
  const engine = createEngine({
    store,
    telemetry,
    log,
    state,
    absences: absentSince === null ? [] : [{ from: absentSince, until: time.now() }],
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
  const watch = watchClock({ engine, time, freshId: randomUUID, log });
  stops.push(() => watch.stop());
  await watch.start();
  const past = await telemetry.incidents({ from: 0, until: Infinity, open: true }).catch((error: unknown) => {
    log.error({ error }, 'what was wrong before the start is not known: the telemetry cannot be read');
    return [];
  });
  engine.resumeIncidents(past);
  const identity = createIdentity(engine);
  const pairing = createPairing(engine);
  const { needsLink } = await ensureAdmin(engine, adminPassword);

  const secured = secure(environment.transport, paths.certificates);
  if (!secured.ok) return refuse(secured.message);
  if (environment.transport.is === 'http' && environment.transport.isInsisted) log.warn({ host }, openWarning);
  const sockets = new Server({
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: messageLimitBytes,
    perMessageDeflate: false,
    pingInterval: missedAfterMs / 2,
    pingTimeout: missedAfterMs / 2,
    connectTimeout: 10_000,
    allowRequest: admitHandshake(secured.certificate !== null),
  });
  const actorOf = (handshake: DisplayHandshake, cookie: string | undefined): Actor => {
    switch (handshake.as) {
      case 'screen':
      case 'host':
        return actorOfScreen(engine, handshake);
      case 'session':
        return identity.identify({ cookie }).actor;
      case 'stranger':
        return { is: 'stranger' };
    }
  };
  const displays = serveDisplays({
    namespace: sockets.of('/displays'),
    hall: engine,
    pairing,
    actorOf,
    now: () => performance.now(),
    build: buildOf(),
    log,
  });
  let door: keyof typeof waitingWords = 'opening';
  const notices =
    environment.notices === undefined ? null : tellPeople(environment.notices, { engine, file: paths.notices, log });
  if (notices !== null) stops.push(() => notices.stop());
  const inspector = createInspector();
  stops.push(() => inspector.stop());
  const uploads = createUploads(paths.uploads, () => Date.now());
  const files = createMediaLibrary({ engine, uploads, inspector, folder: paths.media, log });
  const trainingDesks = sockets.of(`${trainingPath}/operators`);
  const trainingScreens = sockets.of(`${trainingPath}/displays`);
  const training = createTraining({
    hall: engine,
    identity,
    operators: trainingDesks,
    displays: trainingScreens,
    actorOf,
    pages,
    media: paths.media,
    files,
    build: buildOf(),
    version: versionOf(),
    log,
  });
  stops.push(() => training.stop());
  const handler = createHttp({
    engine,
    isTrusted: environment.transport.is === 'given-certificate',
    training: training.handler,
    identity,
    pairing,
    desk: displays.desk,
    notices: () => notices?.states() ?? [],
    log,
    pages,
    media: paths.media,
    uploads,
    files,
    ...(rates === undefined ? {} : { rates }),
    version: versionOf(),
    waitingFor: () => waitingWords[door],
  });
  const doors = openDoors({ certificate: secured.certificate, handler, log });
  sockets.attach(doors.http);
  stops.push(
    () => displays.stop(),
    serveOperators({
      namespace: sockets.of('/operators'),
      hall: engine,
      notices,
      media: files,
      actorOf: (cookie) => identity.identify({ cookie }).actor,
      build: buildOf(),
    }),
  );
  const clock = sockets.of('/clock');
  clock.use(clockNamespaceGuard(actorOf));
  stops.push(attachClock(clock, time), hearHung(clock, actorOf, engine));
  const byCookie = sockets.of('/operators');
  stops.push(
    endClosed(engine, [sockets.of('/displays'), byCookie, clock, trainingDesks, trainingScreens], (socket) => {
      const { auth, headers } = socket.handshake;
      if (socket.nsp === byCookie || socket.nsp === trainingDesks)
        return identity.identify(headers).actor.is !== 'stranger';
      const handshake = DisplayHandshake.safeParse(auth);
      return (
        handshake.success &&
        (handshake.data.as === 'stranger' || actorOf(handshake.data, headers.cookie).is !== 'stranger')
      );
    }),
  );
  const wakes = createWakes({
    nextChange: () => engine.nextChange(),
    now: () => time.now(),
    wall: () => Date.now(),
    look: () => engine.look(),
    log,
  });
  stops.push(
    () => wakes.stop(),
    engine.onPlans(() => wakes.arm()),
    keepAlive({ file: paths.alive, now: () => time.now() }),
  );
  const looking = setInterval(() => engine.look(), lookEveryMs);
  const sweeping = setInterval(() => {
    identity.sweep().catch((error: unknown) => log.error({ error }, 'sessions that nobody uses could not be ended'));
    uploads
      .sweep()
      .catch((error: unknown) => log.error({ error }, 'uploads that nobody finished could not be removed'));
  }, sweepEveryMs);
  stops.push(() => {
    clearInterval(looking);
    clearInterval(sweeping);
  });

  const bound = await doors.listen(port, host).catch((error: unknown) => whyNot(error, port, host));
  if (typeof bound === 'string') return refuse(bound);
  stops.push(
    () => doors.close(),
    () => void sockets.engine.close(),
  );
  door = 'open';
  stops.push(() => {
    door = 'closing';
  });
  const [console, hall] = needsLink ? [identity.issueSignInCode(adminId), identity.issueSignInCode(adminId)] : [];
  const signInCodes =
    console === undefined || hall === undefined || console === null || hall === null ? null : { console, hall };
  return { ok: true, controller: { host, port: bound, security: secured.security, signInCodes, stop } };
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
