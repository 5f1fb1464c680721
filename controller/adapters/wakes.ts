import { schedule, type ScheduledTask } from 'node-cron';
import type { Log } from '#core/ports.ts';

export interface WakeOptions {
  /** When time alone next changes something, ms of shared time; null: nothing that is known. */
  readonly nextChange: () => number | null;
  /** Shared time, ms. */
  readonly now: () => number;
  /** The machine's wall clock, ms: what cron goes by. */
  readonly wall: () => number;
  /** Looks at what time has changed. It decides; waking does not. */
  readonly look: () => void;
  readonly log: Log;
}

export interface Wakes {
  /** Sets the next wake anew: plans have changed. */
  arm(): void;
  stop(): void;
}

/** At least this often, so that a wake lost to a sleeping machine or a stepped clock is made up for. */
const longestMs = 3_600_000;
const secondMs = 1_000;

/**
 * node-cron wakes the controller for the next change: one task, for one instant, set anew after every wake. A wake that
 * comes late or twice does no harm, for what is looked at is the state at the time of looking.
 */
export function createWakes({ nextChange, now, wall, look, log }: WakeOptions): Wakes {
  let task: ScheduledTask | null = null;
  let armedFor = '';

  function arm(): void {
    const waitMs = Math.min((nextChange() ?? Infinity) - now(), longestMs);
    // Cron counts in whole seconds: the wake comes in the second after the change, never before it.
    const at = (Math.floor((wall() + Math.max(0, waitMs)) / secondMs) + 1) * secondMs;
    const expression = instantExpression(at);
    if (task !== null && expression === armedFor) return;
    drop();
    armedFor = expression;
    task = schedule(expression, wake, { timezone: 'UTC', maxExecutions: 1, suppressMissedWarning: true });
    // After a sleep or a stepped clock cron passes over its time; the hall is looked at all the same.
    task.on('execution:missed', wake);
  }

  function wake(): void {
    try {
      look();
    } catch (error) {
      log.error({ error }, 'the hall could not be looked at when time changed something');
    }
    drop();
    arm();
  }

  function drop(): void {
    const old = task;
    task = null;
    if (old !== null)
      void Promise.resolve(old.destroy()).catch((error: unknown) =>
        log.error({ error }, 'a wake could not be put away'),
      );
  }

  arm();
  return { arm, stop: drop };
}

/** The second of an instant, in UTC, as an expression that next comes then. */
function instantExpression(ms: number): string {
  const date = new Date(ms);
  return [
    date.getUTCSeconds(),
    date.getUTCMinutes(),
    date.getUTCHours(),
    date.getUTCDate(),
    date.getUTCMonth() + 1,
    '*',
  ].join(' ');
}
