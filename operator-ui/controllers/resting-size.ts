import type { ReactiveController } from 'lit';
import type { Size } from '../state/plan-view.ts';

/** A size that has stayed for so long is not under anybody's hand any more, ms. */
const restMs = 150;

/**
 * The size of its host, px: told at once where it changes once, as by a notice that comes; while somebody draws the
 * window larger or smaller, only when that rests, for whoever lays out by it has much to do.
 */
export class RestingSize implements ReactiveController {
  readonly #host: Element;
  readonly #told: (size: Size) => void;
  #changedAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    const size = { width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) };
    const now = performance.now();
    const isSingle = now - this.#changedAt > restMs;
    this.#changedAt = now;
    clearTimeout(this.#timer);
    if (isSingle) this.#told(size);
    else this.#timer = setTimeout(() => this.#told(size), restMs);
  });

  constructor(host: Element, told: (size: Size) => void) {
    this.#host = host;
    this.#told = told;
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#changedAt = -Infinity;
  }
}
