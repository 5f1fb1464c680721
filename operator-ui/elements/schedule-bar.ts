import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';
import './date-field.ts';
import type { DateField } from './date-field.ts';
import { scheduleWords } from '../words/schedule-words.ts';
import type { GridSpan } from './schedule-grid.ts';

export interface BarEvents {
  'bar-span': GridSpan;
  'bar-go': 'prev' | 'next' | 'today';
  'bar-date': string;
  /** A zone, a surface or a screen; `all`. */
  'bar-scope': string;
  'bar-undo': null;
  'bar-new': null;
}

/** Day, week or month; which one; of what; a new rule and the way back. */
@customElement('schedule-bar')
export class ScheduleBar extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
      }
      .spans {
        display: flex;
        gap: 2px;
      }
      .spans .button {
        gap: 5px;
        padding: 4px 8px;
      }
      select,
      date-field {
        flex: none;
        width: 144px !important;
      }
      [data-act='new'] {
        margin-inline-start: auto;
      }
      /* Two rows: which days and of what, and beneath them what can be done. */
      @media (max-width: 900px) {
        select {
          flex: 1 0 120px;
          width: 120px !important;
        }
        [data-act='new'],
        [data-act='undo'] {
          flex: 1 0 40%;
          margin: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property() span: GridSpan = 'timeGridWeek';
  @property() date = '';
  @property() scope = 'all';
  @property({ type: Boolean }) undoable = false;

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const spans = [
      ['timeGridDay', words.day, 'oneDay'],
      ['timeGridWeek', words.week, 'oneWeek'],
      ['dayGridMonth', words.month, 'oneMonth'],
    ] as const;
    return html`<div class="spans" role="group">
        ${spans.map(
          ([span, label, act]) =>
            html`<button
              class="button"
              data-span=${span}
              aria-pressed=${this.span === span ? 'true' : 'false'}
              @click=${() => this.#tell('bar-span', span)}
            >
              <kbd>${keyLabel(act, this.speech.words)}</kbd>${label}
            </button>`,
        )}
      </div>
      <div class="spans">
        <button
          class="button"
          data-act="earlier"
          aria-label=${words.earlier}
          title=${this.#titled(words.earlier, 'earlier')}
          @click=${() => this.#tell('bar-go', 'prev')}
        >
          ‹
        </button>
        <button
          class="button"
          data-act="today"
          title=${this.#titled(words.today, 'today')}
          @click=${() => this.#tell('bar-go', 'today')}
        >
          ${words.today}
        </button>
        <button
          class="button"
          data-act="later"
          aria-label=${words.later}
          title=${this.#titled(words.later, 'later')}
          @click=${() => this.#tell('bar-go', 'next')}
        >
          ›
        </button>
      </div>
      <date-field
        field="date"
        .language=${this.speech.language}
        .label=${words.date}
        .value=${this.date}
        @change=${(event: Event) => this.#onDate(event.target as DateField)}
      ></date-field>
      ${this.#scopes(words.wholeHall, words.targets)}
      <button class="button" data-act="new" @click=${() => this.#tell('bar-new', null)}>
        <kbd>${keyLabel('newRule', this.speech.words)}</kbd>${words.newRule}
      </button>
      <button
        class="button"
        data-act="undo"
        title=${this.#titled(words.undo, 'undoChange')}
        ?disabled=${!this.undoable}
        @click=${() => this.#tell('bar-undo', null)}
      >
        ${words.undo}
      </button>`;
  }

  /** Where the field was emptied, nobody is taken anywhere. */
  #onDate({ value }: DateField): void {
    if (value !== '') this.#tell('bar-date', value);
  }

  #titled(name: string, act: 'earlier' | 'today' | 'later' | 'undoChange'): string {
    return `${name} (${keyLabel(act, this.speech.words)})`;
  }

  #scopes(wholeHall: string, label: string): TemplateResult {
    const words = scheduleWords[this.speech.language].rule;
    const { zones, surfaces, screens } = this.hall;
    const group = (name: string, all: readonly { readonly id: string; readonly name: Hall['name'] }[]) =>
      html`<optgroup label=${name}>
        ${all.map(
          ({ id, name: text }) =>
            html`<option value=${id} ?selected=${id === this.scope}>${this.speech.text(text)}</option>`,
        )}
      </optgroup>`;
    return html`<select
      aria-label=${label}
      @change=${(event: Event) => this.#tell('bar-scope', (event.target as HTMLSelectElement).value)}
    >
      <option value="all" ?selected=${this.scope === 'all'}>${wholeHall}</option>
      ${group(words.zones, zones)} ${group(words.surfaces, surfaces)} ${group(words.screens, screens)}
    </select>`;
  }

  #tell<K extends keyof BarEvents>(name: K, detail: BarEvents[K]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'schedule-bar': ScheduleBar;
  }
}
