import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BlockAnswer, MissedAnswer } from '#shared/schedule-answers.ts';
import { base, buttons } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords } from '../words/schedule-words.ts';
import { raise } from './raise.ts';

/** What came while the controller was down, each to be played now. */
@customElement('missed-list')
export class MissedList extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      li {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 8px;
        padding: 4px 0;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) missed: MissedAnswer = [];

  protected override render(): TemplateResult | typeof nothing {
    if (this.missed.length === 0) return nothing;
    const words = scheduleWords[this.speech.language];
    return html`<h2>${words.missed}</h2>
      <ul>
        ${this.missed.map(
          ({ block }) =>
            html`<li>
              <span>${this.speech.text(block.title)} ${block.start.slice(5).replace('T', ' ')}</span>
              <button class="button" @click=${() => this.#play(block)}>${words.playNow}</button>
            </li>`,
        )}
      </ul>`;
  }

  #play({ source, targets, from, until }: BlockAnswer): void {
    const kind = source.kind === 'scene' ? 'scene' : 'show';
    const holdFor = Math.max(1000, Date.parse(until) - Date.parse(from));
    raise(this, 'act', { do: 'take', body: { targets: [...targets], [kind]: source.id, holdFor } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'missed-list': MissedList;
  }
}
