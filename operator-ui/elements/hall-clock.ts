import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';

/** The hall's wall time, to the second. */
@customElement('hall-clock')
export class HallClock extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        font-size: 17px;
        font-weight: 500;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  /** Shared time now, ms. */
  @property({ attribute: false }) nowMs: () => number = () => 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Wakes at each turn of the second, not somewhere within it. */
  readonly #tick = (): void => {
    this.requestUpdate();
    this.#timer = setTimeout(this.#tick, 1005 - (this.nowMs() % 1000));
  };

  protected override render(): TemplateResult {
    return html`<time>${this.speech.time(this.nowMs(), true)}</time>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hall-clock': HallClock;
  }
}
