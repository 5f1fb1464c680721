import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { GraduationCap } from 'lucide';
import { z } from 'zod';
import { ask } from '../controllers/rest.ts';
import { icon } from '../look/icon.ts';
import { base, buttons } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import { deskWords } from '../words/desk-words.ts';

/** Over everything while people train: that nothing here happens in the hall, and the way back. */
@customElement('training-band')
export class TrainingBand extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 14px;
        padding: 6px 20px;
        border-bottom: 2px solid var(--st-preview);
        background: repeating-linear-gradient(
          135deg,
          color-mix(in srgb, var(--st-preview) 26%, var(--pane)) 0 14px,
          color-mix(in srgb, var(--st-preview) 16%, var(--pane)) 14px 28px
        );
      }
      p {
        flex: 1 1 300px;
      }
      b {
        margin-right: 10px;
        font-size: var(--f-main);
        font-weight: 700;
      }
      .error {
        flex: 1 1 100%;
        color: var(--st-fault);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @state() private trouble = '';

  protected override render(): TemplateResult {
    const { training } = deskWords[this.speech.language];
    return html`${icon(GraduationCap, 20)}
      <p><b>${training.band}</b>${training.bandLong}</p>
      <button class="button" data-anew @click=${() => void this.#beginAnew()}>${training.anew}</button>
      <button class="button" data-leave @click=${() => location.assign('/')}>
        <kbd>${keyLabel('training', this.speech.words)}</kbd>${training.leave}
      </button>
      ${this.trouble === '' ? '' : html`<p class="error" role="alert">${this.trouble}</p>`}`;
  }

  async #beginAnew(): Promise<void> {
    const answer = await ask('POST', 'training', z.unknown(), {});
    if (answer.ok) location.reload();
    else this.trouble = this.speech.refused(answer.refusal);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'training-band': TrainingBand;
  }
}
