import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Delete } from 'lucide';
import { icon } from '../../look/icon.ts';
import { base, buttons, fields } from '../../look/styles.ts';
import type { TabletHere } from '../../state/people-answers.ts';
import type { Speech } from '../../state/speech.ts';

export interface PinGiven {
  readonly person: string;
  readonly pin: string;
}

const mostDigits = 8;
const leastDigits = 4;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Who of those that share the tablet, and their PIN: by touch or by the number keys. Raises `pin` with {@link PinGiven}. */
@customElement('pin-entry')
export class PinEntry extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
      }
      .people {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 8px;
        margin-top: 10px;
      }
      .people .button {
        min-height: 52px;
        justify-content: flex-start;
        overflow-wrap: anywhere;
      }
      .pad {
        display: grid;
        grid-template-columns: repeat(3, minmax(64px, 96px));
        gap: 8px;
        margin-top: 12px;
      }
      .pad .button {
        min-height: 56px;
        font-size: 20px;
      }
      .pad .enter {
        font-size: var(--f-text);
      }
      .entry:focus {
        outline: none;
      }
      .entry:focus-visible .dots {
        outline: 2px solid var(--ink);
        outline-offset: 2px;
      }
      .top {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 12px;
      }
      .dots {
        min-height: 24px;
        font-size: 22px;
        letter-spacing: 6px;
      }
    `,
  ];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) people: TabletHere['people'] = [];
  /** Why the last PIN was not taken. */
  @property() refused: string | null = null;
  @property({ type: Boolean }) busy = false;
  @state() private chosen: TabletHere['people'][number] | null = null;
  @state() private pin = '';

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // A wrong PIN is typed anew.
    if (changed.has('refused') && this.refused !== null) this.pin = '';
  }

  protected override render(): TemplateResult {
    const { who } = this.speech.words.people;
    const { chosen } = this;
    if (chosen === null)
      return html`<p class="quiet">${this.people.length === 0 ? who.nobody : who.choose}</p>
        <div class="people">
          ${this.people.map(
            (person) =>
              html`<button class="button" data-person=${person.id} @click=${() => this.#choose(person)}>
                ${person.name}
              </button>`,
          )}
        </div>`;
    return html`<div
      role="group"
      aria-label=${who.typePin(chosen.name)}
      tabindex="-1"
      class="entry"
      @keydown=${this.#onKey}
    >
      <div class="top">
        <span>${who.typePin(chosen.name)}</span>
        <button class="button plain" @click=${() => this.#choose(null)}>${who.another}</button>
      </div>
      <div class="dots" role="status" aria-label=${String(this.pin.length)}>${'•'.repeat(this.pin.length)}</div>
      ${this.refused === null ? nothing : html`<p class="error" role="alert">${this.refused}</p>`}
      <div class="pad">
        ${digits.map((digit) => this.#digit(digit))}
        <button class="button" aria-label=${who.erase} @click=${() => (this.pin = this.pin.slice(0, -1))}>
          ${icon(Delete, 20)}
        </button>
        ${this.#digit('0')}
        <button
          class="button enter"
          data-act="enter"
          ?disabled=${this.busy || this.pin.length < leastDigits}
          @click=${() => this.#enter()}
        >
          ${who.enter}
        </button>
      </div>
    </div>`;
  }

  #digit(digit: string): TemplateResult {
    return html`<button class="button" data-digit=${digit} @click=${() => this.#type(digit)}>${digit}</button>`;
  }

  /** The keyboard goes along: to the pad, or back to the people. */
  #choose(person: TabletHere['people'][number] | null): void {
    this.chosen = person;
    this.pin = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.entry, .people button')?.focus());
  }

  #type(digit: string): void {
    this.pin = (this.pin + digit).slice(0, mostDigits);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (digit !== undefined) this.#type(digit);
    else if (event.code === 'Backspace') this.pin = this.pin.slice(0, -1);
    // Enter on a key of the pad presses that key.
    else if (event.key === 'Enter' && !(event.composedPath()[0] instanceof HTMLButtonElement)) this.#enter();
    else return;
    event.preventDefault();
    // Numbers are views to the console around; here they are a PIN.
    event.stopPropagation();
  };

  #enter(): void {
    if (this.chosen === null || this.busy || this.pin.length < leastDigits) return;
    const detail: PinGiven = { person: this.chosen.id, pin: this.pin };
    this.dispatchEvent(new CustomEvent<PinGiven>('pin', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pin-entry': PinEntry;
  }
}
