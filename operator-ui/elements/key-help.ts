import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyList, viewKeyList } from '../state/keys.ts';
import { viewNames } from '../state/views.ts';
import { ConsoleDialog } from './console-dialog.ts';

/** Every key and what it does. */
@customElement('key-help')
export class KeyHelp extends ConsoleDialog {
  static override styles = [
    ...ConsoleDialog.styles,
    css`
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
      h2 {
        margin-top: 18px;
      }
      dt {
        min-width: 84px;
      }
      dt kbd {
        display: inline-block;
      }
      /* On a desk all of them at one glance. */
      @media (min-width: 1100px) {
        dialog {
          width: 980px;
        }
        dl {
          columns: 3;
        }
      }
      @media (max-width: 560px) {
        dl {
          columns: 1;
        }
      }
    `,
  ];

  protected override heading(): string {
    return this.speech.words.keys.heading;
  }

  protected override body(): TemplateResult {
    const { words, language } = this.speech;
    const own = viewNames.map((view) => ({ name: words.views[view], lines: viewKeyList(view, words, language) }));
    return html`${this.#list(keyList(words))}
    ${own.map(({ name, lines }) =>
      lines.length === 0
        ? nothing
        : html`<h2>${name}</h2>
            ${this.#list(lines)}`,
    )}`;
  }

  #list(lines: ReturnType<typeof keyList>): TemplateResult {
    return html`<dl>
      ${lines.map(
        ({ key, does }) =>
          html`<div class="key">
            <dt><kbd>${key}</kbd></dt>
            <dd>${does}</dd>
          </div>`,
      )}
    </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'key-help': KeyHelp;
  }
}
