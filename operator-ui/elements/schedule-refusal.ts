import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Refusal } from '../controllers/rest.ts';
import { base, buttons } from '../look/styles.ts';
import { refusalWords, type Speech } from '../state/speech.ts';
import { scheduleWords } from '../words/schedule-words.ts';

/** Why an edit was not made. Where somebody else was first, raises `theirs`: to look at what they made of it. */
@customElement('schedule-refusal')
export class ScheduleRefusal extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .refusal {
        display: grid;
        gap: 8px;
        justify-items: start;
        padding: 8px 0 8px 10px;
        box-shadow: inset 3px 0 0 var(--st-fault);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) refusal: Refusal | null = null;

  protected override render(): TemplateResult {
    return html`<div role="alert">${this.refusal === null ? nothing : this.#said(this.refusal)}</div>`;
  }

  #said(refusal: Refusal): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const { code } = refusal;
    const isConflict = code === 'conflict';
    const { head, why } = refusalWords(refusal, this.speech.language);
    return html`<div class="refusal">
      ${code === 'too-large' ? html`<p><b>${words.tooMuch}</b></p>` : html`<p><b>${isConflict ? words.conflict : head}</b> ${why}</p>`}
      ${
        isConflict
          ? html`<button class="button" data-act="theirs" @click=${() => this.dispatchEvent(new CustomEvent('theirs'))}>
              ${words.theirs}
            </button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'schedule-refusal': ScheduleRefusal;
  }
}
