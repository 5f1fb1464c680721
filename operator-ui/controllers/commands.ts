import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Act } from '../state/acts.ts';
import { isLevel, thingsOf } from '../state/on-its-way.ts';
import { perform } from './perform.ts';
import type { Refusal } from './rest.ts';

/** News come with the answer or soon after; nobody is kept from acting for longer than this, ms. */
const newsMs = 2000;

/** Answered, and to be heard of; `until` is of this page's monotonic clock, ms. */
interface Answered {
  readonly revision: number;
  readonly until: number;
}

/** The one place from which commands go to the hall; keeps what was wrong with the last one. */
export class Commands implements ReactiveController {
  refusal: Refusal | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #isAble: () => boolean;
  /** The revision of the hall up to which the console shows everything. */
  readonly #heard: () => number;
  /** What is acted on, from the press until the console has heard what came of it; null: not answered yet. */
  readonly #onItsWay = new Map<string, Answered | null>();
  /** Where hands have moved levels meanwhile: they must end there, and not where they were on their way. */
  readonly #levels = new Map<string, Act>();

  constructor(host: ReactiveControllerHost, isAble: () => boolean, heard: () => number) {
    this.#host = host;
    this.#isAble = isAble;
    this.#heard = heard;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.refusal = null;
  }

  /**
   * Does nothing while the hall is not heard, nor while the same is on its way: a second press would repeat the act, or
   * toggle what the console has not seen toggled. A command is never kept for later.
   */
  async give(act: Act): Promise<void> {
    if (!this.#isAble()) return;
    const things = thingsOf(act);
    if (things.some((thing) => this.#isOnItsWay(thing))) {
      if (isLevel(act)) for (const thing of things) this.#levels.set(thing, act);
      return;
    }
    const note = (answered: Answered | null): void => {
      for (const thing of things) this.#onItsWay.set(thing, answered);
    };
    const forget = (): void => {
      for (const thing of things) this.#onItsWay.delete(thing);
    };
    note(null);
    try {
      const answer = await perform(act);
      this.refusal = answer.ok ? null : answer.refusal;
      if (!answer.ok || answer.revision === undefined || isLevel(act)) forget();
      else note({ revision: answer.revision, until: performance.now() + newsMs });
    } catch (error) {
      forget();
      throw error;
    } finally {
      this.#host.requestUpdate();
    }
    for (const thing of things) {
      const level = this.#levels.get(thing);
      this.#levels.delete(thing);
      if (level !== undefined) await this.give(level);
    }
  }

  #isOnItsWay(thing: string): boolean {
    const known = this.#onItsWay.get(thing);
    if (known === undefined || known === null) return known === null;
    return known.revision > this.#heard() && performance.now() < known.until;
  }

  forget(): void {
    this.refusal = null;
    this.#host.requestUpdate();
  }
}
