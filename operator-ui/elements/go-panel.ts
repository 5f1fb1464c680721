import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StandbyView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { goStyles } from '../look/go-styles.ts';
import { base, buttons } from '../look/styles.ts';
import type { Lights } from '../state/go.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import { aboutText, subjectText } from '../state/standby-text.ts';
import { numbersText } from '../state/units.ts';
import { actWords } from '../words/act-words.ts';
import { raise } from './raise.ts';
import './standby-lights.ts';
import { whyLate } from './why-late.ts';

/** All must be ready, or whoever is ready goes. */
export type GoPolicy = 'strict' | 'go';

/** What is armed, a light for each of its screens, and GO. */
@customElement('go-panel')
export class GoPanel extends LitElement {
  static override styles = [
    base,
    buttons,
    goStyles,
    css`
      :host {
        display: grid;
        gap: 10px;
      }
      .title {
        font-size: 20px;
        margin: 2px 0 0;
      }
      .of {
        margin-left: 6px;
        color: var(--ink-2);
        font: 400 var(--f-text) / 1.4 var(--text);
      }
      /* Who comes later is a sentence: beside the other button it would be a column of words. */
      .row {
        flex-wrap: wrap;
      }
      .row .button:not(:last-child) {
        flex-basis: 220px;
      }
      /* On a tablet GO and its ways round stand beside what is ready: all of them in sight at once. */
      @media (min-width: 561px) and (max-width: 900px) {
        :host {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          column-gap: 26px;
          align-items: start;
        }
        :host > *,
        h2 {
          grid-column: 1 / -1;
        }
        .title,
        :host > standby-lights,
        .why {
          grid-column: 1;
        }
        .go {
          grid-area: 2 / 2 / 4 / 3;
          min-height: 92px;
          height: 100%;
        }
        .row {
          grid-area: 4 / 2 / 8 / 3;
        }
        .row .button {
          flex-basis: 120px !important;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) standby!: StandbyView;
  @property({ attribute: false }) lights!: Lights;
  /** Who is at this console. */
  @property() me = '';
  /** Who else holds what is seen on its screens; empty: nobody. */
  @property() over = '';
  /** GO is about this only since a moment: what is pressed now was meant for something else. */
  @property({ type: Boolean }) resting = false;
  @property({ type: Boolean }) able = true;

  protected override render(): TemplateResult {
    const { go } = this.speech.words;
    const { ready, waitsFor } = this.lights;
    const total = this.standby.screens.length;
    const isReady = waitsFor.length === 0 && this.able && !this.resting;
    const { rests } = actWords[this.speech.language].standby;
    // Without the hall nobody knows what is ready, and nothing that is pressed goes anywhere.
    const how = !this.able ? go.noLink : waitsFor.length === 0 ? go.allReady : go.waitsFor(this.#numbers(waitsFor));
    return html`<h2><span>${go.heading}</span><em>${go.ready(ready, total)}</em></h2>
      <p class="title">
        ${subjectText(this.standby, this.speech)}
        <span class="of" data-owner>${aboutText(this.standby, this.me, this.speech)}</span>
        ${this.over === '' ? nothing : html`<span class="of" data-over>${this.speech.words.lease.over(this.over)}</span>`}
      </p>
      <standby-lights .hall=${this.hall} .speech=${this.speech} .lights=${this.lights}></standby-lights>
      ${whyLate(this.hall, this.speech, this.lights)}
      <button
        class="go"
        aria-disabled=${isReady ? 'false' : 'true'}
        aria-describedby="why"
        @click=${() => this.#raise('strict')}
      >
        <b>${go.go}</b
        ><span id="why"><strong>${go.takes(total)}</strong>${this.resting && this.able ? rests : how}</span
        ><kbd>${keyLabel('go', this.speech.words)}</kbd>
      </button>
      <div class="row">
        ${
          waitsFor.length === 0 || ready === 0
            ? nothing
            : html`<button class="button grow" ?disabled=${!this.able} @click=${() => this.#raise('go')}>
                <kbd>${keyLabel('anyway', this.speech.words)}</kbd
                ><span>${go.without(this.#numbers(waitsFor))}<br /><small>${go.withoutHint}</small></span>
              </button>`
        }
        <button class="button grow" ?disabled=${!this.able} @click=${this.standDown}>
          <kbd>${keyLabel('standDown', this.speech.words)}</kbd>${go.clear}
        </button>
      </div>`;
  }

  /** As if GO were pressed. A GO that has to wait does nothing and is not kept for later. */
  go(policy: GoPolicy): void {
    this.#raise(policy);
  }

  #raise(policy: GoPolicy): void {
    const isReady = this.lights.waitsFor.length === 0;
    if (!this.able || this.resting || (policy === 'strict' ? !isReady : this.lights.ready === 0)) return;
    const { source, cue, targets, language, holdFor, reason } = this.standby;
    if (source.kind === 'slate') return;
    raise(this, 'act', {
      do: 'take',
      body: {
        targets,
        standby: this.standby.id,
        [source.kind]: source.id,
        policy,
        ...(cue === null ? {} : { cue: cue.id }),
        ...(language === null ? {} : { language }),
        ...(holdFor === null ? {} : { holdFor }),
        ...(reason === null ? {} : { reason }),
      },
    });
  }

  readonly standDown = (): void => {
    if (!this.able || this.resting) return;
    raise(this, 'act', { do: 'stand-down', standby: this.standby.id });
  };

  #number(id: string): number {
    return this.hall.screens.find((screen) => screen.id === id)?.number ?? 0;
  }

  #numbers(ids: readonly string[]): string {
    return numbersText(ids.map((id) => this.#number(id)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'go-panel': GoPanel;
  }
}
