import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { MediumView } from '#shared/media.ts';
import { ask, type Answered, type Refusal } from './rest.ts';

/** The hall's media, read again whenever the hall says that they, or what is known of them, have changed. */
export class Media implements ReactiveController {
  all: readonly MediumView[] = [];
  refusal: Refusal | null = null;
  readonly #host: ReactiveControllerHost;
  /** The change that what is here is newer than. */
  #round = -1;
  #isReading = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#round = -1;
  }

  /** Reads them unless they have been read since change number `round`; many changes at once are read together. */
  async at(round: number): Promise<void> {
    if (round === this.#round) return;
    this.#round = round;
    // One reading at a time: of two, the older answer may be the last to come.
    if (this.#isReading) return;
    this.#isReading = true;
    let read: number;
    do {
      read = this.#round;
      await this.#read();
    } while (this.#round !== read && this.#round !== -1);
    this.#isReading = false;
  }

  remove(id: string): Promise<Answered<unknown>> {
    return ask('DELETE', `media?id=${encodeURIComponent(id)}`, z.unknown());
  }

  async #read(): Promise<void> {
    const answer = await ask('GET', 'media', z.array(MediumView));
    if (answer.ok) this.all = answer.value.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.refusal = answer.ok ? null : answer.refusal;
    this.#host.requestUpdate();
  }
}
