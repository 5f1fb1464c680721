import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { GuideAnswer } from '#shared/guide.ts';
import { ask } from '../controllers/rest.ts';

/** What the phone knows of its run. `heardMs`: on this phone's monotonic clock, so that what is seen has an age. */
export type GuideState =
  | { readonly is: 'asking' }
  | { readonly is: 'on'; readonly run: GuideAnswer; readonly heardMs: number; readonly isHeard: boolean }
  | { readonly is: 'over' };

const everyMs = 1000;

/** Asks for the run every second, for as long as the code in the address is good; gives GO. */
export class GuideLink implements ReactiveController {
  state: GuideState = { is: 'asking' };
  isGoing = false;
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#read();
    this.#timer = setInterval(() => void this.#read(), everyMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  /** Shared time, ms, as far as this phone knows. */
  now(): number {
    return this.state.is === 'on' ? this.state.run.now + performance.now() - this.state.heardMs : Date.now();
  }

  /** Leaves the cue, as the next one allows or whoever is not ready; nothing is kept for later where nobody answers. */
  async go(from: string, policy?: 'go'): Promise<void> {
    if (this.isGoing || this.state.is !== 'on' || !this.state.isHeard) return;
    this.isGoing = true;
    this.#host.requestUpdate();
    await ask('POST', 'guide/go', z.unknown(), { from, ...(policy === undefined ? {} : { policy }) }, credentials());
    await this.#read();
    this.isGoing = false;
    this.#host.requestUpdate();
  }

  async #read(): Promise<void> {
    const answer = await ask('GET', 'guide', GuideAnswer, undefined, credentials());
    if (answer.ok) this.state = { is: 'on', run: answer.value, heardMs: performance.now(), isHeard: true };
    else if (['not-signed-in', 'not-found', 'not-allowed'].includes(answer.refusal.code)) this.state = { is: 'over' };
    else if (this.state.is === 'on') this.state = { ...this.state, isHeard: false };
    this.#host.requestUpdate();
  }
}

/** The code stays behind the `#`, where no server and no log sees it. */
function credentials(): Readonly<Record<string, string>> {
  return { authorization: `Guide ${location.hash.slice(1)}` };
}
