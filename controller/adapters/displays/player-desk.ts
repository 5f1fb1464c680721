import type { PlayerDesk } from '#core/ports.ts';
import { problem } from '#shared/problem.ts';
import { playerRefusals as no } from '#shared/words/media-refusals.ts';
import type { ScreenId } from '#shared/ids.ts';
import { OrderDone, orderPatienceMs, type OrderAnswer, type PlayerAct } from '#shared/orders.ts';
import type { DisplaySocket } from './delivery.ts';

export interface DeskOptions {
  /** The sockets of the screen's own player and of its player host. */
  readonly playersOf: (screen: ScreenId) => readonly DisplaySocket[];
  readonly hostOf: (screen: ScreenId) => DisplaySocket | null;
  readonly release: (screen: ScreenId) => boolean;
}

/** Acts that a page can do where there is no player host. */
const pageCan: ReadonlySet<PlayerAct['is']> = new Set(['reload', 'clear-cache']);

/** Gives orders to the players of screens, and waits for what came of them. */
export function createPlayerDesk({ playersOf, hostOf, release }: DeskOptions): PlayerDesk {
  const send = async (socket: DisplaySocket, screen: ScreenId, act: PlayerAct): Promise<OrderAnswer> => {
    const answer: unknown = await socket
      .timeout(orderPatienceMs)
      .emitWithAck('order', { screen, act })
      .catch(() => null);
    const done = OrderDone.safeParse(answer).data;
    if (done === undefined) return { ok: false, problem: problem('not-ready', no.noAnswer()) };
    return done.ok ? done : { ok: false, problem: problem(done.code, no.answered(done.said)) };
  };
  return {
    async order(screen, act) {
      const host = hostOf(screen);
      if (host !== null) return send(host, screen, act);
      const [player] = playersOf(screen);
      if (player === undefined) return { ok: false, problem: problem('not-ready', no.nobodyPlays(screen)) };
      if (!pageCan.has(act.is)) return { ok: false, problem: problem('not-built', no.needsHost(screen, act.is)) };
      return send(player, screen, act);
    },
    release,
  };
}
