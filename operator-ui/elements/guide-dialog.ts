import { css, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import type { RunView } from '#shared/facts.ts';
import { qrPath } from '#shared/qr-path.ts';
import { baseOf } from '#shared/training.ts';
import { ask, type Refusal } from '../controllers/rest.ts';
import { deskWords } from '../words/desk-words.ts';
import { ConsoleDialog } from './console-dialog.ts';

const Given = z.object({ run: z.string(), code: z.string() });
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** GO of one run for a guide: a code to scan. A code is made when it is asked for, and is seen on this console alone. */
@customElement('guide-dialog')
export class GuideDialog extends ConsoleDialog {
  static override styles = [
    ...ConsoleDialog.styles,
    css`
      .run {
        margin: 2px 0 10px;
        font-size: var(--f-main);
        font-weight: 600;
      }
      .code {
        display: grid;
        grid-template-columns: 260px 1fr;
        gap: 24px;
        align-items: center;
        margin: 16px 0;
      }
      svg.qr {
        display: block;
        width: 100%;
        background: #fff;
      }
      .code p + p {
        margin-top: 10px;
      }
      a {
        color: inherit;
        overflow-wrap: anywhere;
      }
      .main {
        width: 100%;
        min-height: 48px;
        margin-top: 14px;
      }
      @media (max-width: 560px) {
        .code {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  /** The run that is to be given; null once it is over. */
  @property({ attribute: false }) run: RunView | null = null;
  @property({ type: Boolean }) able = true;
  @state() private code: string | null = null;
  @state() private refusal: Refusal | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Who closes the dialog takes the code out of sight.
    if (changed.has('open')) {
      this.code = null;
      this.refusal = null;
    }
  }

  protected override heading(): string {
    return deskWords[this.speech.language].guide.heading;
  }

  protected override body(): TemplateResult {
    const { guide: words } = deskWords[this.speech.language];
    const { run } = this;
    if (run === null) return html`<p>${words.over}.</p>`;
    return html`<p class="run">${this.speech.text(run.title)}</p>
      <p class="quiet">${words.lead}</p>
      ${this.code === null ? nothing : this.#shown(run, this.code)}
      ${loopback.has(location.hostname) ? html`<p class="error" role="note">${words.notReachable}</p>` : nothing}
      ${this.refusal === null ? nothing : html`<p class="error" role="alert">${this.speech.refused(this.refusal)}</p>`}
      <button class="button main" data-make autofocus ?disabled=${!this.able} @click=${() => void this.#make(run.id)}>
        ${this.code === null ? words.make : words.anew}
      </button>`;
  }

  #shown(run: RunView, code: string): TemplateResult {
    const { guide: words } = deskWords[this.speech.language];
    const address = `${location.origin}${baseOf(location.pathname)}/guide/#${code}`;
    const { side, path } = qrPath(address);
    return html`<div class="code">
      <svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label=${words.scan}>
        ${svg`<path d=${path} fill="#000"></path>`}
      </svg>
      <div>
        <p>${words.scan}</p>
        <p class="quiet">${words.expires(run.until === null ? '' : this.speech.time(run.until))}</p>
        <p>
          <a href=${address} target="_blank" rel="noreferrer">${location.host}${baseOf(location.pathname)}/guide/</a>
        </p>
      </div>
    </div>`;
  }

  async #make(run: string): Promise<void> {
    const answer = await ask('POST', `runs/${encodeURIComponent(run)}/guide`, Given, {});
    this.code = answer.ok ? answer.value.code : null;
    this.refusal = answer.ok ? null : answer.refusal;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'guide-dialog': GuideDialog;
  }
}
