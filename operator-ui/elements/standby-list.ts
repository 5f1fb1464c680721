import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ScreenState, StandbyView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { base, buttons } from '../look/styles.ts';
import { lightsOf } from '../state/go.ts';
import type { Speech } from '../state/speech.ts';
import { aboutText, subjectText } from '../state/standby-text.ts';
import { actWords } from '../words/act-words.ts';
import './standby-lights.ts';

/** What is armed beside what GO is about, each with its owner: a press has GO for it. Raises `choose-standby`. */
@customElement('standby-list')
export class StandbyList extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      p {
        margin-top: 4px;
        color: var(--ink-2);
      }
      li {
        margin-top: 6px;
      }
      .button {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 2px 10px;
        width: 100%;
        min-height: max(44px, var(--finger));
        padding: 6px 10px;
        text-align: left;
      }
      .about {
        color: var(--ink-2);
        font-size: var(--f-label);
        font-weight: 400;
      }
      standby-lights {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) standbys: readonly StandbyView[] = [];
  @property({ attribute: false }) screens: Readonly<Record<string, ScreenState>> = {};
  /** Whether GO is about none so far: then it is said how it comes to be. */
  @property({ type: Boolean }) alone = false;
  /** Who is at this console. */
  @property() me = '';

  protected override render(): TemplateResult {
    const { standby } = actWords[this.speech.language];
    return html`<h2><span>${this.alone ? this.speech.words.go.heading : standby.others}</span></h2>
      ${this.alone ? html`<p>${standby.chooseFirst}</p>` : ''}
      <ul>
        ${repeat(
          this.standbys,
          ({ id }) => id,
          (one) => html`<li>${this.#row(one)}</li>`,
        )}
      </ul>`;
  }

  #row(one: StandbyView): TemplateResult {
    const { go } = this.speech.words;
    const lights = lightsOf(one, this.screens);
    const [subject, about] = [subjectText(one, this.speech), aboutText(one, this.me, this.speech)];
    return html`<button
      class="button"
      data-standby=${one.id}
      aria-label=${actWords[this.speech.language].standby.choose(subject, about)}
      @click=${() => this.#choose(one.id)}
    >
      <span>${subject}</span><span class="about">${go.ready(lights.ready, one.screens.length)}</span>
      <span class="about" data-owner>${about}</span>
      <standby-lights .hall=${this.hall} .speech=${this.speech} .lights=${lights}></standby-lights>
    </button>`;
  }

  #choose(standby: string): void {
    this.dispatchEvent(new CustomEvent<string>('choose-standby', { detail: standby }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'standby-list': StandbyList;
  }
}
