import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { QrCode } from 'lucide';
import type { RunView } from '#shared/facts.ts';
import { icon } from '../look/icon.ts';
import { base, buttons, fields } from '../look/styles.ts';
import type { Speech } from '../state/speech.ts';
import { deskWords } from '../words/desk-words.ts';
import { raise } from './raise.ts';

/** What can be done with a run held by hand. Its owner releases it; anybody else asks, or takes over and says why. */
@customElement('run-acts')
export class RunActs extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        align-items: center;
      }
      .then {
        flex: 1 1 140px;
        font-size: var(--f-label);
        color: var(--ink-2);
      }
      .button {
        min-height: max(30px, var(--finger));
        font-size: var(--f-label);
      }
      form {
        display: grid;
        gap: 6px;
        margin-top: 6px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) run!: RunView;
  /** What comes after a release, in one line; empty: not known. */
  @property() afterwards = '';
  /** Who is at this console. */
  @property() me = '';
  @property({ type: Boolean }) able = true;
  @state() private isAsking = false;
  @state() private reason = '';

  protected override render(): TemplateResult {
    const { runs, lease } = this.speech.words;
    const { run } = this;
    const isForeign = run.owner !== null && run.owner !== this.me;
    if (isForeign && this.isAsking) return this.#form(run.owner ?? '');
    return html`<div class="row">
      ${
        isForeign
          ? html`<button class="button" ?disabled=${!this.able} @click=${() => this.#begin()}>
              ${run.asked?.by === this.me ? lease.asked : lease.askFor}
            </button>`
          : html`<button
              class="button"
              ?disabled=${!this.able}
              aria-label=${runs.releaseThis(this.speech.text(run.title), run.screens.length)}
              @click=${() => raise(this, 'act', { do: 'release', runs: [run.id] })}
            >
              ${runs.release}
            </button>`
      }
      <button
        class="button"
        aria-label=${lease.guide}
        title=${lease.guide}
        ?disabled=${!this.able}
        @click=${() => raise(this, 'guide', run.id)}
      >
        ${icon(QrCode)}${lease.guideShort}
      </button>
      ${this.afterwards === '' ? nothing : html`<span class="then">${deskWords[this.speech.language].afterwards(this.afterwards)}</span>`}
    </div>`;
  }

  #form(owner: string): TemplateResult {
    const { lease, common } = this.speech.words;
    const canTakeOver = this.able && this.reason.trim() !== '';
    return html`<form @submit=${(event: Event) => this.#ask(event)}>
      <label for="why">${lease.why(owner)}</label>
      <input
        id="why"
        maxlength="500"
        .value=${this.reason}
        @input=${(event: Event) => {
          this.reason = (event.target as HTMLInputElement).value;
        }}
      />
      <div class="row">
        <button class="button" ?disabled=${!this.able}>${lease.ask(owner)}</button>
        <button
          type="button"
          class="button"
          ?disabled=${!canTakeOver}
          title=${canTakeOver ? '' : lease.reasonNeeded}
          @click=${() => this.#done({ do: 'take-over', run: this.run.id, reason: this.reason })}
        >
          ${lease.takeOver}
        </button>
        <button type="button" class="button plain" @click=${() => this.#done(null)}>${common.cancel}</button>
      </div>
    </form>`;
  }

  /** Whoever asks says why: the keyboard is where that is written. */
  #begin(): void {
    this.isAsking = true;
    this.reason = '';
    this.#focusThen('input');
  }

  #focusThen(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #ask(event: Event): void {
    event.preventDefault();
    this.#done({ do: 'ask', run: this.run.id, message: this.reason });
  }

  #done(act: Parameters<typeof raise<'act'>>[2] | null): void {
    if (this.matches(':focus-within')) this.#focusThen('button');
    this.isAsking = false;
    if (act !== null) raise(this, 'act', act);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'run-acts': RunActs;
  }
}
