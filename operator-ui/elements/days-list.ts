import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SpecialDay } from '#shared/schedule.ts';
import { Roving } from '../controllers/roving.ts';
import { base, buttons } from '../look/styles.ts';
import { nextDate } from '../state/calendar-edits.ts';
import type { Speech } from '../state/speech.ts';
import { shownDate } from '../state/typed-dates.ts';
import { dateWords } from '../words/date-words.ts';
import { scheduleWords, type HoursWords } from '../words/schedule-words.ts';

/** The days that differ, the next one first. Raises `day` with the date of the chosen one, `new-day` for another. */
@customElement('days-list')
export class DaysList extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      li button {
        display: grid;
        grid-template-columns: 92px 1fr;
        align-content: center;
        gap: 0 10px;
        width: 100%;
        min-height: var(--finger);
        padding: 7px 4px;
        border-top: 1px solid var(--line);
        font-weight: 400;
      }
      li button:hover {
        background: var(--lift);
      }
      b {
        font-weight: 600;
      }
      small {
        grid-column: 2;
        font-size: var(--f-label);
        color: var(--ink-2);
      }
      summary {
        padding: max(8px, (var(--finger) - 18px) / 2) 0;
        color: var(--ink-2);
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) days: readonly SpecialDay[] = [];
  /** The hall's date, `YYYY-MM-DD`. */
  @property() today = '';

  constructor() {
    super();
    void new Roving(this, '[data-day]');
  }

  protected override render(): TemplateResult {
    const words = scheduleWords[this.speech.language].hours;
    const dated = this.days
      .map((day) => ({ day, next: nextDate(day.date, this.today) }))
      .toSorted((a, b) => (a.next < b.next ? -1 : 1));
    const [coming, past] = [
      dated.filter(({ next }) => next >= this.today),
      dated.filter(({ next }) => next < this.today),
    ];
    return html`<div>
        <button class="button" data-act="new-day" @click=${() => this.dispatchEvent(new CustomEvent('new-day'))}>
          ${words.newDay}
        </button>
      </div>
      ${dated.length === 0 ? html`<p class="quiet">${words.none}</p>` : nothing}
      <ul aria-label=${words.upcoming}>
        ${coming.map(({ day }) => this.#row(day, words))}
      </ul>
      ${
        past.length === 0
          ? nothing
          : html`<details>
              <summary>${words.past} (${past.length})</summary>
              <ul>
                ${past.toReversed().map(({ day }) => this.#row(day, words))}
              </ul>
            </details>`
      }`;
  }

  /** As dates are typed. */
  #when(date: string): string {
    const { between } = dateWords[this.speech.language];
    if (!date.startsWith('--')) return shownDate(date, between);
    return `${date.slice(5)}${between}${date.slice(2, 4)} ↻`;
  }

  #row(day: SpecialDay, words: HoursWords): TemplateResult {
    const hours =
      day.hours === undefined ? null : day.hours === 'none' ? words.closed : `${day.hours.from}–${day.hours.to}`;
    const zones = day.zones.length === 0 ? null : `${words.zoneHours}: ${day.zones.length}`;
    const parts = [hours, zones, day.tone === 'mourning' ? `■ ${words.mourning}` : null].filter(
      (part) => part !== null,
    );
    return html`<li>
      <button data-day=${day.date} @click=${() => this.dispatchEvent(new CustomEvent('day', { detail: day.date }))}>
        <span class="quiet">${this.#when(day.date)}</span>
        <b>${this.speech.text(day.name)}</b>
        ${parts.length === 0 ? nothing : html`<small>${parts.join(' · ')}</small>`}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'days-list': DaysList;
  }
}
