import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { History, Redo2 } from 'lucide';
import type { LastActView } from '#shared/facts.ts';
import { Settling } from '../controllers/settling.ts';
import { icon } from '../look/icon.ts';
import { base, buttons } from '../look/styles.ts';
import { actText } from '../state/act-text.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import { raise } from './raise.ts';

/** For a minute after any act on what runs or at the doors: what a touch takes back, and whose it was. */
@customElement('back-button')
export class BackButton extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        flex: 0 1 auto;
        min-width: 0;
      }
      .button {
        width: 100%;
        min-height: 36px;
        text-align: left;
      }
      span {
        display: block;
        min-width: 0;
        max-width: 250px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        line-height: 1.25;
      }
      small {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        font-size: var(--f-key);
        font-weight: 400;
        color: var(--ink-2);
      }
      @media (max-width: 900px) {
        .button {
          min-height: 48px;
        }
        span {
          max-width: none;
        }
        kbd {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) act!: LastActView;
  /** Who is at this console. */
  @property() me = '';
  /** Shared time, ms. */
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) able = true;
  readonly #settling = new Settling(this);

  /**
   * Takes back the newest act. What was taken back just now is done again by its button alone: a key that is pressed once
   * too often must not do that.
   */
  takeBack(): void {
    if (this.act.undoes === null) this.#press();
  }

  protected override willUpdate(): void {
    this.#settling.sees(this.act.id);
  }

  protected override render(): TemplateResult {
    const { what, by, isAgain } = actText(this.act, this.me, this.speech);
    const left = this.speech.duration(this.act.until - this.now);
    return html`<button
      class="button"
      data-act=${isAgain ? 'again' : 'back'}
      title="${what}, ${by}"
      ?disabled=${!this.able || this.#settling.rests}
      @click=${this.#press}
    >
      ${isAgain ? nothing : html`<kbd>${keyLabel('back', this.speech.words)}</kbd>`}${icon(isAgain ? Redo2 : History)}<span
        >${what}<small>${by} · ${left}</small></span
      >
    </button>`;
  }

  readonly #press = (): void => {
    if (this.able && !this.#settling.rests) raise(this, 'act', { do: 'take-back', act: this.act.id });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'back-button': BackButton;
  }
}
