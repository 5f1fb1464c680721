import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import { isFiltering, noFilter, statesOf, type ScreenFilter } from '../state/screen-filter.ts';
import type { ScreenRead } from '../state/screen-read.ts';
import type { Speech } from '../state/speech.ts';

/** Narrows the plan and the list to some screens, and says how many are not seen. Raises `narrow`. */
@customElement('hall-filter')
export class HallFilter extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
        min-width: 0;
      }
      /* As the style of all fields names them: a lesser name would not win. */
      input:not([type='checkbox'], [type='radio'], [type='range']),
      select {
        width: auto;
        min-height: max(28px, var(--finger));
        padding-block: 2px;
        padding-inline-start: 8px;
        font-size: var(--f-label);
      }
      input:not([type='checkbox'], [type='radio'], [type='range']) {
        flex: 0 1 150px;
        min-width: 0;
      }
      select {
        max-width: 160px;
      }
      /* One line beside the buttons of the view, in every language: the field gives way, and takes what is left. */
      @media (max-width: 900px) {
        select {
          max-width: 150px;
        }
        input:not([type='checkbox'], [type='radio'], [type='range']) {
          flex: 1 1 96px;
        }
      }
      .button {
        min-height: max(28px, var(--finger));
        padding: 2px 10px;
        font-size: var(--f-label);
      }
      [role='status'] {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      .hidden {
        color: var(--st-warn);
        font-size: var(--f-label);
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) read: ReadonlyMap<string, ScreenRead> = new Map();
  @property({ attribute: false }) filter: ScreenFilter = noFilter;
  /** Screens that fit. */
  @property({ attribute: false }) fitting: ReadonlySet<string> = new Set();

  focusWords(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const { hall, marks, keys } = this.speech.words;
    const { words, state, zone } = this.filter;
    const states = statesOf(this.read);
    const listed = state === '' || states.includes(state) ? states : [state, ...states];
    return html`<kbd>${keyLabel('filter', this.speech.words)}</kbd>
      <input
        type="search"
        aria-label=${hall.filter}
        placeholder=${hall.filter}
        title=${keys.filter}
        .value=${words}
        @input=${(event: InputEvent) => this.#narrow({ words: valueOf(event) })}
      />
      <select
        name="state"
        aria-label=${hall.state}
        @change=${(event: Event) => this.#narrow({ state: this.#stateOf(valueOf(event)) })}
      >
        <option value="" ?selected=${state === ''}>${hall.everyState}</option>
        ${listed.map((one) => html`<option value=${one} ?selected=${one === state}>${marks[one]}</option>`)}
      </select>
      <select
        name="zone"
        aria-label=${this.speech.words.select.zones}
        @change=${(event: Event) => this.#narrow({ zone: valueOf(event) })}
      >
        <option value="" ?selected=${zone === ''}>${hall.everyZone}</option>
        ${this.hall.zones.map(
          ({ id, name }) => html`<option value=${id} ?selected=${id === zone}>${this.speech.text(name)}</option>`,
        )}
      </select>
      <span role="status">${isFiltering(this.filter) ? this.#hidden() : nothing}</span>`;
  }

  #hidden(): TemplateResult {
    const { hall } = this.speech.words;
    const unseen = [...this.read.values()].filter(({ screen }) => !this.fitting.has(screen.id));
    const troubled = unseen.filter(({ mark }) => mark.urgency > 1).length;
    return html`<span class="hidden"
        >${hall.hidden(unseen.length)}${troubled > 0 ? `, ${hall.hiddenTroubled(troubled)}` : ''}</span
      >
      <button class="button" data-all @click=${() => this.#narrow(noFilter)}>${hall.showAll}</button>`;
  }

  #stateOf(value: string): ScreenFilter['state'] {
    return statesOf(this.read).find((state) => state === value) ?? '';
  }

  #narrow(change: Partial<ScreenFilter>): void {
    this.dispatchEvent(new CustomEvent<ScreenFilter>('narrow', { detail: { ...this.filter, ...change } }));
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'hall-filter': HallFilter;
  }
}
