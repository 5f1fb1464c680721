import { io, type Socket } from 'socket.io-client';
import { probeEvent } from '#shared/clock/events.ts';
import { Probe } from '#shared/clock/probe.ts';
import { displayToController, operatorToController } from '#shared/protocol.ts';
import type { z } from 'zod';
import { seededRandom } from '../random.ts';
import type { KindOfActor } from '../whole-controller.ts';
import type { FuzzedHall } from './controller-process.ts';
import type { Fuzzed } from './fuzz-rest.ts';
import { samplesOf } from './from-schema.ts';
import { manyAtOnce } from './many-at-once.ts';
import { mutate, nastyValues } from './nasty.ts';

export const socketEntrances = {
  '/displays': {
    actors: ['screen', 'other-screen', 'stranger', 'viewer', 'limited'],
    events: Object.entries(displayToController).map(([name, { payload }]) => ({ name, payload: payload as z.ZodType })),
  },
  '/operators': {
    actors: ['viewer', 'limited', 'technician'],
    events: Object.entries(operatorToController).map(([name, { payload }]) => ({
      name,
      payload: payload as z.ZodType,
    })),
  },
  '/clock': {
    actors: ['screen', 'viewer'],
    events: [{ name: probeEvent, payload: Probe }],
  },
} as const satisfies Record<
  string,
  { actors: readonly KindOfActor[]; events: readonly { name: string; payload: z.ZodType }[] }
>;
export type SocketEntrance = keyof typeof socketEntrances;

const sockets = 8;
/** Messages between two looks at whether the socket is still there. */
const batch = 20;

/** Sends `count` messages to a namespace, as players and consoles that have gone mad. */
export async function fuzzSockets(
  hall: FuzzedHall,
  entrance: SocketEntrance,
  seed: number,
  count: number,
): Promise<Fuzzed> {
  const random = seededRandom(seed);
  const nasty = nastyValues(seed);
  const { actors, events } = socketEntrances[entrance];
  const pool = events.map(({ name, payload }) => ({ name, payloads: samplesOf(payload, seed, 200) }));
  const answers: Record<string, number> = {};
  const wrong: string[] = [];
  let sent = 0;

  const heard = (what: string, value: unknown): void => {
    answers[what] = (answers[what] ?? 0) + 1;
    const text = JSON.stringify(value) ?? '';
    if (hall.secrets.some((secret) => text.includes(secret))) wrong.push(`${what}: ${text.slice(0, 300)}`);
  };
  /** Players that send what they should not are kept out after a while; people are not. */
  const connect = async (kind: KindOfActor): Promise<Socket> =>
    (await enter(kind)) ?? (await enter('viewer')) ?? never();
  const never = (): never => {
    throw new Error('a person who is signed in is kept out');
  };
  const enter = (kind: KindOfActor): Promise<Socket | null> => {
    const { auth = {}, cookie = null } = hall.handshakes[kind] ?? {};
    const socket = io(`${hall.origin}${entrance}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { ...auth },
      ...(cookie === null ? {} : { extraHeaders: { Cookie: cookie } }),
    });
    socket.onAny((name: string, value: unknown) => heard(`told ${name}`, value));
    return new Promise((resolve) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', ({ message }) => {
        heard('kept out', message);
        socket.disconnect();
        resolve(null);
      });
    });
  };
  const open: (Socket | null)[] = Array.from({ length: sockets }, () => null);
  let turn = 0;
  /** A handful of messages from the next socket, which comes back when it was thrown out. */
  const one = async (): Promise<void> => {
    turn = (turn + 1) % sockets;
    const index = turn;
    const kind = actors[index % actors.length] ?? 'stranger';
    const before = open[index];
    const socket = before?.connected === true ? before : await connect(kind);
    open[index] = socket;
    for (const chosen of Array.from({ length: batch }, () => pool[Math.floor(random() * pool.length)])) {
      if (chosen === undefined) throw new Error('there is no event');
      const payload = mutate(chosen.payloads[Math.floor(random() * chosen.payloads.length)], random, nasty);
      const name = random() < 0.03 ? 'made-up-event' : chosen.name;
      sent += 1;
      if (random() < 0.5) socket.emit(name, payload);
      else socket.emit(name, payload, (answer: unknown) => heard('answered', answer));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  };
  await manyAtOnce(sockets, Math.ceil(count / batch), one);
  for (const socket of open) socket?.disconnect();
  return { sent, answers, wrong: wrong.slice(0, 20) };
}
