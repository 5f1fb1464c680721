import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '../look/styles.ts';
import { keyList } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import { raise } from './raise.ts';

/** Every key and what it does. */
@customElement('key-help')
export class KeyHelp extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      dialog {
        width: min(620px, calc(100vw - 48px));
        padding: 20px 24px 24px;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--pane);
        color: var(--ink);
      }
      dialog::backdrop {
        background: var(--shade);
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-bottom: 14px;
      }
      dl {
        columns: 2;
        column-gap: 32px;
      }
      div.key {
        display: flex;
        gap: 12px;
        align-items: baseline;
        padding: 5px 0;
        break-inside: avoid;
        border-top: 1px solid var(--line);
      }
      dt {
        min-width: 84px;
      }
      dt kbd {
        display: inline-block;
      }
      @media (max-width: 560px) {
        dl {
          columns: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ type: Boolean }) open = false;

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog === null || dialog.open === this.open) return;
    if (this.open) dialog.showModal();
    else dialog.close();
  }

  protected override render(): TemplateResult {
    const { keys, common } = this.speech.words;
    return html`<dialog aria-labelledby="heading" @close=${() => this.open && raise(this, 'dismiss', null)}>
      <header>
        <h1 class="title" id="heading">${keys.heading}</h1>
        <button class="button" @click=${() => raise(this, 'dismiss', null)}>
          <kbd>${keys.esc}</kbd>${common.close}
        </button>
      </header>
      <dl>
        ${keyList(this.speech.words).map(
          ({ key, does }) =>
            html`<div class="key">
              <dt><kbd>${key}</kbd></dt>
              <dd>${does}</dd>
            </div>`,
        )}
      </dl>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'key-help': KeyHelp;
  }
}
