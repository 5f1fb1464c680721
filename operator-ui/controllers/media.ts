import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import { MediumView } from '#shared/media.ts';
import { ask, type Answered, type Refusal } from './rest.ts';

/** While files are being looked at, they are asked for again after this long, ms. */
const againMs = 1500;

/** The hall's media, read again whenever the hall has changed. */
export class Media implements ReactiveController {
  all: readonly MediumView[] = [];
  refusal: Refusal | null = null;
  readonly #host: ReactiveControllerHost;
  /** What was made at this console, and an answer on its way may not know of. */
  readonly #pictured = new Set<string>();
  #revision = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#revision = -1;
  }

  async at(revision: number): Promise<void> {
    if (revision === this.#revision) return;
    this.#revision = revision;
    await this.read();
  }

  async read(): Promise<void> {
    clearTimeout(this.#timer);
    const answer = await ask('GET', 'media', z.array(MediumView));
    if (answer.ok) this.all = this.#withMade(answer.value).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.refusal = answer.ok ? null : answer.refusal;
    if (this.#revision !== -1 && this.all.some(({ facts }) => facts === null))
      this.#timer = setTimeout(() => void this.read(), againMs);
    this.#host.requestUpdate();
  }

  /** Somebody at this console has just made it. */
  hasThumbnail(id: string): void {
    this.#pictured.add(id);
    this.all = this.#withMade(this.all);
    this.#host.requestUpdate();
  }

  #withMade(media: readonly MediumView[]): readonly MediumView[] {
    return media.map((medium) => (this.#pictured.has(medium.id) ? { ...medium, hasThumbnail: true } : medium));
  }

  remove(id: string): Promise<Answered<unknown>> {
    return ask('DELETE', `media?id=${encodeURIComponent(id)}`, z.unknown());
  }
}
