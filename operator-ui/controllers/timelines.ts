import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Timeline } from '#shared/scene.ts';
import { ask } from './rest.ts';

const kept = 24;

/** Timelines by their hash, read once: what a hash names never changes. */
export class Timelines implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #known = new Map<string, Timeline>();
  readonly #asked = new Set<string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#known.clear();
    this.#asked.clear();
  }

  /** The timeline, or null while it is not here; then it is being read. */
  get(hash: string): Timeline | null {
    const known = this.#known.get(hash);
    if (known === undefined && !this.#asked.has(hash)) void this.#read(hash);
    return known ?? null;
  }

  async #read(hash: string): Promise<void> {
    this.#asked.add(hash);
    const answer = await ask('GET', `timelines/${hash}`, Timeline);
    this.#asked.delete(hash);
    if (!answer.ok) return;
    this.#known.set(hash, answer.value);
    const [oldest] = this.#known.keys();
    if (this.#known.size > kept && oldest !== undefined) this.#known.delete(oldest);
    this.#host.requestUpdate();
  }
}
