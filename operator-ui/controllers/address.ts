import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { screenOfHash, viewOfHash, type ViewName } from '../state/views.ts';

/** Where in the console the person is: by the address alone, so that Back leads back. */
export class Address implements ReactiveController {
  view: ViewName = viewOfHash(location.hash);
  /** The screen whose page is open, or null. */
  screen: string | null = screenOfHash(location.hash);
  readonly #host: ReactiveControllerHost;
  readonly #moved: () => void;

  /** `moved` is told when another place has been drawn. */
  constructor(host: ReactiveControllerHost, moved: () => void) {
    this.#host = host;
    this.#moved = moved;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#onHash);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onHash);
  }

  show(view: ViewName): void {
    location.hash = view;
  }

  readonly #onHash = (): void => {
    const [view, screen] = [viewOfHash(location.hash), screenOfHash(location.hash)];
    // Two changes close together are told twice, when the second has been made: by then somebody may be at work in it.
    if (view === this.view && screen === this.screen) return;
    [this.view, this.screen] = [view, screen];
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(this.#moved);
  };
}
