import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { ask, type Refusal } from './rest.ts';

/** One collection of the REST interface; read anew whenever it is told to. */
export class Listing<T extends z.ZodType> implements ReactiveController {
  items: readonly z.output<T>[] = [];
  /** Why it could not be read; what was read before stays. */
  refusal: Refusal | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #path: string;
  readonly #schema: z.ZodArray<T>;

  constructor(host: ReactiveControllerHost, path: string, schema: T) {
    this.#host = host;
    this.#path = path;
    this.#schema = z.array(schema);
    host.addController(this);
  }

  hostConnected(): void {
    void this.read();
  }

  async read(): Promise<void> {
    const answer = await ask('GET', this.#path, this.#schema);
    if (answer.ok) this.items = answer.value;
    this.refusal = answer.ok ? null : answer.refusal;
    this.#host.requestUpdate();
  }
}
