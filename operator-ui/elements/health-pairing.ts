import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import type { Screen } from '#shared/hall.ts';
import { ask, type Answered } from '../controllers/rest.ts';
import { healthStyles } from '../look/health-styles.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import './hold-button.ts';
import { textOf } from './people/zone-checks.ts';

const Offer = z.object({ url: z.string(), expiresAt: z.iso.datetime() });
type Said = { readonly is: 'done' | 'refused'; readonly text: string };

/** Which player is the screen's: paired by its code or by a link, also a spare in its place; its token anew; revoked. */
@customElement('health-pairing')
export class HealthPairing extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    healthStyles,
    css`
      hold-button {
        min-height: max(36px, var(--finger));
      }
      form {
        display: flex;
        gap: 8px;
        align-items: end;
        margin: 10px 0;
      }
      form div {
        flex: 0 1 240px;
      }
      input {
        letter-spacing: 0.08em;
        text-transform: uppercase;
      }
      .quiet {
        margin-bottom: 8px;
      }
      .said {
        margin-top: 10px;
        overflow-wrap: anywhere;
      }
      @media (pointer: coarse), (max-width: 900px) {
        hold-button {
          min-height: var(--touch);
        }
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) screen!: Screen;
  @property({ type: Boolean }) isPaired = false;
  @state() private said: Said | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('screen') && changed.get('screen')?.id !== this.screen.id) this.said = null;
  }

  protected override render(): TemplateResult {
    const { pairing } = this.speech.words.people;
    const path = `screens/${encodeURIComponent(this.screen.id)}`;
    return html`<p>${this.isPaired ? pairing.paired : pairing.unpaired}</p>
      <form @submit=${(event: SubmitEvent) => void this.#onCode(event)}>
        <div>
          <label for="code">${pairing.code} <kbd>${keyLabel('pairing', this.speech.words)}</kbd></label>
          <input
            id="code"
            name="code"
            data-latin
            required
            maxlength="16"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
          />
        </div>
        <button class="button">${pairing.pair}</button>
      </form>
      <p class="quiet">${pairing.hint}</p>
      <div class="row">
        <button class="button" data-act="link" @click=${() => void this.#makeLink(path)}>${pairing.link}</button>
        ${
          this.isPaired
            ? html`<button
                  class="button"
                  data-act="renew"
                  @click=${() => void this.#do(ask('POST', `${path}/token`, z.unknown()), pairing.renewed)}
                >
                  ${pairing.renew}
                </button>
                <hold-button
                  danger
                  data-act="revoke"
                  @held=${() => void this.#do(ask('DELETE', `${path}/pairing`, z.unknown()), pairing.revoked)}
                  >${pairing.revoke}</hold-button
                >`
            : nothing
        }
      </div>
      ${
        this.said === null
          ? nothing
          : html`<p
              class=${this.said.is === 'refused' ? 'said error' : 'said'}
              role=${this.said.is === 'refused' ? 'alert' : 'status'}
            >
              ${this.said.text}
            </p>`
      }`;
  }

  async #onCode(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const code = textOf(new FormData(form), 'code').replaceAll(/[\s-]/g, '');
    const { pairing } = this.speech.words.people;
    const asked = ask('POST', `pairings/${encodeURIComponent(code)}`, z.unknown(), { screen: this.screen.id });
    if (await this.#do(asked, pairing.done)) form.reset();
  }

  async #makeLink(path: string): Promise<void> {
    const answer = await ask('POST', `${path}/pairing`, Offer);
    const { health } = this.speech.words;
    this.said = answer.ok
      ? {
          is: 'done',
          text: health.swapHint(answer.value.url, this.speech.time(Date.parse(answer.value.expiresAt))),
        }
      : { is: 'refused', text: this.speech.refused(answer.refusal) };
  }

  async #do(asked: Promise<Answered<unknown>>, done: string): Promise<boolean> {
    const answer = await asked;
    this.said = answer.ok ? { is: 'done', text: done } : { is: 'refused', text: this.speech.refused(answer.refusal) };
    return answer.ok;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'health-pairing': HealthPairing;
  }
}
