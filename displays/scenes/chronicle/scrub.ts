import { followDrag } from '../../touch/drag.ts';
import { glideAt, glideFrom, glideMs, type Glide } from '../../touch/glide.ts';
import { columnAt, columnWidth, strip } from './marks.ts';

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
  | { readonly kind: 'glide'; readonly glide: Glide; readonly sinceMs: number };

/** The strip of years in a hand: follows the finger, runs on when it is let go, comes to rest on a year. */
export class Scrub {
  readonly #port: ScrubPort;
  #motion: Motion = { kind: 'rest' };
  #strip: HTMLElement | null = null;
  #stop: (() => void) | undefined;

  constructor(port: ScrubPort) {
    this.#port = port;
  }

  /** Listens on the element that is there now; `null` where nobody may touch. */
  attach(element: HTMLElement | null): void {
    if (element === this.#strip) return;
    this.#stop?.();
    this.#strip = element;
    this.#stop = element === null ? undefined : this.#listen(element);
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
        this.#port.settle(motion.glide.to);
        return motion.glide.to;
      }
    }
  }

  #listen(element: HTMLElement): () => void {
    const at = (x: number): number => {
      const inUnits = (x / element.offsetWidth) * strip.width;
      return Math.min(this.#port.count() - 1, Math.max(0, columnAt(inUnits, this.#port.count())));
    };
    const drag = (x: number): void => {
      this.#motion = { kind: 'drag', at: at(x) };
      this.#port.show(Math.round(at(x)));
    };
    return followDrag(element, {
      start: drag,
      move: drag,
      end: (x, _y, velocityX) => {
        const perUnit = strip.width / element.offsetWidth / columnWidth(this.#port.count());
        const range = { least: 0, most: this.#port.count() - 1 };
        const glide = glideFrom(at(x), velocityX * perUnit, range);
        this.#motion = { kind: 'glide', glide, sinceMs: this.#port.nowMs() };
      },
    });
  }
}
