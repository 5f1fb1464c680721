import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { MediumView } from '#shared/media.ts';
import { ask, type Answered, type Refusal } from './rest.ts';

/** Where they could not be read, they are asked for again after this long, ms. */
const againMs = 2000;

/** The hall's media, read again whenever the hall says that they, or what is known of them, have changed. */
export class Media implements ReactiveController {
  all: readonly MediumView[] = [];
  refusal: Refusal | null = null;
  readonly #host: ReactiveControllerHost;
  /** The change that what is here is newer than. */
  #round = -1;
  #isReading = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#round = -1;
  }

  /** Reads them unless they have been read since change number `round`; many changes at once are read together. */
  async at(round: number): Promise<void> {
    if (round === this.#round) return;
    this.#round = round;
    await this.#read();
  }

  remove(id: string): Promise<Answered<unknown>> {
    return ask('DELETE', `media?id=${encodeURIComponent(id)}`, z.unknown());
  }

  async #read(): Promise<void> {
    // One reading at a time: of two, the older answer may be the last to come.
    if (this.#isReading) return;
    this.#isReading = true;
    clearTimeout(this.#timer);
    let read: number;
    do {
      read = this.#round;
      const answer = await ask('GET', 'media', z.array(MediumView));
      if (answer.ok) this.all = answer.value.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      this.refusal = answer.ok ? null : answer.refusal;
      this.#host.requestUpdate();
    } while (this.#round !== read && this.#round !== -1);
    this.#isReading = false;
    if (this.refusal !== null && this.#round !== -1) this.#timer = setTimeout(() => void this.#read(), againMs);
  }
}
