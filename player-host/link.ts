import { io, type Socket } from 'socket.io-client';
import type { HostReport } from '#shared/host-report.ts';
import { PlayerOrder, type OrderDone } from '#shared/orders.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import type { Pairing } from './pairing.ts';

export interface LinkOptions {
  readonly controller: string;
  readonly pairing: Pairing;
  readonly build: string;
  readonly onOrder: (order: PlayerOrder) => Promise<OrderDone>;
  readonly say: (line: string) => void;
}

/** The host's own line to the controller: it speaks when the browser cannot. */
export interface Link {
  report(report: HostReport): void;
  isConnected(): boolean;
  stop(): void;
}

const retryMs = 2_000;

export function openLink({ controller, pairing, build, onOrder, say }: LinkOptions): Link {
  let isStopped = false;
  let said = '';
  const socket: Socket = io(`${controller}/displays`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { as: 'host', protocol: PROTOCOL_VERSION, build, ...pairing },
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  });
  /** The same trouble is said once. */
  const tell = (line: string): void => {
    if (line !== said) say(line);
    said = line;
  };
  const again = (): void => {
    if (!socket.active && !isStopped) setTimeout(() => isStopped || socket.connect(), retryMs);
  };
  socket.on('connect', () => tell(`connected to ${controller} as ${pairing.screen}`));
  socket.on('connect_error', (error) => {
    tell(`no connection to ${controller}: ${error.message}`);
    again();
  });
  socket.on('disconnect', (reason) => {
    tell(`the connection to ${controller} has ended: ${reason}`);
    again();
  });
  socket.on('order', (payload: unknown, answer: unknown) => {
    if (typeof answer !== 'function') return;
    const order = PlayerOrder.safeParse(payload);
    const reply = answer as (done: OrderDone) => void;
    if (!order.success || order.data.screen !== pairing.screen) {
      reply({ ok: false, code: 'invalid', said: 'This player host does not know that order.' });
      return;
    }
    say(`ordered: ${order.data.act.is}`);
    void onOrder(order.data).then(reply);
  });
  return {
    report: (report) => void (socket.connected && socket.emit('host', report)),
    isConnected: () => socket.connected,
    stop() {
      isStopped = true;
      socket.disconnect();
    },
  };
}
