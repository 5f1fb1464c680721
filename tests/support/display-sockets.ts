import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach } from 'vitest';
import { serveDisplays } from '../../controller/adapters/displays/displays.ts';
import type { Actor } from '#core/ports.ts';
import { TakeBody } from '#shared/commands.ts';
import type { Plan } from '#shared/plan.ts';
import type { PlanPatch } from '#shared/plan-patch.ts';
import { problem } from '#shared/problem.ts';
import { controllerToDisplay, displayToController, messageLimitBytes, PROTOCOL_VERSION } from '#shared/protocol.ts';
import { asIs } from '#shared/said.ts';
import { aHallAtWork, operator, quiet } from './engine.ts';
import { aHall, aScene, aState, screen, screenInput } from './hall-state.ts';

const state = aState({
  hall: aHall({ screens: [screenInput('left', 1), screenInput('right', 2)] }),
  scenes: [aScene('poem')],
});

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

/** A player on a real socket, and what it was told. */
export interface SocketPlayer {
  readonly socket: Socket;
  readonly screens: string[];
  readonly patches: { screens: string[] | null; patch: PlanPatch }[];
  readonly plans: Plan[];
  readonly refused: string[];
  readonly modes: string[];
  /** What the player answers to patches and plans; null: nothing. */
  applies: boolean | null;
}

/** The screens' socket of a hall of two screens, on a free port; it ends after the test. */
export async function openDisplays() {
  const hall = aHallAtWork(state);
  const server = createServer();
  const sockets = new Server(server, { transports: ['websocket'], maxHttpBufferSize: messageLimitBytes });
  const { stop } = serveDisplays({
    namespace: sockets.of('/displays'),
    hall: hall.engine,
    pairing: {
      askCode: () => ({ code: 'ABC346', expiresInMs: 60_000, forget: () => undefined }),
      claimWithCode: (_address, code) =>
        Promise.resolve(
          code === 'right'
            ? { screen: screen('left'), token: 'secret' }
            : problem('not-found', asIs('This link was used already.')),
        ),
    },
    actorOf: (handshake): Actor =>
      handshake.as === 'session'
        ? operator
        : handshake.as === 'screen' && handshake.token === 'secret'
          ? { is: 'screen', screen: handshake.screen }
          : { is: 'stranger' },
    now: () => performance.now(),
    build: 'b1',
    log: quiet,
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stops.push(async () => {
    stop();
    await sockets.close();
  });

  function connect(auth: object): SocketPlayer {
    const socket = io(`${url}/displays`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL_VERSION, build: 'b1', ...auth },
    });
    stops.push(() => void socket.disconnect());
    const player: SocketPlayer = { socket, screens: [], patches: [], plans: [], refused: [], modes: [], applies: true };
    const held = (names: readonly string[]) => ({
      applied: player.applies ? names : [],
      stale: player.applies ? [] : names,
    });
    socket.on('patch', (payload: unknown, ack: (answer: unknown) => void) => {
      const { screens, patch } = controllerToDisplay.patch.payload.parse(payload);
      player.patches.push({ screens, patch });
      if (player.applies !== null) ack(held(screens ?? player.screens));
    });
    socket.on('plan', (payload: unknown, ack: (answer: unknown) => void) => {
      const { plan } = controllerToDisplay.plan.payload.parse(payload);
      player.plans.push(plan);
      ack({ applied: [plan.screen], stale: [] });
    });
    socket.on('refused', (payload: { problem: { code: string } }) => player.refused.push(payload.problem.code));
    socket.on('mode', (payload: { mode: string }) => player.modes.push(payload.mode));
    return player;
  }

  async function attach(player: SocketPlayer, name: string, mode: string, have: unknown = null) {
    player.screens.push(name);
    const answer: unknown = await player.socket.emitWithAck('attach', { screen: name, mode, have });
    return displayToController.attach.ack.parse(answer);
  }

  const take = (commandId: string) =>
    hall.engine.order({
      commandId,
      actor: operator,
      command: { type: 'run.take', body: TakeBody.parse({ targets: 'all', scene: 'poem' }) },
    });
  return { hall, url, connect, attach, take };
}
