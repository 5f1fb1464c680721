import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall, Screen } from '#shared/hall.ts';
import { legibilityIn } from '#shared/legibility.ts';
import { markIcon } from '../look/marks.ts';
import { base } from '../look/styles.ts';
import { legibilitySentence } from '../state/legibility-words.ts';
import type { Speech } from '../state/speech.ts';

/** Whether a screen can be read and touched from where its visitors stand, and what to do where it cannot. */
@customElement('health-legibility')
export class HealthLegibility extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      li {
        display: flex;
        gap: 8px;
        margin-top: 4px;
        max-width: 80ch;
      }
      svg {
        margin-top: 3px;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) screen!: Screen;

  protected override render(): TemplateResult {
    const { leastMm, warnings } = legibilityIn(this.hall, this.screen);
    const { words, number } = this.speech;
    if (warnings.length === 0) {
      const fromM = number(this.screen.viewingDistanceMm / 1000, 1);
      return html`<p>${words.health.legibility.well(number(leastMm), fromM)}</p>`;
    }
    return html`<ul role="list">
      ${warnings.map(
        (warning) =>
          html`<li data-warning=${warning.is}>${markIcon('warn')} ${legibilitySentence(warning, this.speech)}</li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'health-legibility': HealthLegibility;
  }
}
