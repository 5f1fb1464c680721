import { createAttachment } from './attachment.ts';
import { followDrag } from './drag.ts';
import { glideAt, glideFrom, glideMs, type Glide } from './glide.ts';

export interface ScrubPort {
  count(): number;
  /** The open year's index, when no hand moves it. */
  index(): number;
  nowMs(): number;
  /** A year went by under the finger. */
  show(index: number): void;
  /** The strip came to rest on a year. */
  settle(index: number): void;
}

type Motion =
  | { readonly kind: 'rest' }
  | { readonly kind: 'drag'; readonly at: number }
  /** `isSettled`: it rests on the year that was under the finger, which was said when it was lifted. */
  | { readonly kind: 'glide'; readonly glide: Glide; readonly sinceMs: number; readonly isSettled: boolean };

/** A strip of equal columns, one a year, in a hand: follows the finger, runs on when let go, comes to rest on a year. */
export class Scrub {
  readonly #port: ScrubPort;
  #motion: Motion = { kind: 'rest' };
  readonly #strip = createAttachment((element) => this.#listen(element));

  constructor(port: ScrubPort) {
    this.#port = port;
  }

  /** Listens on the element that is there now; `null` where nobody may touch. */
  attach(element: HTMLElement | null): void {
    this.#strip.attach(element);
  }

  /** Lets go of everything. */
  release(): void {
    this.#motion = { kind: 'rest' };
  }

  /** To be called once per frame: where the handle stands, as a fraction of an index. */
  follow(): number {
    const motion = this.#motion;
    switch (motion.kind) {
      case 'rest':
        return this.#port.index();
      case 'drag':
        return motion.at;
      case 'glide': {
        const sinceMs = this.#port.nowMs() - motion.sinceMs;
        const at = glideAt(motion.glide, sinceMs);
        if (sinceMs < glideMs) {
          this.#port.show(Math.round(at));
          return at;
        }
        this.#motion = { kind: 'rest' };
        if (!motion.isSettled) this.#port.settle(motion.glide.to);
        return motion.glide.to;
      }
    }
  }

  #listen(element: HTMLElement): () => void {
    const at = (x: number): number => {
      const count = this.#port.count();
      return Math.min(count - 1, Math.max(0, (x / element.offsetWidth) * count - 0.5));
    };
    const drag = (x: number): void => {
      this.#motion = { kind: 'drag', at: at(x) };
      this.#port.show(Math.round(at(x)));
    };
    return followDrag(element, {
      start: drag,
      move: drag,
      end: (x, _y, velocityX) => {
        const count = this.#port.count();
        const glide = glideFrom(at(x), (velocityX / element.offsetWidth) * count, { least: 0, most: count - 1 });
        // Who touched a year and let go has chosen it: the hall should not wait for the handle to come to rest.
        const isSettled = Math.round(glide.from) === glide.to;
        this.#motion = { kind: 'glide', glide, sinceMs: this.#port.nowMs(), isSettled };
        if (isSettled) this.#port.settle(glide.to);
      },
    });
  }
}
