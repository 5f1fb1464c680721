import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { cleaningMs } from '#shared/cleaning.ts';
import type { SceneContext } from '#shared/scene-context.ts';
import { pickText, type Text } from '#shared/text.ts';
import '../look/look.css';
import { applyScale } from '../look/apply-scale.ts';
import { ring } from '../touch/ring.ts';
import type { Phase } from './cleaning.ts';
import { cleaningStyles } from './cleaning-styles.ts';
import { cleaningWords } from './cleaning-words.ts';

/** What the hands of whoever cleans ask for. */
export interface CleaningActs {
  hold(): void;
  digit(digit: string): void;
  erase(): void;
  enter(): void;
  close(): void;
}

/** The corner is held for this long without moving: no visitor does by chance. */
const holdMs = 2000;
const restPx = 24;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Over all of a touch screen: an unseen corner to hold, the keys for the PIN, and the lock with its countdown. */
@customElement('cleaning-keys')
export class CleaningKeys extends LitElement {
  static override styles = cleaningStyles;

  @property({ attribute: false }) context!: SceneContext;
  @property({ attribute: false }) acts!: CleaningActs;
  @property({ attribute: false }) phase: Phase = { is: 'off' };
  /** Whole seconds until the lock ends, or until a PIN is heard again. */
  @property({ type: Number }) leftS = 0;
  @property({ type: Boolean }) hasPin = false;
  @query('.keys') private keys!: HTMLElement | null;

  #held: { readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number } | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#letGo();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('context')) applyScale(this, this.context);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('phase') && changed.get('phase')?.is === 'off') this.keys?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    switch (this.phase.is) {
      case 'off':
        return html`<div
          class="corner"
          @pointerdown=${this.#down}
          @pointermove=${this.#move}
          @pointerup=${this.#letGo}
          @pointercancel=${this.#letGo}
        ></div>`;
      case 'asking':
        return html`<div class="veil"></div>
          ${this.#keys(this.phase)}`;
      case 'locked':
        return html`<div class="veil locked">
          <div role="timer" aria-label=${clock(this.leftS)}>
            ${ring((this.leftS * 1000) / cleaningMs, clock(this.leftS))}
          </div>
          <h1 role="status">${this.#say(cleaningWords.cleaned)}</h1>
          <p>${this.#say(cleaningWords.again)}</p>
        </div>`;
    }
  }

  #keys({ digits: typed, heard }: Extract<Phase, { is: 'asking' }>): TemplateResult {
    const isDeaf = this.leftS > 0 || heard === 'checking';
    const key = (digit: string): TemplateResult =>
      html`<button ?disabled=${isDeaf} @click=${() => this.acts.digit(digit)}>${digit}</button>`;
    return html`<div class="keys" role="dialog" aria-modal="true" aria-labelledby="heading" tabindex="-1">
      <h1 id="heading">${this.#say(cleaningWords.heading)}</h1>
      <p role="status">${this.#hint(heard)}</p>
      ${
        this.hasPin
          ? html`<div class="digits" aria-hidden="true">${'•'.repeat(typed.length)}</div>
              <div class="grid">
                ${digits.map(key)}
                <button class="word" ?disabled=${isDeaf || typed === ''} @click=${() => this.acts.erase()}>
                  ${this.#say(cleaningWords.erase)}
                </button>
                ${key('0')}
                <button class="word lock" ?disabled=${isDeaf || typed === ''} @click=${() => this.acts.enter()}>
                  ${this.#say(cleaningWords.lock)}
                </button>
              </div>`
          : nothing
      }
      <button class="word close" @click=${() => this.acts.close()}>${this.#say(cleaningWords.close)}</button>
    </div>`;
  }

  #hint(heard: Extract<Phase, { is: 'asking' }>['heard']): string {
    if (!this.hasPin) return this.#say(cleaningWords.noPin);
    if (this.leftS > 0) return `${this.#say(cleaningWords.wait)} ${clock(this.leftS)}`;
    switch (heard) {
      case 'checking':
        return this.#say(cleaningWords.checking);
      case 'wrong':
        return this.#say(cleaningWords.wrong);
      case 'nothing':
        return this.#say(cleaningWords.enter);
    }
  }

  #say(text: Text): string {
    return pickText(text, this.context.language, this.context.languages.order).text;
  }

  readonly #down = (event: PointerEvent): void => {
    this.#letGo();
    const timer = setTimeout(() => this.acts.hold(), holdMs);
    this.#held = { timer, x: event.clientX, y: event.clientY };
  };

  readonly #move = (event: PointerEvent): void => {
    if (this.#held === null) return;
    if (Math.hypot(event.clientX - this.#held.x, event.clientY - this.#held.y) > restPx) this.#letGo();
  };

  readonly #letGo = (): void => {
    if (this.#held !== null) clearTimeout(this.#held.timer);
    this.#held = null;
  };
}

/** `1:07`. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
