import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { SpecialDay } from '#shared/schedule.ts';
import { base } from '../look/styles.ts';
import { dayDraft, newDay, type DayDraft } from '../state/day-draft.ts';
import type { Speech } from '../state/speech.ts';
import './day-form.ts';
import './days-list.ts';

/** The days that differ, or the form of one of them. Raises `edits`, to be looked at before saving. */
@customElement('days-pane')
export class DaysPane extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) days: readonly SpecialDay[] = [];
  /** The hall's date, and the date on the calendar, `YYYY-MM-DD`. */
  @property() today = '';
  @property() date = '';
  /** Another number: what was open is done with. */
  @property({ type: Number }) round = 0;
  @state() private editing: DayDraft | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('round')) this.editing = null;
  }

  protected override render(): TemplateResult {
    if (this.editing === null)
      return html`<days-list
        .speech=${this.speech}
        .days=${this.days}
        .today=${this.today}
        @day=${({ detail }: CustomEvent<string>) => this.#open(detail)}
        @new-day=${() => (this.editing = newDay(this.date))}
      ></days-list>`;
    return html`<day-form
      .speech=${this.speech}
      .hall=${this.hall}
      .start=${this.editing}
      .taken=${new Set(this.days.map(({ date }) => date))}
      @edits=${({ detail }: CustomEvent<readonly ScheduleEdit[]>) =>
        this.dispatchEvent(new CustomEvent('edits', { detail }))}
      @close=${() => (this.editing = null)}
    ></day-form>`;
  }

  #open(date: string): void {
    const day = this.days.find((one) => one.date === date);
    if (day !== undefined) this.editing = dayDraft(day, this.today);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'days-pane': DaysPane;
  }
}
