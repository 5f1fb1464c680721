import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Act } from '../state/acts.ts';
import { perform } from './perform.ts';
import type { Refusal } from './rest.ts';

/** The one place from which commands go to the hall; keeps what was wrong with the last one. */
export class Commands implements ReactiveController {
  refusal: Refusal | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #isAble: () => boolean;
  /** Acts on their way: no second one of the same kind goes out before the first was answered. */
  readonly #underWay = new Set<Act['do']>();
  /** Where the hand has moved a level meanwhile: it must end there, and not where it was on its way. */
  #level: Act | null = null;

  constructor(host: ReactiveControllerHost, isAble: () => boolean) {
    this.#host = host;
    this.#isAble = isAble;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.refusal = null;
  }

  /** Does nothing while the hall is not heard: a command is never kept for later. */
  async give(act: Act): Promise<void> {
    if (!this.#isAble()) return;
    if (this.#underWay.has(act.do)) {
      if (act.do === 'sound') this.#level = act;
      return;
    }
    this.#underWay.add(act.do);
    try {
      const answer = await perform(act);
      this.refusal = answer.ok ? null : answer.refusal;
    } finally {
      this.#underWay.delete(act.do);
      this.#host.requestUpdate();
    }
    const level = this.#level;
    this.#level = null;
    if (level !== null) await this.give(level);
  }

  forget(): void {
    this.refusal = null;
    this.#host.requestUpdate();
  }
}
