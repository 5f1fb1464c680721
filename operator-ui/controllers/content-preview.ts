import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import type { Content } from '#shared/drafts.ts';
import { Plan } from '#shared/plan.ts';
import { ask, type Refusal } from './rest.ts';

/** So long after the last change the picture follows, ms. */
const afterMs = 350;

export interface Wanted {
  readonly content: Content;
  readonly targets: readonly string[];
  readonly cue?: string;
  readonly language?: string;
}

/** The plans that screens would have with what is being written; they follow the writing. */
export class ContentPreview implements ReactiveController {
  plans: readonly Plan[] = [];
  /** Why there is no picture of what was written last; the picture before it stays. */
  refusal: Refusal | null = null;
  readonly #host: ReactiveControllerHost;
  #wanted = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#wanted = '';
  }

  /** Shows this from now on; null: nothing. */
  about(wanted: Wanted | null): void {
    const text = JSON.stringify(wanted);
    if (text === this.#wanted) return;
    const isFirst = this.#wanted === '';
    this.#wanted = text;
    clearTimeout(this.#timer);
    if (wanted === null) this.plans = [];
    else this.#timer = setTimeout(() => void this.#read(text, wanted), isFirst ? 0 : afterMs);
  }

  async #read(text: string, wanted: Wanted): Promise<void> {
    const answer = await ask('POST', 'drafts/preview', z.array(Plan), wanted);
    if (text !== this.#wanted) return;
    if (answer.ok) this.plans = answer.value;
    this.refusal = answer.ok ? null : answer.refusal;
    this.#host.requestUpdate();
  }
}
