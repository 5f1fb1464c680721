import { ActionAnswer, actionAnswerMs } from '#shared/orders.ts';
import { ask, type Answered } from './rest.ts';

export type Level = 'volume' | 'brightness';

/** What a screen said to an order; null: it is at it. */
export type OnTold = (screen: string, answer: Answered<ActionAnswer> | null) => void;

/** What a technician orders of screens, of each one thing at a time, also after the technician has gone on to another. */
export class ScreenOrders {
  readonly #onTold: OnTold;
  readonly #atWork = new Set<string>();
  /** Where ranges were moved to while their screen was still at something else. */
  readonly #next = new Map<string, Map<Level, number>>();

  constructor(onTold: OnTold) {
    this.#onTold = onTold;
  }

  isAtWork(screen: string): boolean {
    return this.#atWork.has(screen);
  }

  /** Of the places that a range was moved through meanwhile, the last is what is wanted. */
  async setLevel(screen: string, act: Level, level: number): Promise<void> {
    if (!this.isAtWork(screen)) return this.order(screen, act, { level });
    this.#next.set(screen, new Map(this.#next.get(screen)).set(act, level));
  }

  async order(screen: string, act: string, more: object = {}): Promise<void> {
    this.#atWork.add(screen);
    this.#onTold(screen, null);
    const path = `screens/${encodeURIComponent(screen)}/actions`;
    const answer = await ask('POST', path, ActionAnswer, { act, ...more }, {}, actionAnswerMs);
    this.#atWork.delete(screen);
    this.#onTold(screen, answer);
    const waiting = this.#next.get(screen) ?? new Map<Level, number>();
    for (const [next, level] of waiting) {
      waiting.delete(next);
      return this.order(screen, next, { level });
    }
  }
}
