import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { squarePin, type CornerPin } from '#shared/corner-pin.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { CornersMoved } from '#shared/report.ts';
import { authorizeCommand } from '../core/authorize-command.ts';
import type { Actor, Answer, HallState, Order } from '../core/ports.ts';
import { hallOf } from '../core/state.ts';
import { withoutTrial, withTrial, type Trial, type Volatile } from '../core/volatile.ts';

export interface TrialsOptions {
  readonly now: () => number;
  readonly state: () => HallState;
  readonly volatile: () => Volatile;
  readonly setVolatile: (next: Volatile) => void;
  readonly publish: () => void;
  readonly order: (order: Order) => Promise<Answer>;
  readonly freshId: () => string;
}

/** Corners on trial: the screen shows them as they are dragged; the hall decides them when they are kept. */
export interface Trials {
  /** Null begins with the screen's present corners. */
  put(actor: Actor, screen: string, cornerPin: CornerPin | null): Trial | Problem;
  end(actor: Actor, screen: string): Problem | null;
  /** Somebody drags, keeps or gives up at the screen itself, where a trial is on; otherwise nothing happens. */
  moved(moved: CornersMoved): void;
  /** What was decided of a screen's corners ends their trial. */
  decided(order: Order): void;
}

/** A technician who was called away leaves no test grid for the visitors. */
const trialMs = 10 * 60_000;

export function createTrials({ now, state, volatile, setVolatile, publish, order, freshId }: TrialsOptions): Trials {
  const pinOf = (screen: string): CornerPin =>
    volatile().trials[screen]?.cornerPin ??
    hallOf(state()).screens.find(({ id }) => id === screen)?.cornerPin ??
    squarePin;

  function check(actor: Actor, screen: string, cornerPin: CornerPin): Problem | null {
    if (!hallOf(state()).screens.some(({ id }) => id === screen)) return problem('not-found', no.noScreen(screen));
    const command = { type: 'screen.calibrate', screen, body: { cornerPin } } as const;
    return authorizeCommand(state(), actor, command, () => []);
  }

  function show(screen: string, cornerPin: CornerPin, by: Actor): Trial {
    const trial = { cornerPin, by, until: now() + trialMs };
    setVolatile(withTrial(volatile(), screen, trial));
    publish();
    return trial;
  }

  function drop(screen: string): void {
    const left = withoutTrial(volatile(), screen);
    if (left === volatile()) return;
    setVolatile(left);
    publish();
  }

  return {
    put(actor, screen, asked) {
      const cornerPin = asked ?? pinOf(screen);
      return check(actor, screen, cornerPin) ?? show(screen, cornerPin, actor);
    },
    end(actor, screen) {
      const forbidden = check(actor, screen, pinOf(screen));
      if (forbidden === null) drop(screen);
      return forbidden;
    },
    moved({ screen, cornerPin, act }) {
      const trial = volatile().trials[screen];
      if (trial === undefined) return;
      switch (act) {
        case 'drag':
          show(screen, cornerPin, trial.by);
          return;
        case 'give-up':
          drop(screen);
          return;
        case 'keep':
          show(screen, cornerPin, trial.by);
          // Refused: the trial stays, for the technician to see that it was not kept.
          void order({
            commandId: freshId(),
            actor: trial.by,
            command: { type: 'screen.calibrate', screen, body: { cornerPin } },
          });
      }
    },
    decided({ command }) {
      if (command.type === 'screen.calibrate' && command.body.cornerPin !== undefined) drop(command.screen);
    },
  };
}
