import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import type { StandbyBody } from '#shared/commands.ts';
import { Plan } from '#shared/plan.ts';
import { ask, type Refusal } from './rest.ts';

export interface Preview {
  readonly body: z.input<typeof StandbyBody>;
  readonly plans: readonly Plan[];
}

/** What a take would look like, as the hall resolves it; nothing is decided by asking. */
export class Previews implements ReactiveController {
  shown: Preview | null = null;
  refusal: Refusal | null = null;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.shown = null;
  }

  async show(body: z.input<typeof StandbyBody> | null): Promise<void> {
    this.refusal = null;
    if (body === null) this.shown = null;
    else {
      const answer = await ask('POST', 'previews', z.array(Plan), body);
      if (answer.ok) this.shown = { body, plans: answer.value };
      else this.refusal = answer.refusal;
    }
    this.#host.requestUpdate();
  }
}
