import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MirrorsReady, MirrorsShown, type MirrorsWanted, type PreviewPlans } from '#shared/mirrors.ts';
import { baseOf } from '#shared/training.ts';
import type { ConsoleEvents } from './raise.ts';

/**
 * Pictures of screens: one page of silent players, laid where they are wanted. It talks to nobody who matters, so the
 * hall does not notice it. With `plans` it shows those instead of what the hall has decided.
 */
@customElement('mirror-frame')
export class MirrorFrame extends LitElement {
  static override styles = css`
    :host {
      display: block;
      pointer-events: none;
      transform-origin: 0 0;
    }
    iframe {
      display: block;
      width: 100%;
      height: 100%;
      border: 0;
      /* Of another scheme than its document, a frame would be opaque. */
      color-scheme: dark;
    }
  `;

  /** What to show where, px of this element; the most important first. */
  @property({ attribute: false }) mirrors: MirrorsWanted['mirrors'] = [];
  /** What is to be previewed; null: the pictures are those of the hall. */
  @property({ attribute: false }) plans: PreviewPlans['plans'] | null = null;
  #isReady = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.#onMessage);
    addEventListener('carry', this.#onCarry);
    addEventListener('pictures', this.#onCarry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.#onMessage);
    removeEventListener('carry', this.#onCarry);
    removeEventListener('pictures', this.#onCarry);
    this.#isReady = false;
    this.#tell({ is: 'mirrors-shown', mirrors: [] });
  }

  protected override render(): TemplateResult {
    return html`<iframe
      src=${`${baseOf(location.pathname)}/mirrors/${this.plans === null ? '' : '?preview'}`}
      title=""
      tabindex="-1"
      aria-hidden="true"
    ></iframe>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('mirrors') || changed.has('plans')) this.#ask();
  }

  #tell(shown: MirrorsShown): void {
    this.dispatchEvent(new CustomEvent<MirrorsShown>('mirrors', { detail: shown }));
  }

  #ask(): void {
    if (!this.#isReady) return;
    if (this.plans !== null) {
      const plans: PreviewPlans = { is: 'preview-plans', plans: this.plans };
      this.#window?.postMessage(plans, location.origin);
    }
    const message: MirrorsWanted = { is: 'mirrors-wanted', mirrors: [...this.mirrors] };
    this.#window?.postMessage(message, location.origin);
  }

  get #window(): Window | null {
    return this.renderRoot.querySelector('iframe')?.contentWindow ?? null;
  }

  /** While the plan moves under a hand its pictures go along; what is asked for anew is in its place. */
  readonly #onCarry = (event: Event): void => {
    if (this.plans !== null) return;
    this.style.transform = event.type === 'carry' ? (event as CustomEvent<ConsoleEvents['carry']>).detail : '';
  };

  readonly #onMessage = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (origin !== location.origin || source !== this.#window) return;
    if (MirrorsReady.safeParse(data).success) {
      this.#isReady = true;
      this.#ask();
      return;
    }
    const shown = MirrorsShown.safeParse(data);
    if (shown.success) this.#tell(shown.data);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mirror-frame': MirrorFrame;
  }
}
