import { css, html, nothing, svg } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { IdentOverlayParams } from '#shared/scenes/overlays.ts';
import { fitText } from '../look/fit.ts';
import { qrPath } from '#shared/qr-path.ts';
import { screenMeasures } from '../look/screen-words.ts';
import { typeScale } from '#shared/type-scale.ts';
import { OverlayElement, overlayStyles } from './overlay-element.ts';

/** Which screen this is, over whatever it shows: number, name, measures, and marks on its outermost pixels. */
@customElement('overlay-ident')
export class IdentOverlay extends OverlayElement<typeof IdentOverlayParams> {
  static override styles = [
    overlayStyles,
    css`
      .corner {
        position: absolute;
        width: calc(120 * var(--px));
        height: calc(120 * var(--px));
      }
      .tr {
        right: 0;
        rotate: 90deg;
      }
      .br {
        right: 0;
        bottom: 0;
        rotate: 180deg;
      }
      .bl {
        bottom: 0;
        rotate: 270deg;
      }
      .plate {
        position: absolute;
        left: 50%;
        top: 50%;
        translate: -50% -50%;
        width: calc(760 * var(--px));
        padding: calc(44 * var(--px)) calc(56 * var(--px));
        text-align: center;
        background: #0b0e10e6;
        border: calc(3 * var(--px)) solid var(--tas-100);
        font-size: calc(30 * var(--px));
        color: var(--tas-200);
      }
      .number {
        font-family: var(--display);
        font-variation-settings: 'opsz' 30;
        font-size: calc(360 * var(--px));
        font-weight: 640;
        line-height: 0.9;
        color: var(--suiek);
      }
      h1 {
        height: calc(150 * var(--px));
        display: flex;
        align-items: center;
        justify-content: center;
        font-weight: 560;
        line-height: 1.08;
        color: var(--tas-100);
      }
      .measures {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        column-gap: 1.1em;
        white-space: nowrap;
      }
      .code {
        width: calc(300 * var(--px));
        margin: calc(32 * var(--px)) auto 0;
        background: #fff;
      }
    `,
  ];

  protected override readonly schema = IdentOverlayParams;
  @query('h1') private heading?: HTMLElement;

  protected override updated(): void {
    const { px } = typeScale(this.context.screen, this.context.canvas);
    if (this.heading) fitText(this.heading, { leastPx: 30 * px, mostPx: 64 * px });
  }

  protected override render() {
    const { screen } = this.context;
    const { text, language } = this.say(screen.name);
    return html`
      ${['tl', 'tr', 'br', 'bl'].map(
        (corner) =>
          html`<svg class="corner ${corner}" viewBox="0 0 120 120" aria-hidden="true">
            <path d="M10 120V10H120" fill="none" stroke="#0b0e10" stroke-width="20"></path>
            <path d="M6 114V6H114" fill="none" stroke="#eeefea" stroke-width="12"></path>
          </svg>`,
      )}
      <div class="plate">
        <div class="number" data-beneath>${screen.number}</div>
        <h1 lang=${language}>${text}</h1>
        <div class="measures">
          ${screenMeasures(screen, (words) => this.say(words).text).map((measure) => html`<span>${measure}</span>`)}
        </div>
        ${this.params?.link === undefined ? nothing : code(this.params.link)}
      </div>
    `;
  }
}

/** The page of this screen, for a phone. */
function code(link: string) {
  const { side, path } = qrPath(link);
  return html`<svg class="code" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true">
    ${svg`<path d=${path} fill="#000"></path>`}
  </svg>`;
}
