import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { z } from 'zod';
import { actorWords } from '#shared/actor-words.ts';
import { Said } from '#shared/said.ts';
import type { Hall } from '#shared/hall.ts';
import { ask } from '../controllers/rest.ts';
import { markIcon } from '../look/marks.ts';
import type { EmergenciesSeen, EmergencySeen } from '../state/emergency.ts';
import { numbersText } from '../state/units.ts';
import { whereText } from '../state/where-text.ts';
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

const newestOf = (seen: EmergenciesSeen | null | undefined): string | undefined => seen?.all[0].run.id;

/**
 * Evacuation, announcement, blackout: each held to happen, also while others are on. Above them those that are: who has
 * confirmed, and the end of each.
 */
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
      .on {
        margin-bottom: 20px;
        padding-bottom: 20px;
        border-bottom: 1px solid var(--line);
      }
      li + li {
        margin-top: 14px;
        padding-top: 14px;
        border-top: 1px solid var(--line);
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
  @property({ attribute: false }) seen: EmergenciesSeen | null = null;
  /** The zones that this person is limited to; null: the whole hall. */
  @property({ attribute: false }) zones: readonly string[] | null = null;
  /** Whether this person may raise one now, and end one. */
  @property({ type: Boolean }) able = true;
  @property({ type: Boolean }) ableToEnd = true;
  @state() private past: readonly Past[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Also when one has begun or ended while the dialog is open: it is the newest of them.
    const isOther = changed.has('seen') && newestOf(changed.get('seen')) !== newestOf(this.seen);
    if (this.open && (changed.has('open') || isOther)) void this.#readPast();
  }

  protected override heading(): string {
    const { emergency } = this.speech.words;
    if (this.seen === null) return emergency.heading;
    const { all } = this.seen;
    return all.length > 1 ? emergency.several(all.length) : this.speech.text(all[0].run.title);
  }

  protected override body(): TemplateResult {
    return html`${this.seen === null ? nothing : this.#status(this.seen)}
      <emergency-raise
        ?autofocus=${this.seen === null}
        .hall=${this.hall}
        .speech=${this.speech}
        .zones=${this.zones}
        .running=${this.seen?.all ?? []}
        .able=${this.able}
        @done=${() => this.renderRoot.querySelector<HTMLElement>('.count')?.focus()}
      ></emergency-raise>
      ${this.#history()}`;
  }

  /** The keyboard begins at what is on, and not at an act: whether more or less of it is wanted, nobody knows yet. */
  #status(seen: EmergenciesSeen): TemplateResult {
    const { emergency, safety } = this.speech.words;
    const { all, screens, confirmed, missing } = seen;
    return html`<section class="on" aria-label=${this.heading()}>
      <p class="count" tabindex="-1" autofocus data-confirmed=${confirmed.length}>
        ${safety.confirmed(confirmed.length, screens.length)}
      </p>
      ${
        missing.length === 0
          ? html`<p class="missing">${markIcon('ready')}${emergency.all}</p>`
          : html`<p class="missing" data-missing>${markIcon('fault')}${emergency.notYet(this.#numbers(missing))}</p>`
      }
      <ul>
        ${repeat(
          all,
          ({ run }) => run.id,
          (one) => this.#running(one, all.length > 1),
        )}
      </ul>
      ${
        all.length > 1
          ? this.#end(
              emergency.hold(emergency.endAll),
              all.map(({ run }) => run.id),
            )
          : nothing
      }
    </section>`;
  }

  #running(
    { run, isDrill, confirmed, missing, covered, lastMs }: EmergencySeen,
    isOneOfSeveral: boolean,
  ): TemplateResult {
    const { emergency, safety } = this.speech.words;
    const [what, where] = [this.speech.text(run.title), whereText(this.hall, run.screens, this.speech)];
    const own = confirmed.length + missing.length;
    const since = emergency.since(this.speech.time(run.from, true), actorWords(run.owner ?? '')[this.speech.language]);
    return html`<li data-emergency=${run.id}>
      <p>
        <b>${what}</b> · ${[where, isDrill ? emergency.drill : '', since].filter((part) => part !== '').join(' · ')}
      </p>
      ${isOneOfSeveral && own > 0 ? html`<p>${safety.confirmed(confirmed.length, own)}.</p>` : nothing}
      ${covered.length > 0 ? html`<p class="quiet">${emergency.covered(this.#numbers(covered))}</p>` : nothing}
      ${lastMs === null ? nothing : html`<p>${emergency.lastAfter(this.speech.number(lastMs))}</p>`}
      ${this.#end(isOneOfSeveral ? emergency.endOne(what, where) : emergency.hold(safety.endEmergency), [run.id])}
    </li>`;
  }

  /** Ends what is seen, each by its id: another that has just begun goes on. */
  #end(words: string, runs: readonly string[]): TemplateResult {
    return html`<hold-button
      danger
      data-kind=${runs.length > 1 ? 'end-all' : 'end'}
      ?disabled=${!this.ableToEnd}
      @held=${() => {
        for (const run of runs) raise(this, 'act', { do: 'end-emergency', run });
      }}
      >${words}</hold-button
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

  #numbers(ids: readonly string[]): string {
    return numbersText(this.hall.screens.filter(({ id }) => ids.includes(id)).map(({ number }) => number));
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
