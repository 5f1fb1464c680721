import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** As long as a hand that presses twice may take for the second press, ms. */
const settleMs = 600;

/**
 * What a key is about may become something else under the finger: its standby was fired, a colleague was quicker. A
 * press that comes right after that was meant for what stood there before, and does nothing.
 */
export class Settling implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #subject: string | null = null;
  #until = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#subject = null;
    this.#until = 0;
  }

  /** What it is about now; null: nothing. `isMeant`: whoever is at this console has chosen it. */
  sees(subject: string | null, isMeant = false): void {
    const before = this.#subject;
    this.#subject = subject;
    if (before === null || subject === null || before === subject || isMeant) return;
    this.#until = performance.now() + settleMs;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#host.requestUpdate(), settleMs);
  }

  get rests(): boolean {
    return performance.now() < this.#until;
  }
}
