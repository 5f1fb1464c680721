import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import { Listing } from '../../controllers/listing.ts';
import { ask, type Answered } from '../../controllers/rest.ts';
import { peopleStyles } from '../../look/people-styles.ts';
import { base, buttons, fields } from '../../look/styles.ts';
import { TabletHere, TabletListed } from '../../state/people-answers.ts';
import type { Speech } from '../../state/speech.ts';
import '../hold-button.ts';
import { textOf } from './zone-checks.ts';

/** The browsers that people share with their PINs; a technician makes this one such, or any a stranger again. */
@customElement('tablet-list')
export class TabletList extends LitElement {
  static override styles = [base, buttons, fields, peopleStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ type: Number }) revision = 0;
  @state() private here: string | null = null;
  @state() private refused: string | null = null;
  readonly #tablets = new Listing(this, 'tablets', TabletListed);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#whichIsThis();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('revision') && this.hasUpdated) void this.#tablets.read();
  }

  protected override render(): TemplateResult {
    const { tablets, failed } = this.speech.words.people;
    const { items } = this.#tablets;
    const refusal =
      this.refused ?? (this.#tablets.refusal === null ? null : this.speech.refused(this.#tablets.refusal));
    const isPaired = items.some(({ id }) => id === this.here);
    return html`<h2>${tablets.heading}</h2>
      <p class="hint">${tablets.hint}</p>
      ${refusal === null ? nothing : html`<p class="error" role="alert">${failed}: ${refusal}</p>`}
      ${items.length === 0 ? html`<p class="quiet">${tablets.none}</p>` : nothing}
      <table>
        <tbody>
          ${items.map(
            ({ id, name, pairedAt }) =>
              html`<tr data-tablet=${id}>
                <td>${name}${id === this.here ? html`<span class="tag">${tablets.isThis}</span>` : nothing}</td>
                <td class="aside quiet">${tablets.since} ${this.speech.dateTime(Date.parse(pairedAt))}</td>
                <td>
                  <hold-button
                    @held=${() => void this.#give(ask('DELETE', `tablets/${encodeURIComponent(id)}`, z.unknown()))}
                    >${tablets.revoke}</hold-button
                  >
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        isPaired
          ? nothing
          : html`<form
              class="row"
              @submit=${(event: SubmitEvent) => {
                event.preventDefault();
                const name = textOf(new FormData(event.target as HTMLFormElement), 'name');
                void this.#give(ask('POST', 'tablets', z.unknown(), { name }));
              }}
            >
              <div>
                <label for="tablet">${tablets.name}</label>
                <input id="tablet" name="name" required maxlength="100" autocomplete="off" />
              </div>
              <button class="button">${tablets.pair}</button>
            </form>`
      }`;
  }

  async #give(asked: Promise<Answered<unknown>>): Promise<void> {
    const answer = await asked;
    this.refused = answer.ok ? null : this.speech.refused(answer.refusal);
    await Promise.all([this.#tablets.read(), this.#whichIsThis()]);
  }

  async #whichIsThis(): Promise<void> {
    const answer = await ask('GET', 'tablet', TabletHere);
    if (answer.ok) this.here = answer.value.tablet?.id ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tablet-list': TabletList;
  }
}
