import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import { actorWords } from '#shared/actor-words.ts';
import { Said } from '#shared/said.ts';
import type { Hall } from '#shared/hall.ts';
import { ask } from '../controllers/rest.ts';
import { markIcon } from '../look/marks.ts';
import type { EmergencySeen } from '../state/emergency.ts';
import { numbersText } from '../state/units.ts';
import { ConsoleDialog } from './console-dialog.ts';
import './emergency-raise.ts';
import './hold-button.ts';
import { raise } from './raise.ts';

const Past = z.object({
  run: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  summary: z.string(),
  said: Said.optional(),
  isDrill: z.boolean(),
  screens: z.int().nullable(),
  confirmed: z.int(),
  lastMs: z.number().nullable(),
});
type Past = z.infer<typeof Past>;

/** Evacuation, announcement, blackout: each held to happen. While one is on: who has confirmed it, and its end. */
@customElement('emergency-dialog')
export class EmergencyDialog extends ConsoleDialog {
  static override styles = [
    ...ConsoleDialog.styles,
    css`
      hold-button {
        width: 100%;
        margin-top: 12px;
        min-height: 64px;
        font-size: 18px;
        font-weight: 600;
      }
      .count {
        font: 560 40px/1.1 var(--display);
        margin: 4px 0;
      }
      .missing {
        display: flex;
        gap: 8px;
        align-items: center;
        margin-bottom: 14px;
      }
      details {
        margin-top: 18px;
      }
      summary {
        padding: max(4px, (var(--finger) - 18px) / 2) 0;
        cursor: pointer;
        color: var(--ink-2);
      }
      table {
        width: 100%;
        margin-top: 8px;
        border-collapse: collapse;
      }
      td {
        padding: 6px 12px 6px 0;
        border-top: 1px solid var(--line);
        vertical-align: top;
      }
      td:not(:nth-child(2)) {
        white-space: nowrap;
        color: var(--ink-2);
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  /** What is on now. */
  @property({ attribute: false }) seen: EmergencySeen | null = null;
  @property({ type: Boolean }) able = true;
  @state() private past: readonly Past[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Also when one has begun or ended while the dialog is open: it is the newest of them.
    const isOther = changed.has('seen') && (changed.get('seen') ?? null)?.run.id !== this.seen?.run.id;
    if (this.open && (changed.has('open') || isOther)) void this.#readPast();
  }

  protected override heading(): string {
    const { emergency } = this.speech.words;
    return this.seen === null ? emergency.heading : this.speech.text(this.seen.run.title);
  }

  protected override body(): TemplateResult {
    return html`${
      this.seen === null
        ? html`<emergency-raise
            autofocus
            .hall=${this.hall}
            .speech=${this.speech}
            .able=${this.able}
          ></emergency-raise>`
        : this.#status(this.seen)
    }
    ${this.#history()}`;
  }

  #status({ run, isDrill, confirmed, missing, lastMs }: EmergencySeen): TemplateResult {
    const { emergency, safety } = this.speech.words;
    return html`<p>
        ${isDrill ? `${emergency.drill} · ` : ''}${emergency.since(this.speech.time(run.from, true), actorWords(run.owner ?? '')[this.speech.language])}
      </p>
      <p class="count" data-confirmed=${confirmed.length}>${safety.confirmed(confirmed.length, run.screens.length)}</p>
      ${
        missing.length === 0
          ? html`<p class="missing">${markIcon('ready')}${emergency.all}</p>`
          : html`<p class="missing" data-missing>
              ${markIcon('fault')}${emergency.notYet(numbersText(missing.map((id) => this.#number(id))))}
            </p>`
      }
      ${lastMs === null ? nothing : html`<p>${emergency.lastAfter(this.speech.number(lastMs))}</p>`}
      <hold-button
        danger
        data-kind="end"
        ?disabled=${!this.able}
        @held=${() => raise(this, 'act', { do: 'end-emergency' })}
        >${emergency.hold(safety.endEmergency)}</hold-button
      >`;
  }

  #history(): TemplateResult | typeof nothing {
    const { emergency } = this.speech.words;
    if (this.past.length === 0) return nothing;
    return html`<details>
      <summary>${emergency.past}</summary>
      <table>
        <tbody>
          ${this.past.map(
            ({ at, summary, said, screens, confirmed, lastMs, by }) =>
              html`<tr>
                <td>${this.speech.dateTime(Date.parse(at))}</td>
                <td>${actorWords(by)[this.speech.language]}: ${this.speech.said({ said, reason: summary })}</td>
                <td>${screens === null ? confirmed : `${confirmed} / ${screens}`}</td>
                <td>${lastMs === null ? '' : `${this.speech.number(lastMs)} ${this.speech.words.lastTake.ms}`}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }

  #number(id: string): number {
    return this.hall.screens.find((screen) => screen.id === id)?.number ?? 0;
  }

  async #readPast(): Promise<void> {
    const answer = await ask('GET', 'emergencies', z.array(Past));
    if (answer.ok) this.past = answer.value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'emergency-dialog': EmergencyDialog;
  }
}
