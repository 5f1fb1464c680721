import type { LitElement, ReactiveController } from 'lit';
import { focused } from './deep.ts';

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/**
 * Makes one stop of what is alike: Tab leads to the marked one, or else to the one that had the keyboard last; arrows,
 * Home and End walk along. `items` is a selector within the host's own root.
 */
export class Roving implements ReactiveController {
  readonly #host: LitElement;
  readonly #items: string;
  #last: Element | null = null;

  constructor(host: LitElement, items: string) {
    this.#host = host;
    this.#items = items;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
    this.#host.addEventListener('focusin', this.#onFocus);
    this.#host.addEventListener('focusout', this.#onLeave);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
    this.#host.removeEventListener('focusin', this.#onFocus);
    this.#host.removeEventListener('focusout', this.#onLeave);
  }

  hostUpdated(): void {
    const all = this.#all();
    const here = all.find((item) => item === focused());
    const marked = all.find((item) => item.matches('[aria-current=true], [aria-pressed=true]'));
    const stop = here ?? marked ?? all.find((item) => item === this.#last) ?? all[0];
    for (const item of all) item.tabIndex = item === stop ? 0 : -1;
  }

  #all(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#items)];
  }

  readonly #onFocus = (): void => {
    const element = focused();
    if (element?.matches(this.#items) !== true) return;
    this.#last = element;
    this.hostUpdated();
  };

  readonly #onLeave = (): void => this.hostUpdated();

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = steps[event.code];
    if (step === undefined || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = this.#all();
    const at = all.findIndex((item) => item === focused());
    if (at < 0) return;
    event.preventDefault();
    all[step(at, all.length - 1)]?.focus();
  };
}
