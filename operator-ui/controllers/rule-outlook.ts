import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RuleOutlookAnswer } from '#shared/schedule-answers.ts';
import type { Rule } from '#shared/schedule.ts';
import { ask, type Refusal } from './rest.ts';

/** After the last key, ms. */
const restMs = 250;

/** What the hall says of a rule while it is being written: whether it can stand, and when it comes. */
export class RuleOutlook implements ReactiveController {
  /** The newest answer; while {@link isFresh} is false it is about what stood there a moment ago. */
  answer: RuleOutlookAnswer | null = null;
  isFresh = false;
  refusal: Refusal | null = null;
  readonly #host: ReactiveControllerHost;
  #asked: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#asked = null;
  }

  /** Asks about this rule once it rests; null: there is nothing to ask about. */
  about(rule: Rule | null): void {
    const asked = rule === null ? null : JSON.stringify(rule);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.isFresh = false;
    clearTimeout(this.#timer);
    if (rule === null) this.answer = null;
    else this.#timer = setTimeout(() => void this.#ask(rule, asked), restMs);
  }

  async #ask(rule: Rule, asked: string | null): Promise<void> {
    const answer = await ask('POST', 'schedule/outlook', RuleOutlookAnswer, { rule });
    if (asked !== this.#asked) return;
    this.isFresh = true;
    this.answer = answer.ok ? answer.value : null;
    this.refusal = answer.ok ? null : answer.refusal;
    this.#host.requestUpdate();
  }
}
