import type { Plan } from '#shared/plan.ts';
import type { Touch } from '#shared/report.ts';
import { itemAt } from '#shared/scene-at.ts';
import { authorize } from '../core/authorize.ts';
import type { Answer, HallState, Order } from '../core/ports.ts';
import { hallOf } from '../core/state.ts';
import { takeInstant, type ScreensTiming } from '../core/take-instant.ts';
import { touchRuns, visitorRuns } from '../core/touch-runs.ts';
import { withoutEnded, withoutRun, withRun, type Volatile } from '../core/volatile.ts';

export interface VisitorsOptions {
  readonly now: () => number;
  readonly live: () => HallState;
  readonly plan: (screen: string) => Plan | undefined;
  /** What the instant of a change on all screens depends on. */
  readonly timing: () => ScreensTiming;
  /** When a visitor last touched the screen, ms; null where nobody stands. */
  readonly touchedAt: (screen: string) => number | null;
  readonly volatile: () => Volatile;
  readonly setVolatile: (next: Volatile) => void;
  readonly publish: () => void;
}

/** What visitors' hands start: volatile runs, resolved with everything else, forgotten when they end. */
export interface Visitors {
  touch(touch: Touch): void;
  /** Ends a visitor's run for somebody who may; null where the order is about something else. */
  release(order: Order): Answer | null;
  /** Forgets runs that have ended. */
  look(): void;
}

/** A panel that was touched within this time is somebody's; the panels return to their loops after it. */
const visitMs = 30_000;

export function createVisitors(options: VisitorsOptions): Visitors {
  const { now, live, plan, volatile, setVolatile, publish } = options;

  /** The show on the screen is open to the hall's rules, and nobody else has a hand on it. */
  const mayAnswer = (screen: string, touched: string): boolean => {
    const its = plan(screen);
    if (its === undefined || itemAt(its, now()).touch !== 'open') return false;
    const touchedAt = screen === touched ? null : options.touchedAt(screen);
    return touchedAt === null || now() - touchedAt > visitMs;
  };

  return {
    touch(touch) {
      const state = live();
      const hall = hallOf(state);
      if (hall.touchRules.length === 0) return;
      // Nothing is written, so the way to the slowest screen is all that a touch waits for.
      const at = takeInstant({ now: now(), commitMs: 0, sendMs: 0, ...options.timing() });
      const answers = touchRuns(hall.touchRules, touch, at, hall, (screen) => mayAnswer(screen, touch.screen));
      const runs = visitorRuns(state, answers, volatile().runs);
      if (runs.length === 0) return;
      setVolatile(runs.reduce((set, { run, timeline }) => withRun(set, run, timeline), volatile()));
      publish();
    },
    release({ actor, command }) {
      if (command.type !== 'run.release') return null;
      const [run = ''] = command.runs;
      const found = command.runs.length === 1 ? volatile().runs[run] : undefined;
      if (found?.run.layer !== 'visitor') return null;
      const forbidden = authorize(actor, 'run.release');
      if (forbidden !== null) return { ok: false, problem: forbidden };
      setVolatile(withoutRun(volatile(), run));
      publish();
      return {
        ok: true,
        answer: { run, runs: [run], at: new Date(now()).toISOString() },
        revision: live().revision,
      };
    },
    look() {
      const left = withoutEnded(volatile(), now());
      if (left === volatile()) return;
      setVolatile(left);
      publish();
    },
  };
}
