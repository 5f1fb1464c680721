import { html, svg } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { IdentParams } from '#shared/scenes/ident.ts';
import { localInstant } from '#shared/dates.ts';
import { fitText } from '../../look/fit.ts';
import { loadFonts } from '../../look/fonts.ts';
import { LookElement } from '../../look/look-element.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { screenMeasures } from '../../look/screen-words.ts';
import { setTransform } from '../../look/style.ts';
import { grid } from './grid.ts';
import { identStyles } from './ident-styles.ts';

const greys = Array.from({ length: 11 }, (_, index) => Math.round((255 * index) / 10));
const colours = ['#ff0000', '#ffff00', '#00ff00', '#00ffff', '#0000ff', '#ff00ff'] as const;

/**
 * Which screen this is, and whether its picture is whole and in step. The hand goes round once a second by shared time:
 * on screens side by side it points the same way, and a camera measures how well.
 */
@customElement('scene-ident')
export class IdentScene extends LookElement<IdentParams> {
  static override styles = [sceneStyles, identStyles];

  @query('.hand') private hand?: SVGElement;
  @query('time') private time?: HTMLElement;
  @query('h1') private heading?: HTMLElement;

  #second = Number.NaN;

  /** No stone here: it would hide what a grid is to show. */
  override async prepare(): Promise<void> {
    await loadFonts();
    await this.updateComplete;
  }

  override seek(): void {
    const nowMs = this.context.nowMs();
    setTransform(this.hand, `rotate(${(((nowMs % 1000) / 1000) * 360).toFixed(2)}deg)`);
    const second = Math.floor(nowMs / 1000);
    if (second === this.#second || !this.time) return;
    this.#second = second;
    const { hour, minute, second: s } = localInstant(nowMs, this.context.timeZone);
    this.time.textContent = [hour, minute, s].map((part) => String(part).padStart(2, '0')).join(':');
  }

  protected override updated(): void {
    // The label stands in the middle of what this screen shows of the canvas.
    const { viewport } = this.context;
    const label = this.renderRoot.querySelector<HTMLElement>('.label');
    label?.style.setProperty('left', `${viewport.x + viewport.width / 2}px`);
    label?.style.setProperty('top', `${viewport.y + viewport.height / 2}px`);
    const { px } = this.units;
    if (this.heading) fitText(this.heading, { leastPx: 30 * px, mostPx: 64 * px });
    this.#second = Number.NaN;
    this.seek();
  }

  protected override render() {
    const { screen, canvas } = this.context;
    return html`
      ${grid(canvas)}
      <div class="label">
        <svg viewBox="-100 -100 200 200" aria-hidden="true">
          <circle r="96" fill="none" stroke="#67757c" stroke-width="0.8"></circle>
          ${svg`<path d=${ticks} stroke="#8e9a9e" stroke-width="0.8"></path>`}
          <g class="hand"><path d="M0 -96V-82" stroke="#ffc83d" stroke-width="3"></path></g>
        </svg>
        <div class="number display" data-beneath>${screen.number}</div>
        <h1>${this.say(screen.name)}</h1>
        <div class="measures">
          ${screenMeasures(screen, (text) => this.say(text)).map((measure) => html`<span>${measure}</span>`)}
        </div>
        <time></time>
        <div class="steps">${greys.map((grey) => patch(`rgb(${grey} ${grey} ${grey})`))}</div>
        <div class="steps">${colours.map((colour) => patch(colour))}</div>
      </div>
    `;
  }
}

const patch = (colour: string) =>
  html`<svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
    <rect width="1" height="1" fill=${colour}></rect>
  </svg>`;

const ticks = Array.from({ length: 20 }, (_, index) => {
  const angle = (index / 20) * 2 * Math.PI;
  const at = (radius: number): string =>
    `${(Math.cos(angle) * radius).toFixed(2)} ${(Math.sin(angle) * radius).toFixed(2)}`;
  return `M${at(index % 5 === 0 ? 88 : 92)}L${at(95)}`;
}).join('');
