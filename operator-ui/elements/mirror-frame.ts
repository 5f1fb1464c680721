import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MirrorsReady, MirrorsShown, type MirrorsWanted } from '#shared/mirrors.ts';
import { raise } from './raise.ts';

/**
 * The live pictures behind the console: one page of silent players, laid under the places that the views leave open.
 * It talks to nobody who matters, so the hall does not notice it.
 */
@customElement('mirror-frame')
export class MirrorFrame extends LitElement {
  static override styles = css`
    :host {
      position: fixed;
      inset: 0;
      z-index: -1;
      pointer-events: none;
    }
    iframe {
      width: 100%;
      height: 100%;
      border: 0;
      /* Of another scheme than its document, a frame would be opaque. */
      color-scheme: dark;
    }
  `;

  /** What to show where, px of the window; the most important first. */
  @property({ attribute: false }) mirrors: MirrorsWanted['mirrors'] = [];
  #isReady = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.#onMessage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.#onMessage);
    this.#isReady = false;
    raise(this, 'mirrors', { is: 'mirrors-shown', mirrors: [] });
  }

  protected override render(): TemplateResult {
    return html`<iframe src="/mirrors/" title="" tabindex="-1" aria-hidden="true"></iframe>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('mirrors')) this.#ask();
  }

  #ask(): void {
    if (!this.#isReady) return;
    const message: MirrorsWanted = { is: 'mirrors-wanted', mirrors: [...this.mirrors] };
    this.#window?.postMessage(message, location.origin);
  }

  get #window(): Window | null {
    return this.renderRoot.querySelector('iframe')?.contentWindow ?? null;
  }

  readonly #onMessage = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (origin !== location.origin || source !== this.#window) return;
    if (MirrorsReady.safeParse(data).success) {
      this.#isReady = true;
      this.#ask();
      return;
    }
    const shown = MirrorsShown.safeParse(data);
    if (shown.success) raise(this, 'mirrors', shown.data);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mirror-frame': MirrorFrame;
  }
}
