import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RunView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import type { Question } from '../controllers/commands.ts';
import { ownersOf } from '../state/others-runs.ts';
import { refusedText } from '../state/refused-text.ts';
import { numbersText } from '../state/units.ts';
import { ConsoleDialog } from './console-dialog.ts';

/** Why somebody else's run is to be ended, or covered: written, or one of the usual reasons by a single press. Raises `reason`. */
@customElement('reason-dialog')
export class ReasonDialog extends ConsoleDialog {
  static override styles = [
    ...ConsoleDialog.styles,
    css`
      li {
        padding: 6px 0;
        border-top: 1px solid var(--line);
      }
      [data-why] {
        margin: 0 0 14px;
      }
      ul {
        margin-bottom: 14px;
        padding: 0;
        list-style: none;
      }
      b {
        font-weight: 640;
      }
      .usual {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 10px;
      }
      .usual .button {
        min-height: max(36px, var(--finger));
      }
      .main {
        width: 100%;
        min-height: 48px;
        margin-top: 16px;
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) question: Question | null = null;
  @property({ type: Boolean }) able = true;
  @state() private reason = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('question')) this.reason = '';
  }

  protected override heading(): string {
    const { lease } = this.speech.words;
    const { runs = [] } = this.question ?? {};
    return runs.length === 0 ? lease.held : lease.heldBy(ownersOf(runs, this.speech));
  }

  protected override body(): TemplateResult {
    const { lease, take } = this.speech.words;
    const { act = null, runs = [], refusal } = this.question ?? {};
    const isEnd = act?.do === 'release';
    const owners = ownersOf(runs, this.speech);
    return html`${refusal === undefined ? nothing : html`<p data-why>${refusedText(refusal, this.speech).why}</p>`}
      <ul>
        ${runs.map((run) => this.#run(run))}
      </ul>
      <form @submit=${(event: Event) => this.#onSubmit(event)}>
        <label for="reason">${runs.length === 0 ? take.reason : lease.sayWhy(owners)}</label>
        <input
          id="reason"
          maxlength="500"
          autocomplete="off"
          .value=${this.reason}
          @input=${(event: Event) => {
            this.reason = (event.target as HTMLInputElement).value;
          }}
        />
        <div class="usual" role="group" aria-label=${lease.usual}>
          ${lease.reasons.map(
            (reason) =>
              html`<button type="button" class="button" ?disabled=${!this.able} @click=${() => this.#answer(reason)}>
                ${reason}
              </button>`,
          )}
        </div>
        <button class="button main" data-go ?disabled=${!this.able || this.reason.trim() === ''}>
          ${isEnd ? lease.endAnyway : lease.takeAnyway}
        </button>
      </form>`;
  }

  #run(run: RunView): TemplateResult {
    const { title, screens, until, reason } = run;
    const { runs } = this.speech.words;
    const numbers = this.hall.screens.filter(({ id }) => screens.includes(id)).map(({ number }) => number);
    const about = [
      numbersText(numbers),
      ownersOf([run], this.speech),
      until === null ? runs.untilReleased : this.speech.time(until),
      reason === null ? null : this.speech.quoted(reason),
    ];
    return html`<li>
      <b>${this.speech.text(title)}</b> <span class="quiet">${about.filter((part) => part !== null).join(' · ')}</span>
    </li>`;
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (this.able && this.reason.trim() !== '') this.#answer(this.reason.trim());
  }

  #answer(reason: string): void {
    this.dispatchEvent(new CustomEvent('reason', { detail: reason }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reason-dialog': ReasonDialog;
  }
}
