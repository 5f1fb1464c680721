import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { UsersRound } from 'lucide';
import { icon } from '../../look/icon.ts';
import { base, buttons } from '../../look/styles.ts';
import type { Listed } from '../../state/content/listed.ts';
import type { Other } from '../../state/content/others.ts';
import { overtaken, shownOf, standOf, writtenIn, type Unsaved } from '../../state/content/unsaved.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';
import './unsaved-notice.ts';

/**
 * What whoever writes has to know before going on: who else writes in it now, what is not saved, and what somebody has
 * published in between. Raises `lay` with what the person lays over that.
 */
@customElement('editor-notices')
export class EditorNotices extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .others {
        display: flex;
        gap: 8px;
        align-items: center;
        margin-bottom: 12px;
      }
      .warn {
        color: var(--st-warn);
      }
      .older {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
        margin-bottom: 12px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) one!: Listed;
  @property({ attribute: false }) unsaved: Unsaved | null = null;
  @property({ attribute: false }) others: readonly Other[] = [];
  /** Whether the browser has room to keep what is unsaved. */
  @property({ type: Boolean }) kept = true;
  /** Whether it is on its way to the hall: nobody needs to be told that it is not there. */
  @property({ type: Boolean }) sending = false;
  /** Whether what is unsaved was so before the editor was opened. */
  @property({ type: Boolean }) back = false;
  @property({ type: Boolean }) able = false;

  protected override render(): TemplateResult {
    return html`<div role="status">${this.others.map((other) => this.#other(other))}</div>
      ${this.#unsaved(this.unsaved)} ${this.#older()}`;
  }

  #other({ name, since }: Other): TemplateResult {
    const words = contentWords[this.speech.language];
    return html`<p class="others">
      ${icon(UsersRound)}<span
        >${
          name === null
            ? words.alsoEditingHere(this.speech.time(since))
            : words.alsoEditing(name, this.speech.time(since))
        }</span
      >
    </p>`;
  }

  /** What is unsaved and came back, or would undo what somebody else did. */
  #unsaved(unsaved: Unsaved | null): TemplateResult | typeof nothing {
    if (unsaved === null || this.sending) return nothing;
    const isQuiet = !this.back && this.kept && overtaken(this.one, unsaved).is === 'mine';
    if (isQuiet) return nothing;
    return html`<unsaved-notice
      .speech=${this.speech}
      .one=${this.one}
      .unsaved=${unsaved}
      .kept=${this.kept}
      ?able=${this.able}
      @over=${() => this.#lay({ ...unsaved, ...standOf(this.one) })}
    ></unsaved-notice>`;
  }

  /** Somebody has published while the draft was written. */
  #older(): TemplateResult | typeof nothing {
    const words = contentWords[this.speech.language];
    const { draft, published } = this.one;
    const { unsaved } = this;
    const from = unsaved === null ? (draft?.base ?? null) : unsaved.base;
    const body = shownOf(this.one, unsaved);
    if (body === null || from === null || published === null || published.version === from) return nothing;
    if (unsaved !== null && overtaken(this.one, unsaved).is !== 'mine') return nothing;
    const { version } = published;
    return html`<div class="older">
      <p class="warn">${words.older(from, version)}</p>
      <button
        class="button"
        ?disabled=${!this.able}
        @click=${() => this.#lay({ ...writtenIn(this.one, unsaved, body, Date.now()), base: version })}
      >
        ${words.onto(version)}
      </button>
    </div>`;
  }

  #lay(unsaved: Unsaved): void {
    this.dispatchEvent(new CustomEvent<Unsaved>('lay', { detail: unsaved }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'editor-notices': EditorNotices;
  }
}
