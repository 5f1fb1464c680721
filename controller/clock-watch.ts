import { clockHold, type Actor, type Command, type HallEngine, type Log } from './core/ports.ts';
import type { SharedTime } from './shared-time.ts';

export interface ClockWatchOptions {
  readonly engine: HallEngine;
  readonly time: Pick<SharedTime, 'wall' | 'adoptWall' | 'now'>;
  readonly freshId: () => string;
  readonly log: Log;
}

/** What becomes of the hall when its wall clock cannot be trusted. */
export interface ClockWatch {
  /** The wall clock was set by this much, ms, while the hall ran. */
  stepped(byMs: number): void;
  /** It is back where the hall's own time is: the time service has put it right. */
  returned(): void;
  /** Compares the clock with the newest journal entry, at the start. */
  start(): Promise<void>;
  stop(): void;
}

/** A journal entry may be this much ahead of a clock that is slewed. */
const toleratedMs = 1_000;
const hall: Actor = { is: 'hall' };
const unjudged = 'the hall could not decide what to make of its clock';

export function watchClock({ engine, time, freshId, log }: ClockWatchOptions): ClockWatch {
  /** At the start the clock was behind this instant, ms: past it, a step forward has put it right. */
  let behind: number | null = null;

  function order(command: Command): void {
    judge(command).catch((error: unknown) => log.error({ error, command: command.type }, unjudged));
  }

  async function judge(command: Command): Promise<void> {
    const answer = await engine.order({ commandId: freshId(), actor: hall, command });
    if (!answer.ok) log.error({ why: answer.problem.detail, command: command.type }, unjudged);
  }

  const stop = engine.onDecided((changed) => {
    const isTrusted = changed.some(({ kind }) => kind === 'hold') && clockHold(engine.state()) === null;
    if (!isTrusted || time.wall().is !== 'stepped') return;
    time.adoptWall();
    log.info({ at: new Date(time.now()).toISOString() }, 'the hall has taken its time from the wall clock');
  });

  return {
    stepped(byMs) {
      log.error({ byMs }, 'the wall clock was set; the hall goes on by its own time and holds the ambient');
      // Whoever started behind the journal has been put right by a step to after it.
      if (behind !== null && time.now() + byMs > behind) {
        behind = null;
        order({ type: 'clock.trust' });
      } else order({ type: 'clock.hold', byMs, why: 'step' });
    },
    returned() {
      log.info({}, 'the wall clock is back where the hall is');
      order({ type: 'clock.trust' });
    },
    async start() {
      const [newest] = await engine.journal({ limit: 1 });
      const now = time.now();
      if (newest === undefined || newest.at <= now + toleratedMs) return;
      behind = newest.at;
      const byMs = now - newest.at;
      log.error({ byMs }, 'the wall clock is behind the newest journal entry; the hall holds the ambient');
      await judge({ type: 'clock.hold', byMs, why: 'behind' });
    },
    stop,
  };
}
