import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import type { StandbyBody } from '#shared/commands.ts';
import { Plan } from '#shared/plan.ts';
import { ask, type Refusal } from './rest.ts';

export interface Preview {
  readonly body: z.input<typeof StandbyBody>;
  readonly plans: readonly Plan[];
}

type Body = Preview['body'];

/** What a take would look like, as the hall resolves it; nothing is decided by asking. */
export class Previews implements ReactiveController {
  shown: Preview | null = null;
  refusal: Refusal | null = null;
  /** What was asked for last, answered or not. */
  #wanted: Body | null = null;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#wanted = this.shown = null;
  }

  /** null: nothing any more. An answer that comes when something else is asked for, or nothing, is dropped. */
  async show(body: Body | null): Promise<void> {
    this.refusal = null;
    this.#wanted = body;
    if (body === null) this.shown = null;
    else {
      const answer = await ask('POST', 'previews', z.array(Plan), body);
      if (this.#wanted !== body) return;
      if (answer.ok) this.shown = { body, plans: answer.value };
      else this.refusal = answer.refusal;
    }
    this.#host.requestUpdate();
  }

  /** What is taken is seen in the hall itself; a preview of what is to be next stays. */
  taken({ scene, show }: Pick<Body, 'scene' | 'show'>): void {
    const is = (body: Body | undefined | null): boolean => body?.scene === scene && body?.show === show;
    if (is(this.#wanted)) void this.show(null);
    else if (is(this.shown?.body)) this.shown = null;
  }
}
