import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Lack, Report } from '#shared/report.ts';
import { markIcon, type MarkShape } from '../../look/marks.ts';
import { base } from '../../look/styles.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';

const shapeOf = (how: Lack): MarkShape => (how === 'fetching' ? 'loading' : how === 'waiting' ? 'stale' : 'fault');

/** What a screen holds of the files that its plan needs, and each that it has not got: on its way, or why not. */
@customElement('screen-media')
export class ScreenMedia extends LitElement {
  static override styles = [
    base,
    css`
      li {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) media!: Report['media'];

  protected override render(): TemplateResult {
    const { media: words } = contentWords[this.speech.language];
    const { held, missing, lacks } = this.media;
    // A player of the version before names only what it could not get.
    const lines = lacks ?? missing.map((id) => ({ id, how: null }));
    return html`<p>${words.heldHere(held)}</p>
      ${
        lines.length === 0
          ? nothing
          : html`<ul>
              ${lines.map(
                ({ id, how }) =>
                  html`<li data-lacks=${id} data-how=${how ?? 'missing'}>
                    ${markIcon(how === null ? 'fault' : shapeOf(how))} ${id}
                    <span class="quiet">${how === null ? words.holding.missing : words.lack[how]}</span>
                  </li>`,
              )}
            </ul>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-media': ScreenMedia;
  }
}
