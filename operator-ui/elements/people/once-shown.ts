import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, buttons } from '../../look/styles.ts';
import type { Speech } from '../../state/speech.ts';

/** A secret that is shown once: as it is, to be copied. */
@customElement('once-shown')
export class OnceShown extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: 8px;
        padding: 12px;
        border: 1px solid var(--st-warn);
        border-left-width: 4px;
        border-radius: var(--radius);
      }
      .row {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      code {
        flex: 1;
        min-width: 0;
        font-size: var(--f-main);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        user-select: all;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property() heading = '';
  @property() secret = '';
  @state() private isCopied = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('secret')) this.isCopied = false;
  }

  protected override render(): TemplateResult {
    const { people } = this.speech.words;
    return html`<p role="status">${this.heading}</p>
      <div class="row">
        <code>${this.secret}</code>
        <button type="button" class="button" @click=${() => void this.#copy()}>
          ${this.isCopied ? people.copied : people.copy}
        </button>
      </div>
      <p class="quiet">${people.shownOnce}</p>`;
  }

  async #copy(): Promise<void> {
    const code = this.renderRoot.querySelector('code');
    if (code !== null) getSelection()?.selectAllChildren(code);
    // A plain-http console has no clipboard: what is selected can be copied by hand.
    if (!isSecureContext) return;
    this.isCopied = await navigator.clipboard.writeText(this.secret).then(
      () => true,
      () => false,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'once-shown': OnceShown;
  }
}
