import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { bareNames } from '#shared/words/names.ts';
import { placeInDocument } from '#shared/words/place-in-document.ts';
import { base } from '../../look/styles.ts';
import { differences } from '../../state/content/paths.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';
import type { ConsoleLanguage } from '../../words/words.ts';

/** Where two versions of a scene or show differ, place by place, both side by side. */
@customElement('content-differences')
export class ContentDifferences extends LitElement {
  static override styles = [
    base,
    css`
      table {
        width: 100%;
        margin: 4px 0 8px;
        border-collapse: collapse;
        font-size: var(--f-label);
      }
      th {
        padding: 6px 0 0;
        font-weight: 500;
        color: var(--ink-2);
        text-align: start;
      }
      td {
        width: 50%;
        padding: 4px 8px 4px 0;
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      .then {
        color: var(--ink-2);
      }
      .now {
        font-weight: 560;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) from: unknown = null;
  @property({ attribute: false }) to: unknown = null;
  /** What stands over the two columns. */
  @property() was = '';
  @property() is = '';

  protected override render(): TemplateResult {
    const words = contentWords[this.speech.language];
    const found = differences(this.from, this.to);
    if (found.length === 0) return html`<p class="quiet">${words.same}</p>`;
    return html`<table aria-label=${words.compare}>
      <thead>
        <tr>
          <th scope="col">${this.was}</th>
          <th scope="col">${this.is}</th>
        </tr>
      </thead>
      <tbody>
        ${found.map(
          ({ path, before, after }) =>
            html`<tr>
                <th colspan="2" scope="rowgroup">${placeOf(path, this.to, this.speech.language)}</th>
              </tr>
              <tr>
                <td class="then">${said(before)}</td>
                <td class="now">${said(after)}</td>
              </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

/** Where in a scene or show that is, in the words of its form. */
function placeOf(path: string, to: unknown, language: ConsoleLanguage): string {
  const kind = to !== null && typeof to === 'object' && 'cues' in to ? 'show' : 'scene';
  return placeInDocument(path, kind, to, bareNames, (label) => label)[language];
}

const said = (value: unknown): string =>
  value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

declare global {
  interface HTMLElementTagNameMap {
    'content-differences': ContentDifferences;
  }
}
