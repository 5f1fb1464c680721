import { asIs } from '#shared/said.ts';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Server } from 'socket.io';
import { attachClock } from '../../../controller/adapters/clock-socket.ts';
import { serveOperators } from '../../../controller/adapters/operators/operators.ts';
import { createWakes } from '../../../controller/adapters/wakes.ts';
import { serveDisplays } from '../../../controller/adapters/displays/displays.ts';
import { createEngine, type Engine } from '../../../controller/engine/engine.ts';
import { openStore } from '../../../controller/store/sqlite/store.ts';
import { openTelemetry } from '../../../controller/store/telemetry/telemetry.ts';
import type { Change, Telemetry } from '#core/ports.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { messageLimitBytes } from '#shared/protocol.ts';
import { createSharedTime } from '../../../controller/shared-time.ts';
import { problem } from '#shared/problem.ts';
import { operator, quiet } from '../../support/engine.ts';
import { aHall, aScene, aState, screenInput } from '../../support/hall-state.ts';

export interface BenchHall {
  readonly engine: Engine;
  readonly telemetry: Telemetry;
  readonly url: string;
  readonly screens: readonly string[];
  /** How many patches were encoded since the hall opened. */
  readonly encodings: () => number;
  stop(): Promise<void>;
}

/** A hall of so many screens with the real engine, store, telemetry and sockets, as `start.ts` wires them. */
export async function openBenchHall(
  count: number,
  switchOf: (index: number) => string = (index) => `switch-${index % 40}`,
): Promise<BenchHall> {
  const folder = mkdtempSync(join(tmpdir(), 'shanyraq-fanout-'));
  const screens = Array.from({ length: count }, (_, index) => `s${index + 1}`);
  const hall = aHall({
    screens: screens.map((id, index) => ({ ...screenInput(id, (index % 999) + 1), switch: switchOf(index) })),
    surfaces: [],
    zones: [],
  });
  const state = aState({ hall, scenes: [aScene('poem'), aScene('map')] });
  const store = await openStore({ file: join(folder, 'hall.db'), log: quiet });
  const changes: readonly Change[] = [
    ...Object.values(state.hall).map((body) => ({ kind: 'hall', id: 'hall', body }) as const),
    ...Object.values(state.scene).map((body) => ({ kind: 'scene', id: body.id, body }) as const),
    ...Object.values(state.show).map((body) => ({ kind: 'show', id: body.id, body }) as const),
  ];
  await store.commit({
    entry: {
      revision: 1,
      at: Date.now(),
      command: 'hall.import',
      commandId: canonicalJson('import'),
      actor: 'the hall',
      reason: null,
      summary: 'imported',
      changed: [],
    },
    changes,
    answer: {},
  });
  const telemetry = openTelemetry({ file: join(folder, 'telemetry.db'), log: quiet });
  const time = createSharedTime({ mono: () => performance.now(), wall: () => Date.now() });
  const engine = createEngine({
    store,
    telemetry,
    log: quiet,
    state: await store.load(),
    now: () => time.now(),
    freshId: randomUUID,
    after(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  const http = createServer();
  const sockets = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: messageLimitBytes,
    perMessageDeflate: false,
    pingInterval: 5_000,
    pingTimeout: 5_000,
  });
  let encoded = 0;
  const encode = sockets.encoder.encode.bind(sockets.encoder) as (packet: unknown) => unknown[];
  sockets.encoder.encode = (packet) => {
    if (Array.isArray(packet.data) && packet.data[0] === 'patch') encoded += 1;
    return encode(packet);
  };
  const displays = serveDisplays({
    namespace: sockets.of('/displays'),
    hall: engine,
    pairing: {
      askCode: () => problem('not-built', asIs('Nobody pairs here.')),
      claimWithCode: () => Promise.resolve(problem('not-built', asIs('Nobody pairs here.'))),
    },
    actorOf: (handshake) =>
      handshake.as === 'screen' ? { is: 'screen', screen: handshake.screen } : { is: 'stranger' },
    now: () => performance.now(),
    build: 'b1',
    log: quiet,
  });
  const stopClock = attachClock(sockets.of('/clock'), time);
  const stopOperators = serveOperators({
    namespace: sockets.of('/operators'),
    hall: engine,
    notices: null,
    media: null,
    actorOf: () => operator,
    build: 'b1',
  });
  const wakes = createWakes({
    nextChange: () => engine.nextChange(),
    now: () => time.now(),
    wall: () => Date.now(),
    look: () => engine.look(),
    log: quiet,
  });
  engine.onPlans(() => wakes.arm());
  const looking = setInterval(() => engine.look(), 500);
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  return {
    engine,
    telemetry,
    encodings: () => encoded,
    screens,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async stop() {
      clearInterval(looking);
      wakes.stop();
      displays.stop();
      stopOperators();
      stopClock();
      await sockets.close();
      engine.stop();
      time.stop();
      await telemetry.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
