import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall, OpeningHours } from '#shared/hall.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import { formStyles } from '../look/form-styles.ts';
import { base, buttons, fields } from '../look/styles.ts';
import {
  hoursDraft,
  hoursOf,
  pastMidnight,
  type HoursDraft,
  type HoursRow,
  type HoursSlip,
  type WeekDraft,
} from '../state/hours-draft.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords, type HoursWords } from '../words/schedule-words.ts';
import { weekdayKeys } from './form-parts.ts';

/** When the hall, and zones that differ, are open in a week. Raises `edits`, to be looked at before saving. */
@customElement('hours-editor')
export class HoursEditor extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    formStyles,
    css`
      :host {
        display: block;
      }
      .row {
        display: grid;
        gap: 6px;
        padding-bottom: 10px;
      }
      .times {
        display: grid;
        grid-template-columns: 1fr 1fr auto;
        gap: 8px;
        align-items: end;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  /** As the hall has them. What somebody has begun to change stays when they change meanwhile, and is refused then. */
  @property({ attribute: false }) hours!: OpeningHours;
  /** Another number begins the form anew. */
  @property({ type: Number }) round = 0;
  @state() private draft!: HoursDraft;
  #begun: HoursDraft | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isUntouched = this.#begun === null || this.draft === this.#begun;
    if (changed.has('round') || (changed.has('hours') && isUntouched)) this.#begin();
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language].hours;
    const drafted = hoursOf(this.draft);
    const slips = drafted.ok ? [] : drafted.slips;
    const free = this.hall.zones.filter(({ id }) => this.draft.weeks.every(({ zone }) => zone !== id));
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        this.#submit();
      }}
    >
      ${this.draft.weeks.map((week, index) =>
        this.#week(
          week,
          index,
          words,
          slips.filter((slip) => slip.week === index),
        ),
      )}
      ${
        free.length === 0
          ? nothing
          : html`<label
              >${words.addZone}<select name="add-zone" @change=${this.#addZone}>
                <option value="" selected>–</option>
                ${free.map(({ id, name }) => html`<option value=${id}>${this.speech.text(name)}</option>`)}
              </select></label
            >`
      }
      <div class="foot">
        <button class="button" type="submit" data-act="effect" ?disabled=${slips.length > 0}>${words.see}</button>
        <button class="button" type="button" @click=${() => this.#begin()}>${words.reset}</button>
      </div>
    </form>`;
  }

  #week(week: WeekDraft, index: number, words: HoursWords, slips: readonly HoursSlip[]): TemplateResult {
    const zone = this.hall.zones.find(({ id }) => id === week.zone);
    const name = week.zone === null ? words.hall : this.speech.text(zone?.name ?? { en: week.zone });
    const isWrong = slips.some(({ what }) => what === 'warmUp');
    return html`<fieldset data-week=${week.zone ?? 'hall'}>
      <legend>${name}</legend>
      ${week.rows.length === 0 ? html`<p class="hint">${words.shut}</p>` : nothing}
      ${week.rows.map((row, at) =>
        this.#row(
          row,
          slips.find((slip) => slip.row === at),
          words,
          (change) =>
            this.#put(index, { rows: change === null ? week.rows.toSpliced(at, 1) : week.rows.with(at, change) }),
        ),
      )}
      <div class="foot">
        <button
          class="button"
          type="button"
          data-act="add-row"
          @click=${() => this.#put(index, { rows: [...week.rows, { weekdays: [], from: '10:00', to: '18:00' }] })}
        >
          ${words.addRow}
        </button>
        ${
          week.zone === null
            ? nothing
            : html`<button
                class="button"
                type="button"
                @click=${() => this.#become(this.draft.weeks.toSpliced(index, 1))}
              >
                ${words.removeZone}
              </button>`
        }
      </div>
      <label
        >${words.warmUp}<input
          name="warm-up"
          inputmode="decimal"
          placeholder=${week.zone === null ? '0' : words.asHall}
          aria-invalid=${isWrong ? 'true' : 'false'}
          .value=${week.warmUp}
          @input=${(event: InputEvent) => this.#put(index, { warmUp: (event.target as HTMLInputElement).value })}
      /></label>
      ${isWrong ? html`<p class="error" role="alert">${words.slips.warmUp}</p>` : nothing}
    </fieldset>`;
  }

  #row(
    row: HoursRow,
    slip: HoursSlip | undefined,
    words: HoursWords,
    change: (row: HoursRow | null) => void,
  ): TemplateResult {
    const { weekdays } = scheduleWords[this.speech.language].rule;
    const late = pastMidnight(row.from, row.to);
    const time = (name: 'from' | 'to', label: string): TemplateResult =>
      html`<label
        >${label}<input
          name=${name}
          data-figures
          placeholder="10:00"
          aria-invalid=${slip?.what === 'time' ? 'true' : 'false'}
          .value=${row[name]}
          @input=${(event: InputEvent) => change({ ...row, [name]: (event.target as HTMLInputElement).value })}
      /></label>`;
    return html`<div class="row">
      ${weekdayKeys(weekdays, this.speech.language, row.weekdays, (days) => change({ ...row, weekdays: days }))}
      <div class="times">
        ${time('from', words.opens)} ${time('to', words.closes)}
        <button class="button" type="button" aria-label=${words.removeRow} @click=${() => change(null)}>✕</button>
      </div>
      ${
        slip === undefined || slip.what === 'warmUp'
          ? late === null
            ? nothing
            : html`<p class="hint">${words.pastMidnight(late)}</p>`
          : html`<p class="error" role="alert">${words.slips[slip.what]}</p>`
      }
    </div>`;
  }

  #begin(): void {
    this.#begun = hoursDraft(this.hours);
    this.draft = this.#begun;
  }

  readonly #addZone = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const [hall] = this.draft.weeks;
    // A zone begins with the hall's week: mostly one day of it differs.
    if (select.value !== '')
      this.#become([...this.draft.weeks, { zone: select.value, rows: hall?.rows ?? [], warmUp: '' }]);
    select.value = '';
  };

  #put(index: number, change: Partial<WeekDraft>): void {
    this.#become(this.draft.weeks.map((week, at) => (at === index ? { ...week, ...change } : week)));
  }

  #become(weeks: readonly WeekDraft[]): void {
    this.draft = { ...this.draft, weeks };
  }

  #submit(): void {
    const drafted = hoursOf(this.draft);
    if (!drafted.ok) return;
    const edits: readonly ScheduleEdit[] = [{ type: 'hours.put', hours: drafted.hours, base: this.draft.version }];
    this.dispatchEvent(new CustomEvent('edits', { detail: edits }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hours-editor': HoursEditor;
  }
}
