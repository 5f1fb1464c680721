import { html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { ClosedParams } from '#shared/scenes/closed.ts';
import { fitText } from '../../look/fit.ts';
import { n2, shanyraq } from '../../look/ornament.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setTransform } from '../../look/style.ts';
import { woodwork } from '../../look/woodwork.ts';
import { LookElement } from '../../look/look-element.ts';
import { closedStyles } from './closed-styles.ts';

/** The drawing moves aside once a minute, so that nothing burns into a panel that is left on. */
const stayMs = 60_000;
const places = 48;
const asidePx = 22;

/** Nobody is here: the night sky in the crown of a yurt, and the name of the hall. Drawn once, then left alone. */
@customElement('scene-closed')
export class ClosedScene extends LookElement<ClosedParams> {
  static override styles = [sceneStyles, closedStyles];

  @query('.night') private night?: HTMLElement;
  @query('h1') private heading?: HTMLElement;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { px } = this.units;
    if (this.heading) fitText(this.heading, { leastPx: 24 * px, mostPx: 58 * px });
  }

  override seek(positionMs: number): void {
    const turn = (2 * Math.PI * (Math.floor(positionMs / stayMs) % places)) / places;
    const aside = asidePx * this.units.px;
    setTransform(
      this.night,
      `translate(${Math.round(Math.sin(turn) * aside)}px, ${Math.round(Math.sin(2 * turn) * aside)}px)`,
    );
  }

  protected override render() {
    const { title } = this.params;
    return html`<div class="night">
      <svg viewBox="-400 -400 800 800" aria-hidden="true">
        <defs>
          <radialGradient id="night" cx="0.4" cy="0.34" r="0.8">
            <stop offset="0" stop-color="#2c7d96"></stop>
            <stop offset="0.55" stop-color="#175066"></stop>
            <stop offset="1" stop-color="#0c2c3a"></stop>
          </radialGradient>
        </defs>
        <circle r="384" fill="url(#night)"></circle>
        ${stars} ${woodwork({ x: 0, y: 0, radius: 392 }, shanyraq({ radius: 392 }))}
        <circle r="396" fill="#060809" opacity="0.52"></circle>
      </svg>
      ${
        title === undefined
          ? nothing
          : html`<h1 class="display balance">${this.say(title)}</h1>
              ${this.otherLanguages(title).map(({ language, text }) => html`<div lang=${language}>${text}</div>`)}`
      }
    </div>`;
  }
}

/** Sown by the golden angle: even, and without a pattern that the eye finds. */
const stars = Array.from({ length: 70 }, (_, index) => {
  const angle = index * 2.399_963;
  const out = 345 * Math.sqrt((index + 0.5) / 70);
  const radius = 1.1 + 2.4 * ((index * 0.618) % 1) ** 3;
  const opacity = 0.4 + 0.6 * ((index * 0.414) % 1);
  return svg`<circle cx=${n2(Math.cos(angle) * out)} cy=${n2(Math.sin(angle) * out)} r=${n2(radius)} fill="#d9eef4" opacity=${n2(opacity)}></circle>`;
});
