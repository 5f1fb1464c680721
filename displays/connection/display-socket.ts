import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import { controllerToDisplay, displayToController, silenceLimitMs, type DisplayHandshake } from '#shared/protocol.ts';
import { stayConnected } from '../clock/stay-connected.ts';

type Out = typeof displayToController;
type In = typeof controllerToDisplay;
type Asked = { [K in keyof Out]: Out[K] extends { ack: z.ZodType } ? K : never }[keyof Out];
type Told = Exclude<keyof Out, Asked>;
type AckOf<K extends keyof In> = In[K] extends { ack: infer A extends z.ZodType } ? z.input<A> : void;

export interface DisplaySocketOptions {
  /** The controller's origin. */
  readonly url: string;
  /** Asked at every attempt: a player that was paired meanwhile comes back as its screen. */
  readonly handshake: () => DisplayHandshake;
  /** Something came or was to be sent that does not fit the protocol. */
  readonly onBad: (event: string, what: string) => void;
  readonly onConnected: () => void;
  readonly onDisconnected: () => void;
  /** The controller refused the connection, with what it said. */
  readonly onRefused: (what: unknown) => void;
}

/** The player's connection: websocket only, everything parsed in both directions, and it never gives up. */
export interface DisplaySocket {
  isConnected(): boolean;
  /** Sends, or drops it while there is no connection: what is told is told again. */
  tell<K extends Told>(event: K, payload: z.input<Out[K]['payload']>): void;
  /** Resolves with the answer, or null where none came in time. */
  ask<K extends Asked>(event: K, payload: z.input<Out[K]['payload']>): Promise<z.output<Out[K]['ack']> | null>;
  /** Listens; what the listener returns answers an event that wants an answer. */
  on<K extends keyof In>(event: K, listener: (payload: z.output<In[K]['payload']>) => AckOf<K>): void;
  /** Drops the connection and makes it anew, with a fresh handshake. */
  renew(): void;
  stop(): void;
}

const answerMs = 5_000;
const lookMs = 1_000;

export function openDisplaySocket(options: DisplaySocketOptions): DisplaySocket {
  const { url, handshake, onBad } = options;
  const socket: Socket = io(`${url}/displays`, {
    transports: ['websocket'],
    forceNew: true,
    withCredentials: true,
    auth: (give: (auth: object) => void) => give(handshake()),
    timeout: 4_000,
    reconnectionDelay: 200,
    // A hall that is ready again has its screens back within a second, and a thousand of them do not come at once.
    reconnectionDelayMax: 1_000,
    randomizationFactor: 0.5,
  });
  let heardAt = performance.now();
  let isStopped = false;
  const heard = (): void => {
    heardAt = performance.now();
  };
  socket.on('connect', () => {
    heard();
    options.onConnected();
  });
  socket.on('disconnect', options.onDisconnected);
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    if (error.data !== undefined) options.onRefused(error.data);
  });
  socket.onAny(heard);
  stayConnected(socket, (run, ms) => setTimeout(() => isStopped || run(), ms * (0.5 + Math.random())));

  /** A link that broke without a word is only known by its silence. */
  const looking = setInterval(() => {
    if (socket.connected && performance.now() - heardAt > silenceLimitMs) socket.io.engine.close();
  }, lookMs);

  function fits(event: keyof Out, payload: unknown): boolean {
    const parsed = displayToController[event].payload.safeParse(payload);
    if (!parsed.success) onBad(event, parsed.error.message);
    return parsed.success;
  }

  return {
    isConnected: () => socket.connected,
    tell(event, payload) {
      if (socket.connected && fits(event, payload)) socket.emit(event, payload);
    },
    async ask(event, payload) {
      if (!socket.connected || !fits(event, payload)) return null;
      let answer: unknown;
      try {
        answer = await socket.timeout(answerMs).emitWithAck(event, payload);
      } catch {
        return null;
      }
      const parsed = displayToController[event].ack.safeParse(answer);
      if (parsed.success) return parsed.data as never;
      onBad(event, parsed.error.message);
      return null;
    },
    on(event, listener) {
      const name: string = event;
      const schema: z.ZodType = controllerToDisplay[event].payload;
      socket.on(name, (payload: unknown, answer: unknown) => {
        const parsed = schema.safeParse(payload);
        if (!parsed.success) {
          onBad(event, parsed.error.message);
          return;
        }
        const result = listener(parsed.data as never);
        if (typeof answer === 'function') (answer as (value: unknown) => void)(result);
      });
    },
    renew() {
      socket.disconnect();
      socket.connect();
    },
    stop() {
      isStopped = true;
      clearInterval(looking);
      socket.disconnect();
    },
  };
}
