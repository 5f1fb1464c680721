import type { PlayerDesk } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import { OrderDone, type PlayerAct } from '#shared/orders.ts';
import type { DisplaySocket } from './delivery.ts';

export interface DeskOptions {
  /** The sockets of the screen's own player and of its player host. */
  readonly playersOf: (screen: ScreenId) => readonly DisplaySocket[];
  readonly hostOf: (screen: ScreenId) => DisplaySocket | null;
  readonly keepOut: (screen: ScreenId, why: string) => void;
  readonly release: (screen: ScreenId) => boolean;
}

/** A host takes a screenshot or starts a browser; a page answers at once. */
const patienceMs = 20_000;

/** Acts that a page can do where there is no player host. */
const pageCan: ReadonlySet<PlayerAct['is']> = new Set(['reload', 'clear-cache']);

/** Gives orders to the players of screens, and waits for what came of them. */
export function createPlayerDesk({ playersOf, hostOf, keepOut, release }: DeskOptions): PlayerDesk {
  const send = async (socket: DisplaySocket, screen: ScreenId, act: PlayerAct): Promise<OrderDone> => {
    const answer: unknown = await socket
      .timeout(patienceMs)
      .emitWithAck('order', { screen, act })
      .catch(() => null);
    return OrderDone.safeParse(answer).data ?? { ok: false, code: 'not-ready', said: 'The player did not answer.' };
  };
  return {
    async order(screen, act) {
      const host = hostOf(screen);
      if (host !== null) return send(host, screen, act);
      const [player] = playersOf(screen);
      if (player === undefined)
        return { ok: false, code: 'not-ready', said: `Nobody plays screen ${screen} now. Is its player on?` };
      if (!pageCan.has(act.is))
        return {
          ok: false,
          code: 'not-built',
          said: `Screen ${screen} is played by a page alone; ${act.is} needs a player host on its machine.`,
        };
      return send(player, screen, act);
    },
    keepOut,
    release,
  };
}
