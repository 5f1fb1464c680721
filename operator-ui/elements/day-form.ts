import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Hall } from '#shared/hall.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { Text } from '#shared/text.ts';
import { formStyles } from '../look/form-styles.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { dateOf, dayOf, type DayDraft, type DayField, type DayHoursDraft } from '../state/day-draft.ts';
import type { Speech } from '../state/speech.ts';
import './date-field.ts';
import type { DateField } from './date-field.ts';
import { scheduleWords, type HoursWords } from '../words/schedule-words.ts';
import { choice } from './form-parts.ts';
import './text-fields.ts';

/** What differs on one day. Raises `edits`, to be looked at before saving, and `close`. */
@customElement('day-form')
export class DayForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    formStyles,
    css`
      :host {
        display: block;
      }
      .zone {
        display: grid;
        gap: 6px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  /** What the form begins with; another object begins it anew. */
  @property({ attribute: false }) start!: DayDraft;
  /** The dates that are special already. */
  @property({ attribute: false }) taken: ReadonlySet<string> = new Set();
  @state() private draft!: DayDraft;
  @state() private isTried = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('start')) return;
    this.draft = this.start;
    this.isTried = false;
  }

  /** Who opens the form is in it. */
  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('date-field:not([disabled]), input:enabled')?.focus();
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language].hours;
    const { draft } = this;
    const drafted = dayOf(draft);
    const slips: ReadonlySet<DayField> = new Set(drafted.ok ? [] : drafted.slips);
    const isWrong = (field: DayField): boolean =>
      slips.has(field) && (this.isTried || field === 'hours' || field === 'zones');
    const said = (field: DayField): TemplateResult | typeof nothing =>
      isWrong(field) ? html`<p class="error" role="alert">${words.daySlips[field]}</p>` : nothing;
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        this.#submit();
      }}
    >
      <div>
        <label
          >${words.date}<date-field
            field="date"
            .language=${this.speech.language}
            .label=${words.date}
            .wrong=${isWrong('date')}
            ?disabled=${draft.version !== null}
            .value=${live(draft.date)}
            @input=${(event: Event) => this.#put({ date: (event.target as DateField).value })}
          ></date-field
        ></label>
        ${this.#isTaken() ? html`<p class="error" role="alert">${words.dayTaken}</p>` : said('date')}
      </div>
      <label class="check"
        ><input
          type="checkbox"
          name="every-year"
          ?disabled=${draft.version !== null}
          .checked=${draft.everyYear}
          @change=${(event: Event) => this.#put({ everyYear: (event.target as HTMLInputElement).checked })}
        />${words.everyYear}</label
      >
      <text-fields
        .languages=${this.hall.languages}
        .label=${words.name}
        .most=${120}
        .value=${draft.name}
        .problem=${isWrong('name') ? words.daySlips.name : ''}
        @text=${({ detail }: CustomEvent<Text>) => this.#put({ name: detail })}
      ></text-fields>
      <fieldset>
        <legend>${words.hours}</legend>
        ${this.#hours(words.hours, draft.hours, words, true, (hours) => this.#put({ hours }))} ${said('hours')}
        ${this.#zones(words)} ${said('zones')}
      </fieldset>
      <fieldset>
        <legend>${words.tone}</legend>
        ${choice(
          words.tone,
          draft.tone,
          [
            ['usual', words.usual],
            ['mourning', words.mourning],
          ],
          (tone) => this.#put({ tone }),
        )}
        ${draft.tone === 'mourning' ? html`<p class="warn">${words.mourningHint}</p>` : nothing}
      </fieldset>
      <div class="foot">
        <button class="button" type="submit" data-act="effect">${words.see}</button>
        ${
          draft.version === null
            ? nothing
            : html`<button class="button" type="button" data-act="delete" @click=${() => this.#remove()}>
                ${words.remove}
              </button>`
        }
        <button
          class="button"
          type="button"
          data-act="close"
          @click=${() => this.dispatchEvent(new CustomEvent('close'))}
        >
          ${words.close}
        </button>
      </div>
    </form>`;
  }

  #hours(
    label: string,
    hours: DayHoursDraft,
    words: HoursWords,
    withWeekly: boolean,
    change: (hours: DayHoursDraft) => void,
  ): TemplateResult {
    const choices: readonly (readonly [DayHoursDraft['is'], string])[] = [
      ...(withWeekly ? [['weekly', words.weekly] as const] : []),
      ['closed', words.closed],
      ['other', words.other],
    ];
    const time = (name: 'from' | 'to', text: string): TemplateResult =>
      html`<label
        >${text}<input
          name=${name}
          .value=${hours[name]}
          @input=${(event: InputEvent) => change({ ...hours, [name]: (event.target as HTMLInputElement).value })}
      /></label>`;
    return html`${choice(label, hours.is, choices, (is) => change({ ...hours, is }))}
    ${
      hours.is === 'other'
        ? html`<div class="pair">${time('from', words.opens)} ${time('to', words.closes)}</div>`
        : nothing
    }`;
  }

  #zones(words: HoursWords): TemplateResult {
    const { zones } = this.draft;
    const free = this.hall.zones.filter(({ id }) => zones.every(({ zone }) => zone !== id));
    return html`${zones.map(({ zone, hours }, index) => {
      const name = this.speech.text(this.hall.zones.find(({ id }) => id === zone)?.name ?? { en: zone });
      return html`<div class="zone" data-zone=${zone}>
        <span class="label">${name}</span>
        ${this.#hours(name, hours, words, false, (own) => this.#put({ zones: zones.with(index, { zone, hours: own }) }))}
        <button class="button" type="button" @click=${() => this.#put({ zones: zones.toSpliced(index, 1) })}>
          ${words.removeZone}
        </button>
      </div>`;
    })}
    ${
      free.length === 0
        ? nothing
        : html`<label
            >${words.zoneHours}<select
              name="add-zone"
              @change=${(event: Event) => {
                const select = event.target as HTMLSelectElement;
                const hours: DayHoursDraft = { is: 'other', from: '10:00', to: '18:00' };
                if (select.value !== '') this.#put({ zones: [...zones, { zone: select.value, hours }] });
                select.value = '';
              }}
            >
              <option value="" selected>–</option>
              ${free.map(({ id, name }) => html`<option value=${id}>${this.speech.text(name)}</option>`)}
            </select></label
          >`
    }`;
  }

  #isTaken(): boolean {
    return this.draft.version === null && this.taken.has(dateOf(this.draft));
  }

  #put(change: Partial<DayDraft>): void {
    this.draft = { ...this.draft, ...change };
  }

  #submit(): void {
    const drafted = dayOf(this.draft);
    this.isTried = true;
    if (drafted.ok && !this.#isTaken()) this.#tell([{ type: 'day.put', day: drafted.day, base: this.draft.version }]);
  }

  #remove(): void {
    const drafted = dayOf(this.start);
    const { version } = this.start;
    if (drafted.ok && version !== null) this.#tell([{ type: 'day.delete', date: drafted.day.date, base: version }]);
  }

  #tell(edits: readonly ScheduleEdit[]): void {
    this.dispatchEvent(new CustomEvent('edits', { detail: edits }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-form': DayForm;
  }
}
