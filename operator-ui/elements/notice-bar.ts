import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { markIcon } from '../look/marks.ts';
import { base, buttons } from '../look/styles.ts';
import { refusedText } from '../state/refused-text.ts';
import type { Speech } from '../state/speech.ts';
import { numbersText } from '../state/units.ts';
import type { RefusedAct, WithoutLate } from '../state/without-late.ts';
import { contentWords } from '../words/content-words.ts';
import { raise } from './raise.ts';

/** What went wrong with the last command, until it is closed or a command goes well; and what is wrong until it is not. */
@customElement('notice-bar')
export class NoticeBar extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .notice {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 6px 20px;
        border-bottom: 1px solid var(--line);
        background: var(--pane);
        box-shadow: inset 4px 0 0 var(--st-fault);
      }
      .notice.unsaved {
        box-shadow: inset 4px 0 0 var(--st-warn);
      }
      .notice.lost {
        box-shadow: inset 4px 0 0 var(--st-stale);
      }
      p {
        flex: 1;
      }
      b {
        font-weight: 640;
        margin-right: 8px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) refusal: RefusedAct | null = null;
  @property({ attribute: false }) hall: Hall | null = null;
  /** The state of the link, in words; empty while all is well. */
  @property() link = '';
  /** Whether it helps to load the page anew. */
  @property({ type: Boolean }) reloads = false;
  /** What was written and only this browser has; empty where the hall has all. */
  @property() unsaved = '';
  /** What is wrong with the hall's own machine, in sentences. */
  @property({ attribute: false }) troubles: readonly string[] = [];

  protected override render(): TemplateResult {
    return html`<div role="status">
        ${
          this.link === ''
            ? nothing
            : html`<div class="notice lost">
                ${markIcon('stale')}
                <p>${this.link}</p>
                ${
                  this.reloads
                    ? html`<button class="button" data-reload @click=${() => location.reload()}>
                        ${this.speech.words.link.reload}
                      </button>`
                    : nothing
                }
              </div>`
        }
        ${
          this.unsaved === ''
            ? nothing
            : html`<div class="notice unsaved">
                ${markIcon('warn')}
                <p>${this.unsaved}</p>
                <a class="button" href="#scenes">${contentWords[this.speech.language].unsaved.open}</a>
              </div>`
        }
        ${this.troubles.map(
          (text) =>
            html`<div class="notice">
              ${markIcon('fault')}
              <p>${text}</p>
            </div>`,
        )}
      </div>
      <div role="alert">${this.refusal === null ? nothing : this.#refused(this.refusal)}</div>`;
  }

  #refused(refusal: RefusedAct): TemplateResult {
    const { notice } = this.speech.words;
    const { head, why } = refusedText(refusal, this.speech);
    return html`<div class="notice">
      ${markIcon('fault')}
      <p><b>${head}</b>${why}</p>
      ${refusal.offer === undefined ? nothing : this.#offered(refusal.offer)}
      <button class="button" @click=${() => raise(this, 'dismiss', null)}>
        <kbd>${this.speech.words.keys.esc}</kbd>${notice.close}
      </button>
    </div>`;
  }

  #offered({ act, screens }: WithoutLate): TemplateResult {
    const numbers = (this.hall?.screens ?? []).flatMap(({ id, number }) => (screens.includes(id) ? [number] : []));
    return html`<button class="button" data-without @click=${() => raise(this, 'act', act)}>
      ${this.speech.words.go.without(numbersText(numbers))}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-bar': NoticeBar;
  }
}
