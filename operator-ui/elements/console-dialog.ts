import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { base, buttons, fields } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';
import { raise } from './raise.ts';

export const dialogStyles = css`
  dialog {
    width: min(620px, calc(100vw - 32px));
    max-height: calc(100dvh - 48px);
    padding: 20px 24px 24px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--pane);
    color: var(--ink);
    overflow: auto;
  }
  dialog:focus-visible {
    outline: none;
  }
  dialog::backdrop {
    background: var(--shade);
  }
  dialog > .head {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 16px;
    margin-bottom: 14px;
  }
`;

/** What a dialog asks first. The shadow roots within it keep their fields: what only shows something asks nothing. */
const firstField = 'dialog :is(input, select, textarea, text-fields):not([disabled])';

/**
 * Something that lies over the console until it is closed: by its button, by Esc, or by the key that opened it. What is
 * put into it stands beneath its heading: a message behind it could not be read.
 */
export abstract class ConsoleDialog extends LitElement {
  static override styles = [base, buttons, fields, dialogStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ type: Boolean }) open = false;

  protected abstract heading(): string;
  protected abstract body(): TemplateResult;
  /** What its own button says. */
  protected leave(): string {
    return this.speech.words.common.close;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog === null) return;
    if (dialog.open !== this.open) {
      if (this.open) {
        dialog.showModal();
        void this.#focusFirst();
      } else dialog.close();
    }
    // What had the focus may be gone from the dialog: without this its keys, Esc among them, would be the hall's.
    if (this.open && !dialog.matches(':focus-within')) dialog.focus();
  }

  /**
   * Where a dialog is best begun it says by `autofocus`; else it begins with its first field, and without one with its
   * first button. An element of ours takes the focus when it has something that can.
   */
  async #focusFirst(): Promise<void> {
    const first =
      this.renderRoot.querySelector<HTMLElement>('dialog [autofocus]') ??
      this.renderRoot.querySelector<HTMLElement>(firstField);
    if (first instanceof LitElement) await first.updateComplete;
    first?.focus();
  }

  protected override render(): TemplateResult {
    const { keys } = this.speech.words;
    return html`<dialog tabindex="-1" aria-labelledby="heading" @cancel=${this.#onEnd} @close=${this.#onEnd}>
      <div class="head">
        <h1 class="title" id="heading">${this.heading()}</h1>
        <button class="button" @click=${() => this.dismiss()}><kbd>${keys.esc}</kbd>${this.leave()}</button>
      </div>
      <slot></slot>
      ${this.open ? this.body() : ''}
    </dialog>`;
  }

  /**
   * Esc is told at once by `cancel`; `close` comes with the browser's next frame, when a key may have opened the dialog
   * again, or found it still open and closed what was closed already. A file that is not chosen is told by a `cancel` too.
   */
  readonly #onEnd = ({ type, target }: Event): void => {
    if (!(target instanceof HTMLDialogElement) || !this.open) return;
    if (type === 'cancel' || !target.open) this.dismiss();
  };

  protected dismiss(): void {
    raise(this, 'dismiss', null);
  }
}
