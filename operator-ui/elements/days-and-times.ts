import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formStyles } from '../look/form-styles.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { daysOf, expressionOf, timesOf } from '../state/cron-days.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords } from '../words/schedule-words.ts';
import { weekdayKeys } from './form-parts.ts';

/** A cron expression as weekdays to press and times to type. Raises `expression` with what they make together. */
@customElement('days-and-times')
export class DaysAndTimes extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    formStyles,
    css`
      :host {
        display: grid;
        gap: 6px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property() expression = '';
  @state() private weekdays: readonly number[] = [];
  @state() private text = '';
  /** What this element raised last: it comes back as a property, and must not tidy up what is being typed. */
  #raised: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('expression') || this.expression === this.#raised) return;
    const read = daysOf(this.expression);
    this.#raised = null;
    if (read === null) return;
    this.weekdays = read.weekdays;
    this.text = read.times.join(', ');
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language].rule;
    if (this.expression !== this.#raised && daysOf(this.expression) === null)
      return html`<p class="hint">${words.notByDays}</p>`;
    const problem = this.#problem();
    return html`<span class="label">${words.weekdays}</span>
      ${weekdayKeys(words.weekdays, this.speech.language, this.weekdays, (weekdays) => {
        this.weekdays = weekdays;
        this.#raise();
      })}
      <label
        >${words.times}<input
          name="times"
          data-figures
          placeholder="10:00, 11:00, 14:00"
          aria-invalid=${problem === '' ? 'false' : 'true'}
          .value=${this.text}
          @input=${(event: InputEvent) => {
            this.text = (event.target as HTMLInputElement).value;
            this.#raise();
          }}
      /></label>
      ${problem === '' ? nothing : html`<p class="error" role="alert">${problem}</p>`}`;
  }

  #problem(): string {
    const { slips, timesApart } = scheduleWords[this.speech.language].rule;
    const times = timesOf(this.text);
    if (this.weekdays.length === 0) return slips.weekdays;
    if (times === null) return slips.times;
    return expressionOf({ weekdays: this.weekdays, times }) === null ? timesApart : '';
  }

  #raise(): void {
    const times = timesOf(this.text);
    // Nothing at all where it makes none: what was right before must not be saved for what stands here now.
    const expression = (times === null ? null : expressionOf({ weekdays: this.weekdays, times })) ?? '';
    this.#raised = expression;
    this.dispatchEvent(new CustomEvent<string>('expression', { detail: expression }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'days-and-times': DaysAndTimes;
  }
}
