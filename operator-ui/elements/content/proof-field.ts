import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { formStyles } from '../../look/form-styles.ts';
import { base, fields } from '../../look/styles.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';

/**
 * Which languages have gaps, and which have been read by somebody who speaks them. Raises `unproofed` with the tags that
 * are not.
 */
@customElement('proof-field')
export class ProofField extends LitElement {
  static override styles = [base, fields, formStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) languages!: Hall['languages'];
  /** Tags of languages in which a text is missing. */
  @property({ attribute: false }) gaps: readonly string[] = [];
  @property({ attribute: false }) unproofed: readonly string[] = [];

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language];
    const { order, names } = this.languages;
    const gaps = this.gaps.map((tag) => names[tag] ?? tag).join(', ');
    return html`${gaps === '' ? nothing : html`<p class="warn" data-gaps>${words.gaps(gaps)}</p>`}
      <fieldset>
        <legend>${words.proof}</legend>
        <div class="foot">
          ${order.map(
            (tag) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${!this.unproofed.includes(tag)}
                  @change=${(event: Event) => this.#tell(tag, (event.target as HTMLInputElement).checked)}
                />${names[tag] ?? tag}</label
              >`,
          )}
        </div>
      </fieldset>`;
  }

  #tell(tag: string, isRead: boolean): void {
    const detail = isRead ? this.unproofed.filter((one) => one !== tag) : [...this.unproofed, tag];
    this.dispatchEvent(new CustomEvent<readonly string[]>('unproofed', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'proof-field': ProofField;
  }
}
