import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { dayAndMonth } from '#shared/dates.ts';
import type { Hall } from '#shared/hall.ts';
import type { BlockAnswer, MissedAnswer } from '#shared/schedule-answers.ts';
import type { Show } from '#shared/scene.ts';
import { Roving } from '../controllers/roving.ts';
import { base, buttons } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import { instantOfWall } from '../state/wall-time.ts';
import { scheduleWords } from '../words/schedule-words.ts';
import './day-panel.ts';
import './missed-list.ts';
import './why-panel.ts';

/**
 * What planning needs beside the calendar: shows to drag, what was missed, why, the day's report, its rehearsal. What is
 * slotted stands above. Raises `mourn`, and `show` with the id of the one that a rule is wanted for.
 */
@customElement('plan-pane')
export class PlanPane extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: 10px;
      }
      .shows button {
        width: 100%;
        padding: 6px 8px;
        margin-top: 4px;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--lift);
        cursor: grab;
        touch-action: none;
      }
      .hint {
        font-size: var(--f-label);
        color: var(--ink-3);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      @media (pointer: coarse), (max-width: 900px) {
        .shows {
          display: flex;
          flex-wrap: wrap;
          gap: 6px;
        }
        .shows button {
          min-height: var(--finger);
          padding: 12px;
          margin: 0;
        }
        /* A hand at a tablet has no Alt to hold. */
        .alt {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) shows: readonly Show[] = [];
  @property({ attribute: false }) missed: MissedAnswer = [];
  /** The chosen occurrence, or null. */
  @property({ attribute: false }) block: BlockAnswer | null = null;
  @property() date = '';
  @property({ attribute: false }) revision = 0;
  /** The rows that can be dragged onto a calendar. */
  @query('.shows') readonly showList!: HTMLElement;

  constructor() {
    super();
    void new Roving(this, '[data-show]');
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const shows = this.shows.toSorted(this.speech.byTitle);
    return html`<slot></slot>
      <h2>${words.shows}</h2>
      <ul class="shows">
        ${shows.map(
          ({ id, title }) =>
            html`<li>
              <button
                data-show=${id}
                @click=${() => this.dispatchEvent(new CustomEvent<string>('show', { detail: id }))}
              >
                ${this.speech.text(title)}
              </button>
            </li>`,
        )}
      </ul>
      <p class="hint alt">${words.holdAlt}</p>
      <missed-list .speech=${this.speech} .missed=${this.missed}></missed-list>
      <why-panel
        .speech=${this.speech}
        .hall=${this.hall}
        .at=${this.block?.start ?? ''}
        .screen=${this.block?.screens[0] ?? ''}
      ></why-panel>
      <day-panel .speech=${this.speech} .hall=${this.hall} .date=${this.date} .revision=${this.revision}></day-panel>
      <p class="acts">
        <a class="button" data-act="rehearse" target="_blank" href=${this.#rehearsal()}
          ><kbd>${keyLabel('rehearse', this.speech.words)}</kbd>${words.rehearse}
          ${dayAndMonth(this.date, this.speech.language)}</a
        >
        <button class="button" data-act="mourn" @click=${() => this.dispatchEvent(new CustomEvent('mourn'))}>
          <kbd>${keyLabel('mourn', this.speech.words)}</kbd>${words.mourn}
        </button>
      </p>`;
  }

  #rehearsal(): string {
    const { block } = this;
    const at = block === null ? instantOfWall(`${this.date}T10:00`, this.hall.timeZone) : Date.parse(block.from);
    return Number.isNaN(at) ? '/hall/' : `/hall/?at=${new Date(at).toISOString()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-pane': PlanPane;
  }
}
