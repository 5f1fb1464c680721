/** Lets players of an older build reload one at a time, so that never more than one screen is starting. */
export interface Renewal {
  /** A player of another build than the controller's has come. */
  add(socket: string): void;
  /** It has gone: it is reloading, or was switched off. */
  remove(socket: string): void;
  stop(): void;
}

export interface RenewalOptions {
  /** Tells a player that it may reload when nobody sees it. */
  readonly tell: (socket: string) => void;
  /** Calls back after `ms`; returns its cancel. */
  readonly after: (run: () => void, ms: number) => () => void;
}

/** A scene without an end keeps a player from reloading; after this long the next one may too. */
const patienceMs = 10 * 60_000;
/** What a reloading page needs to be back, before the next one goes. */
const returnMs = 5_000;

export function createRenewal({ tell, after }: RenewalOptions): Renewal {
  const waiting: string[] = [];
  let told: string | null = null;
  let cancel: (() => void) | null = null;

  function next(): void {
    cancel = null;
    told = waiting.shift() ?? null;
    if (told === null) return;
    tell(told);
    cancel = after(next, patienceMs);
  }

  return {
    add(socket) {
      waiting.push(socket);
      if (told === null && cancel === null) next();
    },
    remove(socket) {
      const index = waiting.indexOf(socket);
      if (index >= 0) waiting.splice(index, 1);
      if (told !== socket) return;
      told = null;
      cancel?.();
      cancel = after(next, returnMs);
    },
    stop: () => cancel?.(),
  };
}
