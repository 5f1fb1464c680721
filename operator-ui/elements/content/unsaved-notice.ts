import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base, buttons } from '../../look/styles.ts';
import { bodyOf, type Listed } from '../../state/content/listed.ts';
import { overtaken, type Unsaved } from '../../state/content/unsaved.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';
import './content-differences.ts';

/**
 * Over an editor: that what it shows is kept in this browser alone, and since when; that somebody else has saved or
 * published in between, and what differs. Raises `over` when the person lays theirs over it.
 */
@customElement('unsaved-notice')
export class UnsavedNotice extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: 6px;
        margin-bottom: 14px;
        padding: 10px 14px;
        border-inline-start: 3px solid var(--st-warn);
        background: color-mix(in srgb, var(--st-warn) 8%, transparent);
      }
      p {
        max-width: 90ch;
      }
      .warn {
        color: var(--st-warn);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) one!: Listed;
  @property({ attribute: false }) unsaved!: Unsaved;
  /** Whether the browser has room to keep it. */
  @property({ type: Boolean }) kept = true;
  @property({ type: Boolean }) able = false;

  protected override render(): TemplateResult {
    const { unsaved: words } = contentWords[this.speech.language];
    const { at, why } = this.unsaved;
    return html`<p role="status">${this.kept ? words.here(this.speech.dateTime(at)) : words.noRoom}</p>
      ${why === null ? nothing : html`<p class="why">${words.refused} ${why}</p>`} ${this.#overtaken()}`;
  }

  #overtaken(): TemplateResult | typeof nothing {
    const { unsaved: words } = contentWords[this.speech.language];
    const became = overtaken(this.one, this.unsaved);
    const theirs = bodyOf(this.one);
    if (became.is === 'mine') return nothing;
    return html`<p class="warn" role="alert">
        ${became.is === 'gone' ? words.gone : words.overtaken(became.by, this.speech.dateTime(became.at))}
      </p>
      ${
        theirs === null
          ? nothing
          : html`<content-differences
              .speech=${this.speech}
              .from=${theirs}
              .to=${this.unsaved.body}
              .was=${words.theirs}
              .is=${words.mine}
            ></content-differences>`
      }
      <div>
        <button
          class="button"
          data-act="over"
          ?disabled=${!this.able}
          @click=${() => this.dispatchEvent(new CustomEvent('over'))}
        >
          ${words.over}
        </button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unsaved-notice': UnsavedNotice;
  }
}
