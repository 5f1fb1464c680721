import { kindsOfActor, startWholeController, type KindOfActor } from '../whole-controller.ts';

/** What the controller's process tells at its start. */
export interface FuzzedHall {
  readonly is: 'open';
  readonly origin: string;
  readonly secrets: readonly string[];
  readonly headers: Readonly<Partial<Record<KindOfActor, Record<string, string>>>>;
  readonly handshakes: Readonly<
    Partial<Record<KindOfActor, { readonly auth: object; readonly cookie: string | null }>>
  >;
}

/** What it tells when it is asked: since the last time. */
export interface FuzzedState {
  readonly is: 'state';
  /** The longest that anybody had to wait for the event loop, ms, whatever else the machine was doing. */
  readonly longestStallMs: number;
  /** The longest that the event loop itself was at work in one go, ms of its thread's processor time. */
  readonly longestWorkMs: number;
  readonly logged: readonly string[];
}

// Nobody is turned away for asking often: that would leave most messages unread.
const hall = await startWholeController({ known: 1e9, strangers: 1e9 });
const lookEveryMs = 5;
let longest = { stallMs: 0, workMs: 0 };
let last = { at: performance.now(), cpu: process.threadCpuUsage() };
setInterval(() => {
  const at = performance.now();
  const spent = process.threadCpuUsage(last.cpu);
  longest = {
    stallMs: Math.max(longest.stallMs, at - last.at - lookEveryMs),
    workMs: Math.max(longest.workMs, (spent.user + spent.system) / 1000),
  };
  last = { at, cpu: process.threadCpuUsage() };
}, lookEveryMs);
let told = 0;

process.send?.({
  is: 'open',
  origin: hall.origin,
  secrets: hall.secrets,
  headers: Object.fromEntries(kindsOfActor.map((kind) => [kind, hall.headers(kind)])),
  handshakes: Object.fromEntries(kindsOfActor.map((kind) => [kind, hall.handshake(kind)])),
} satisfies FuzzedHall);

process.on('message', (message) => {
  if (message === 'stop') {
    hall.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
    return;
  }
  process.send?.({
    is: 'state',
    longestStallMs: longest.stallMs,
    longestWorkMs: longest.workMs,
    logged: hall.log.slice(told),
  } satisfies FuzzedState);
  told = hall.log.length;
  longest = { stallMs: 0, workMs: 0 };
});
