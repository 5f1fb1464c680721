import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { pageStyles } from '../page/page-element.ts';
import { pageLanguages, pageWords } from '../page/words.ts';

/** What a new player shows until somebody tells the hall which screen it is: a code, and where to type it. */
@customElement('pairing-screen')
export class PairingScreen extends LitElement {
  static override styles = [
    pageStyles,
    css`
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 6vmin;
        width: min(100%, 120vmin);
      }
      .code {
        /* A letter of this face is 0.74 of its size wide at most, spaced. */
        font: 600 min(22vmin, calc(88vmin / (0.8 * var(--letters, 6)))) / 1 var(--text);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.06em;
        color: var(--suiek);
        white-space: nowrap;
      }
      .code.waiting {
        font-size: 4vmin;
        letter-spacing: 0;
        color: var(--tas-300);
      }
      .words {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(12em, 1fr));
        gap: 3vmin;
      }
      .words p + p {
        margin-top: 0.4em;
        color: var(--tas-300);
      }
      .where {
        font-size: 1.2em;
        color: var(--tas-100);
        overflow-wrap: anywhere;
      }
      [role='status'] {
        color: var(--tas-300);
      }
    `,
  ];

  /** Null while the controller is asked for one. */
  @property() code: string | null = null;
  /** What stands in the way, in the controller's words. */
  @property() trouble: string | null = null;

  protected override updated(): void {
    // Through the object model: the page's content security policy forbids style attributes.
    this.style.setProperty('--letters', String(this.code?.length ?? 6));
  }

  protected override render() {
    const { code } = this;
    return html`
      <main>
        ${
          code === null
            ? html`<div class="code waiting">
                ${pageLanguages.map((language) => html`<div lang=${language}>${pageWords.asking[language]}</div>`)}
              </div>`
            : html`<div class="code" aria-label=${code.split('').join(' ')}>${code}</div>`
        }
        <div class="words">
          ${pageLanguages.map(
            (language) =>
              html`<div lang=${language}>
                <p>${pageWords.pairing[language]}</p>
                <p>${pageWords.pairingHint[language]}</p>
              </div>`,
          )}
        </div>
        <div class="where">${location.origin}/</div>
        ${this.trouble === null ? nothing : html`<p role="status">${this.trouble}</p>`}
      </main>
    `;
  }
}
