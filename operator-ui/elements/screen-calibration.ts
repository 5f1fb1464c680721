import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { z } from 'zod';
import {
  cornerByKey,
  cornerNames,
  nearestCorner,
  squarePin,
  withCorner,
  type Corner,
  type CornerName,
  type CornerPin,
} from '#shared/corner-pin.ts';
import type { ScreenState } from '#shared/facts.ts';
import type { Screen } from '#shared/hall.ts';
import { ask, type Answered } from '../controllers/rest.ts';
import { calibrationStyles } from '../look/calibration-styles.ts';
import { healthStyles } from '../look/health-styles.ts';
import { base, buttons, fields } from '../look/styles.ts';
import { keyLabel } from '../state/keys.ts';
import type { Speech } from '../state/speech.ts';

/** The screen is asked to follow this often at most. */
const tellEveryMs = 100;
/** What was dragged here holds this long against what the hall says. */
const settleMs = 800;

/** Where the picture of a screen lies on its glass, and how late: set here with the screen following at once. */
@customElement('screen-calibration')
export class ScreenCalibration extends LitElement {
  static override styles = [base, buttons, fields, healthStyles, calibrationStyles];

  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) screen!: Screen;
  /** The corners that are tried on it now. */
  @property({ attribute: false }) trial: ScreenState['trial'];
  @state() private mine: CornerPin | null = null;
  @state() private chosen: CornerName = 'topLeft';
  @state() private said = '';
  /** The keyboard follows: onto a corner when they come, back to the button when they go. */
  #awaits: 'corners' | 'button' | null = null;
  #movedAt = -Infinity;
  #grip: { readonly at: Corner; readonly from: CornerPin } | null = null;
  #waiting: ReturnType<typeof setTimeout> | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('screen') && changed.get('screen')?.id !== this.screen.id) {
      this.#forget();
      this.said = '';
    }
    // Somebody else, or the technician at the screen itself, has moved them further.
    if (this.#grip === null && performance.now() - this.#movedAt > settleMs) this.mine = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('trial') || this.#awaits !== (this.trial === undefined ? 'button' : 'corners')) return;
    this.#awaits = null;
    this.#focus(this.trial === undefined ? '[data-act=corners]' : 'g');
  }

  protected override render(): TemplateResult {
    const { calibration } = this.speech.words.health;
    return html`<form @submit=${this.#onDelay}>
        <div>
          <label for="delay">${calibration.delay}</label>
          <input
            id="delay"
            name="delay"
            type="number"
            min="0"
            max="1000"
            step="0.1"
            required
            .value=${String(this.screen.outputDelayMs)}
          />
        </div>
        <button class="button">${calibration.save}</button>
        <p>${calibration.delayHint}</p>
      </form>
      ${
        this.trial === undefined
          ? html`<button class="button" data-act="corners" @click=${() => void this.#begin()}>
              <kbd>${keyLabel('corners', this.speech.words)}</kbd>${calibration.begin}
            </button>`
          : this.#corners(this.trial)
      }
      ${this.said === '' ? nothing : html`<p role="status">${this.said}</p>`}`;
  }

  #corners({ by, until }: NonNullable<ScreenState['trial']>): TemplateResult {
    const { calibration } = this.speech.words.health;
    const { widthPx: width, heightPx: height } = this.screen;
    const edge = Math.min(width, height) / 10;
    const line = edge / 30;
    const pin = this.#pin;
    const at = (name: CornerName): Corner => [pin[name][0] * width, pin[name][1] * height];
    return html`<p>${calibration.how}</p>
      <div
        class="field"
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}
      >
        <svg viewBox="${-edge} ${-edge} ${width + 2 * edge} ${height + 2 * edge}" .style=${`--ring:${line * 2}px`}>
          <rect class="glass" width=${width} height=${height} stroke-width=${line}></rect>
          <path
            class="picture"
            stroke-width=${line}
            d="M${cornerNames.map((name) => at(name).join(' ')).join('L')}Z"
          ></path>
          ${cornerNames.map((name, index) => {
            const [x, y] = at(name);
            return svg`<g
              class=${name === this.chosen ? 'chosen' : ''}
              tabindex="0"
              role="button"
              aria-pressed=${name === this.chosen ? 'true' : 'false'}
              aria-label=${calibration.corner(index + 1, this.speech.number(x), this.speech.number(y))}
              @focus=${() => {
                this.chosen = name;
              }}
              @keydown=${this.#onKey}
            >
              <circle cx=${x} cy=${y} r=${edge * 0.42} stroke-width=${line * 2}></circle>
              <text x=${x} y=${y} font-size=${edge * 0.5}>${index + 1}</text>
            </g>`;
          })}
        </svg>
      </div>
      <div class="row">
        <button class="button primary" data-act="keep" @click=${() => void this.#keep()}>${calibration.keep}</button>
        <button class="button" data-act="square" @click=${() => this.#show(squarePin)}>${calibration.square}</button>
        <button class="button" data-act="give-up" @click=${() => void this.#giveUp()}>${calibration.giveUp}</button>
      </div>
      <p>${calibration.by(by, this.speech.time(until))}</p>`;
  }

  get #pin(): CornerPin {
    return this.mine ?? this.trial?.cornerPin ?? this.screen.cornerPin ?? squarePin;
  }

  readonly #onDown = (event: PointerEvent): void => {
    const at = this.#place(event);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#grip = { at, from: this.#pin };
    this.chosen = nearestCorner(this.#pin, at);
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (this.#grip === null) return;
    const [x, y] = this.#place(event);
    const [fromX, fromY] = this.#grip.from[this.chosen];
    this.#moveTo([fromX + x - this.#grip.at[0], fromY + y - this.#grip.at[1]]);
  };

  readonly #onUp = (): void => {
    this.#grip = null;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { widthPx: width, heightPx: height } = this.screen;
    const to = cornerByKey(this.#pin[this.chosen], event, { width, height });
    const digit = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1];
    if (to !== null) this.#moveTo(to);
    else if (digit !== undefined) this.#focus(`g:nth-of-type(${digit})`);
    else if (event.code === 'Enter' && !event.repeat) void this.#keep();
    else return;
    event.preventDefault();
  };

  readonly #onDelay = (event: SubmitEvent): void => {
    event.preventDefault();
    const outputDelayMs = Number(new FormData(event.target as HTMLFormElement).get('delay'));
    void ask('PATCH', this.#path, z.unknown(), { outputDelayMs }).then((answer) => this.#say(answer, true));
  };

  /** Where the pointer is, as fractions of the screen. */
  #place({ clientX, clientY }: PointerEvent): Corner {
    const matrix = this.renderRoot.querySelector('svg')?.getScreenCTM();
    if (matrix === undefined || matrix === null) return [0, 0];
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    return [x / this.screen.widthPx, y / this.screen.heightPx];
  }

  #moveTo(to: Corner): void {
    const moved = withCorner(this.#pin, this.chosen, to);
    if (moved !== null) this.#show(moved);
  }

  #show(pin: CornerPin): void {
    this.mine = pin;
    this.#movedAt = performance.now();
    this.#waiting ??= setTimeout(() => {
      this.#waiting = null;
      void this.#put(this.#pin);
    }, tellEveryMs);
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement | SVGElement>(selector)?.focus();
  }

  async #begin(): Promise<void> {
    this.#awaits = 'corners';
    await this.#put(null);
  }

  async #put(cornerPin: CornerPin | null): Promise<void> {
    this.#say(await ask('PUT', `${this.#path}/corners`, z.unknown(), { cornerPin }), false);
  }

  async #keep(): Promise<void> {
    const cornerPin = this.#pin;
    this.#forget();
    this.#awaits = 'button';
    this.#say(await ask('PATCH', this.#path, z.unknown(), { cornerPin }), true);
  }

  async #giveUp(): Promise<void> {
    this.#forget();
    this.#awaits = 'button';
    this.#say(await ask('DELETE', `${this.#path}/corners`, z.unknown()), false);
  }

  get #path(): string {
    return `screens/${encodeURIComponent(this.screen.id)}`;
  }

  #say(answer: Answered<unknown>, isSaved: boolean): void {
    const { calibration } = this.speech.words.health;
    this.said = answer.ok ? (isSaved ? calibration.saved : '') : this.speech.refused(answer.refusal);
  }

  #forget(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
    this.#grip = null;
    this.mine = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'screen-calibration': ScreenCalibration;
  }
}
