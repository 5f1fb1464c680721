import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Refusal } from '../controllers/rest.ts';
import { markIcon } from '../look/marks.ts';
import { base } from '../look/styles.ts';
import { refusedText } from '../state/refused-text.ts';
import type { Speech } from '../state/speech.ts';

/**
 * At the head of a dialog, behind which nothing can be read: who may do this, and why it was not done. It is made when
 * its dialog opens: what had been refused before is no news of the dialog.
 */
@customElement('dialog-notice')
export class DialogNotice extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      p {
        display: flex;
        gap: 10px;
        align-items: baseline;
        margin-bottom: 14px;
        padding: 8px 12px;
        background: var(--lift);
      }
      p.may {
        box-shadow: inset 4px 0 0 var(--st-warn);
      }
      p.refused {
        box-shadow: inset 4px 0 0 var(--st-fault);
      }
      b {
        font-weight: 640;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) refusal: Refusal | null = null;
  /** Who may, in sentences; none where this person may. */
  @property({ attribute: false }) may: readonly string[] = [];

  /** What had been refused when the dialog was opened. */
  #before: Refusal | null = null;

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.#before = this.refusal;
  }

  protected override render(): TemplateResult {
    const { refusal, speech } = this;
    const refused = refusal === null || refusal === this.#before ? null : refusedText(refusal, speech);
    return html`${this.may.map((text) => html`<p class="may">${text}</p>`)}
      <div role="alert">
        ${
          refused === null
            ? nothing
            : html`<p class="refused">
                ${markIcon('fault')}<span><b>${refused.head}</b> ${refused.why}</span>
              </p>`
        }
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dialog-notice': DialogNotice;
  }
}
