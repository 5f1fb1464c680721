import type { DisplaySocket } from '../connection/display-socket.ts';
import type { KeptPairing } from './kept-pairing.ts';

export interface TokenChangeOptions {
  /** What this browser keeps, as it was found when the page came up. */
  readonly kept: KeptPairing;
  readonly keep: (pairing: KeptPairing) => void;
  /** `shown` says something else now. */
  readonly onChange: () => void;
  readonly ask: Pick<DisplaySocket, 'ask'>['ask'];
  readonly after: (run: () => void, ms: number) => () => void;
  /** How long the browser may take to have on its disk what it was told to keep. */
  readonly settleMs?: number;
}

export interface TokenChange {
  /** What to introduce oneself with now. */
  shown(): KeptPairing;
  /** The hall gave a token to come after the one in use. */
  given(token: string): void;
  /** There is a connection (again). */
  connected(): void;
  stop(): void;
}

/** Chromium writes what a page keeps after 5 s at best, and no more often than once a minute in the long run. */
const usualSettleMs = 120_000;

/**
 * Brings a player from its token to the next. The new one is used only when it is surely on the disk, and the older one
 * is given up only when the hall has said that the new one is in force: at every instant, and after any crash, at least
 * one of those kept opens.
 */
export function createTokenChange(options: TokenChangeOptions): TokenChange {
  const { ask, after, settleMs = usualSettleMs } = options;
  let { kept } = options;
  let cancel: (() => void) | null = null;
  let isSettled = false;
  let isAsking = false;

  function keep(pairing: KeptPairing): void {
    // In this order: what the browser cannot keep is not used either.
    options.keep(pairing);
    kept = pairing;
    options.onChange();
  }

  function settle(): void {
    isSettled = false;
    cancel?.();
    cancel = after(() => {
      cancel = null;
      isSettled = true;
      void use();
    }, settleMs);
  }

  async function use(): Promise<void> {
    const { screen, token, next } = kept;
    if (next === undefined || !isSettled || isAsking) return;
    isAsking = true;
    const answer = await ask('use-token', { screen, token: next });
    isAsking = false;
    // Without an answer both stay; the next connection asks again. Another successor came meanwhile: that one counts.
    if (answer === null || kept.next !== next) return;
    keep({ screen, token: answer.ok ? next : token });
  }

  if (kept.next !== undefined) settle();
  return {
    shown: () => kept,
    given(next) {
      keep({ ...kept, next });
      settle();
    },
    connected: () => void use(),
    stop: () => cancel?.(),
  };
}
