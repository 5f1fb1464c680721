import { css, html, LitElement, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  cornerByKey,
  cornerNames,
  nearestCorner,
  squarePin,
  withCorner,
  type CornerName,
  type CornerPin,
} from '#shared/corner-pin.ts';
import type { CornersMoved } from '#shared/report.ts';

const words = {
  kk: { hint: 'Бұрышты сүйреңіз. 1–4: бұрыш, нұсқарлар: 1 пиксель, Shift: 10.', keep: 'Сақтау', giveUp: 'Бас тарту' },
  ru: { hint: 'Тяните за угол. 1–4: угол, стрелки: 1 пиксель, Shift: 10.', keep: 'Сохранить', giveUp: 'Отменить' },
  en: { hint: 'Drag a corner. 1–4: corner, arrows: 1 pixel, Shift: 10.', keep: 'Keep', giveUp: 'Give up' },
} as const;

/** What somebody does with the corners: `moved` raises it. */
export type CornersAct = Pick<CornersMoved, 'cornerPin' | 'act'>;

/**
 * The four corners of the picture, to be dragged on the picture itself with a mouse, a finger or the arrow keys. A drag
 * moves the nearest corner by as much as the hand moves, so that nothing jumps under it.
 */
@customElement('corner-handles')
export class CornerHandles extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
      z-index: 3000;
      touch-action: none;
      cursor: crosshair;
      font-family: 'Commissioner Variable', sans-serif;
      color: #eeefea;
    }
    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      overflow: visible;
      pointer-events: none;
    }
    .edge {
      fill: none;
      stroke: #ffc83d;
      stroke-width: 3;
    }
    circle {
      fill: #0b0e10cc;
      stroke: #eeefea;
      stroke-width: 4;
    }
    .chosen circle {
      stroke: #ffc83d;
      stroke-width: 8;
    }
    text {
      fill: #eeefea;
      text-anchor: middle;
      dominant-baseline: central;
      font-weight: 600;
    }
    .plate {
      position: absolute;
      left: 50%;
      top: 68%;
      translate: -50% 0;
      display: grid;
      gap: 1em;
      width: max-content;
      max-width: 92%;
      padding: 1.2em 1.6em;
      background: #0b0e10e6;
      border: 2px solid #8e9a9e;
      text-align: center;
    }
    p {
      margin: 0;
    }
    .acts {
      display: flex;
      justify-content: center;
      gap: 1em;
    }
    button {
      min-width: 8em;
      padding: 0.8em 1.2em;
      font: inherit;
      font-weight: 600;
      color: inherit;
      background: #1d262b;
      border: 2px solid #8e9a9e;
      cursor: pointer;
    }
    .keep {
      color: #0b0e10;
      background: #ffc83d;
      border-color: #ffc83d;
    }
  `;

  @property({ attribute: false }) pin: CornerPin = squarePin;
  @property({ attribute: false }) size = { width: 1, height: 1 };
  @property({ attribute: false }) language = 'en';
  @state() private chosen: CornerName = 'topLeft';
  #grip: { readonly x: number; readonly y: number; readonly from: CornerPin } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
    this.addEventListener('pointerdown', this.#onDown);
    this.addEventListener('pointermove', this.#onMove);
    for (const ends of ['pointerup', 'pointercancel'] as const) this.addEventListener(ends, this.#onUp);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
  }

  /** Whether a hand is on a corner now. */
  get isHeld(): boolean {
    return this.#grip !== null;
  }

  protected override updated(): void {
    this.style.fontSize = `${Math.min(this.size.width, this.size.height) / 36}px`;
  }

  protected override render() {
    const { width, height } = this.size;
    const radius = Math.min(width, height) / 24;
    const at = (name: CornerName): readonly [number, number] => [this.pin[name][0] * width, this.pin[name][1] * height];
    const said = words[this.language as keyof typeof words] ?? words.en;
    const edge = cornerNames.map((name) => at(name).join(' ')).join('L');
    return html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        <path class="edge" d="M${edge}Z"></path>
        ${cornerNames.map((name, index) => {
          const [x, y] = at(name);
          // Inside the glass, also where the corner itself lies at its edge or beyond.
          const inside = (value: number, most: number): number => Math.min(most - radius, Math.max(radius, value));
          const [cx, cy] = [inside(x, width), inside(y, height)];
          return svg`<g class=${name === this.chosen ? 'chosen' : ''}>
            <circle cx=${cx} cy=${cy} r=${radius * 0.9}></circle>
            <text x=${cx} y=${cy} font-size=${radius}>${index + 1}</text>
          </g>`;
        })}
      </svg>
      <div class="plate">
        <p>${said.hint}</p>
        <div class="acts">
          <button class="keep" @click=${() => this.#raise('keep')}>${said.keep} · Enter</button>
          <button @click=${() => this.#raise('give-up')}>${said.giveUp} · Esc</button>
        </div>
      </div>`;
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.composedPath().some((target) => target instanceof HTMLButtonElement)) return;
    this.setPointerCapture(event.pointerId);
    const [x, y] = this.#place(event);
    this.chosen = nearestCorner(this.pin, [x, y]);
    this.#grip = { x, y, from: this.pin };
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (this.#grip === null) return;
    const [x, y] = this.#place(event);
    const [fromX, fromY] = this.#grip.from[this.chosen];
    this.#moveTo(fromX + x - this.#grip.x, fromY + y - this.#grip.y);
  };

  readonly #onUp = (): void => {
    this.#grip = null;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const to = cornerByKey(this.pin[this.chosen], event, this.size);
    const digit = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1];
    if (to !== null) this.#moveTo(...to);
    else if (digit !== undefined) this.chosen = cornerNames[Number(digit) - 1] ?? this.chosen;
    else if (event.code === 'Enter') this.#raise('keep');
    else if (event.code === 'Escape') this.#raise('give-up');
    else return;
    event.preventDefault();
  };

  /** Where the pointer is, as fractions of the picture, however the picture is turned and scaled. */
  #place({ clientX, clientY }: PointerEvent): readonly [number, number] {
    const matrix = this.renderRoot.querySelector('svg')?.getScreenCTM();
    if (matrix === undefined || matrix === null) return [0, 0];
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    return [x / this.size.width, y / this.size.height];
  }

  #moveTo(x: number, y: number): void {
    const moved = withCorner(this.pin, this.chosen, [x, y]);
    if (moved === null) return;
    this.pin = moved;
    this.#raise('drag');
  }

  #raise(act: CornersAct['act']): void {
    this.dispatchEvent(new CustomEvent<CornersAct>('moved', { detail: { cornerPin: this.pin, act } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corner-handles': CornerHandles;
  }
}
