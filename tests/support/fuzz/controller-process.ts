import { watchEventLoop, type Stalls } from './event-loop-watch.ts';
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
  readonly stalls: Stalls;
  readonly logged: readonly string[];
}

// Nobody is turned away for asking often: that would leave most messages unread.
const hall = await startWholeController({ known: 1e9, strangers: 1e9 });
const stalls = watchEventLoop();
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
    stalls: stalls(),
    logged: hall.log.slice(told),
  } satisfies FuzzedState);
  told = hall.log.length;
});
