import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import type { Hall } from '#shared/hall.ts';
import { ask, type Refusal } from '../controllers/rest.ts';
import { healthStyles } from '../look/health-styles.ts';
import { base, buttons } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import { monthOf, type Month } from '../state/months.ts';
import type { Speech } from '../state/speech.ts';
import { twoDigits } from '../state/units.ts';

const Availability = z.object({
  screen: z.string(),
  upMs: z.number(),
  provedMs: z.number(),
  downMs: z.number(),
  plannedMs: z.number(),
  uptime: z.number().nullable(),
});
type Availability = z.infer<typeof Availability>;

const hourMs = 3_600_000;

/** How much of a month each screen showed what it should, and the same as a file. */
@customElement('health-availability')
export class HealthAvailability extends LitElement {
  static override styles = [
    base,
    buttons,
    healthStyles,
    css`
      :host {
        display: block;
        max-width: 860px;
      }
      .row {
        margin-bottom: 10px;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  /** Shared time when the page was opened, ms; the past does not tick. */
  @property({ type: Number }) now = 0;
  @state() private back = 0;
  @state() private rows: readonly Availability[] = [];
  @state() private refusal: Refusal | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('now')) void this.#read();
  }

  protected override render(): TemplateResult {
    const { health } = this.speech.words;
    const screens = new Map(this.hall.screens.map((screen) => [screen.id as string, screen]));
    return html`<div class="row">
        ${[health.thisMonth, health.lastMonth].map(
          (label, back) =>
            html`<button class="button" aria-pressed=${this.back === back} @click=${() => this.#choose(back)}>
              ${label}
            </button>`,
        )}
        <button class="button" data-act="export" @click=${() => this.#export()}>
          <kbd>${keyLabel('exportMonth', this.speech.words)}</kbd>${health.export}
        </button>
      </div>
      ${this.refusal === null ? nothing : html`<p class="error" role="alert">${health.failed}: ${this.speech.refused(this.refusal)}</p>`}
      <table>
        <tbody>
          ${this.rows.map((row) => {
            const screen = screens.get(row.screen);
            return html`<tr data-screen=${row.screen}>
              <td>
                ${screen === undefined ? row.screen : `${twoDigits(screen.number)} ${this.speech.text(screen.name)}`}
              </td>
              <td class="number">
                ${row.uptime === null ? health.nothing : `${this.speech.number(row.uptime * 100, 2)} %`}
              </td>
            </tr>`;
          })}
        </tbody>
      </table>`;
  }

  #choose(back: number): void {
    this.back = back;
    void this.#read();
  }

  get #month(): Month {
    return monthOf(this.hall.timeZone, this.now, this.back);
  }

  async #read(): Promise<void> {
    const { from, until } = this.#month;
    const query = new URLSearchParams({
      from: new Date(from).toISOString(),
      to: new Date(Math.min(until, this.now)).toISOString(),
    });
    const answer = await ask('GET', `availability?${query.toString()}`, z.array(Availability));
    this.refusal = answer.ok ? null : answer.refusal;
    if (answer.ok) this.rows = answer.value;
  }

  #export(): void {
    const { name } = this.#month;
    const hours = (ms: number): string => (ms / hourMs).toFixed(3);
    const lines = [
      'month,screen,up_hours,proved_hours,down_hours,planned_hours,uptime_percent',
      ...this.rows.map(({ screen, upMs, provedMs, downMs, plannedMs, uptime }) =>
        [
          name,
          screen,
          hours(upMs),
          hours(provedMs),
          hours(downMs),
          hours(plannedMs),
          uptime === null ? '' : (uptime * 100).toFixed(3),
        ].join(','),
      ),
    ];
    const url = URL.createObjectURL(new Blob([`${lines.join('\r\n')}\r\n`], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `availability-${name}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'health-availability': HealthAvailability;
  }
}
