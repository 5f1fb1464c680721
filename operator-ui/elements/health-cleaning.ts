import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import { ask, type Refusal } from '../controllers/rest.ts';
import { healthStyles } from '../look/health-styles.ts';
import { base, buttons, fields } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';

const CleaningAnswer = z.object({ isSet: z.boolean() });

/** The PIN that locks a touch screen while it is wiped. Nobody can read it again, here or elsewhere. */
@customElement('health-cleaning')
export class HealthCleaning extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    healthStyles,
    css`
      p {
        max-width: 80ch;
        margin-bottom: 8px;
      }
      .row {
        align-items: end;
      }
      label {
        display: grid;
        gap: 3px;
        width: 220px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @state() private isSet: boolean | null = null;
  @state() private pin = '';
  @state() private refusal: Refusal | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#tell('GET');
  }

  protected override render(): TemplateResult {
    const { cleaning } = this.speech.words.health;
    const said = this.isSet === null ? '' : this.isSet ? cleaning.isSet : cleaning.isNotSet;
    return html`<p class="quiet">${cleaning.how}</p>
      <p role="status">${said}</p>
      <form class="row" @submit=${this.#submit}>
        <label>
          ${cleaning.pin}
          <input
            inputmode="numeric"
            autocomplete="off"
            pattern="[0-9]{4,8}"
            maxlength="8"
            .value=${this.pin}
            @input=${(event: Event) => (this.pin = (event.target as HTMLInputElement).value)}
          />
        </label>
        <button class="button" ?disabled=${this.pin === ''}>${cleaning.set}</button>
        ${
          this.isSet === true
            ? html`<button type="button" class="button" @click=${() => void this.#tell('DELETE')}>
                ${cleaning.remove}
              </button>`
            : nothing
        }
      </form>
      ${this.refusal === null ? nothing : html`<p class="error" role="alert">${sentence(this.refusal)}</p>`}`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#tell('PUT', { pin: this.pin });
  };

  async #tell(method: 'GET' | 'PUT' | 'DELETE', body?: { readonly pin: string }): Promise<void> {
    const answer = await ask(method, 'cleaning-pin', CleaningAnswer, body);
    this.refusal = answer.ok ? null : answer.refusal;
    if (!answer.ok) return;
    this.isSet = answer.value.isSet;
    if (method !== 'GET') this.pin = '';
  }
}

/** What is wrong with the PIN is said of its field. */
function sentence({ detail, fields: wrong }: Refusal): string {
  return [detail, ...(wrong ?? []).map(({ message }) => message)].join(' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'health-cleaning': HealthCleaning;
  }
}
