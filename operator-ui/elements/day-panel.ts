import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { dayAndMonth } from '#shared/dates.ts';
import type { Hall } from '#shared/hall.ts';
import { DayReportAnswer } from '#shared/schedule-answers.ts';
import { ask } from '../controllers/rest.ts';
import { base, buttons } from '../look/styles.ts';
import { dayLines } from '../state/day-lines.ts';
import type { Speech } from '../state/speech.ts';
import { scheduleWords } from '../words/schedule-words.ts';

/** A day looked through: what an operator would want to know before it comes. */
@customElement('day-panel')
export class DayPanel extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        padding: 12px 0;
        border-top: 1px solid var(--line);
      }
      dt {
        margin-top: 6px;
        font-size: var(--f-label);
        color: var(--st-warn);
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) hall!: Hall;
  @property() date = '';
  /** Changes whenever the schedule may have changed. */
  @property({ attribute: false }) revision: unknown = null;
  @state() private report: DayReportAnswer | null = null;

  protected override updated(changed: PropertyValues): void {
    if (changed.has('date') || changed.has('revision')) void this.#read();
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const { report } = this;
    return html`<h2>${words.report} <em>${dayAndMonth(this.date, this.speech.language)}</em></h2>
      ${report === null ? nothing : this.#said(report)}`;
  }

  #said(report: DayReportAnswer): TemplateResult {
    const words = scheduleWords[this.speech.language];
    const { text } = this.speech;
    const found = dayLines(report, this.hall, this.speech);
    const day = report.day === null ? nothing : html`<p>${text(report.day.name)}</p>`;
    if (found.length === 0)
      return html`${day}
        <p>${words.reportGood}</p>`;
    return html`${day}
      <dl>
        ${found.map(
          ([head, lines]) =>
            html`<dt>△ ${head}</dt>
              ${lines.slice(0, 6).map((line) => html`<dd>${line}</dd>`)}
              ${lines.length > 6 ? html`<dd>+ ${lines.length - 6}</dd>` : nothing}`,
        )}
      </dl>`;
  }

  async #read(): Promise<void> {
    const { date } = this;
    if (date === '') return;
    const answer = await ask('GET', `schedule/report?date=${date}`, DayReportAnswer);
    if (answer.ok && date === this.date) this.report = answer.value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-panel': DayPanel;
  }
}
