import { css, html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { RibbonParams } from '#shared/scenes/overlays.ts';
import { fitText } from '../look/fit.ts';
import { typeScale } from '#shared/type-scale.ts';
import { OverlayElement, overlayStyles } from './overlay-element.ts';

/**
 * A black ribbon over the upper right corner. What the day is for stands at the foot of every screen that is looked at;
 * a screen that is touched keeps its foot for the hands.
 */
@customElement('overlay-ribbon')
export class RibbonOverlay extends OverlayElement<typeof RibbonParams> {
  static override styles = [
    overlayStyles,
    css`
      svg {
        position: absolute;
        top: 0;
        right: 0;
        width: calc(430 * var(--px));
        height: calc(430 * var(--px));
      }
      .band {
        position: absolute;
        inset: auto 0 0 0;
        height: calc(116 * var(--far));
        padding: calc(12 * var(--px)) calc(84 * var(--px));
        background: #000;
        border-top: calc(2 * var(--px)) solid #3a3f42;
      }
      p {
        height: 100%;
        display: flex;
        align-items: center;
        justify-content: center;
        text-align: center;
        text-wrap: balance;
        color: var(--tas-200);
      }
    `,
  ];

  protected override readonly schema = RibbonParams;
  @query('p') private text?: HTMLElement;

  protected override updated(): void {
    const { px, far } = typeScale(this.context.screen, this.context.canvas);
    if (this.text) fitText(this.text, { leastPx: 22 * px, mostPx: 40 * far });
  }

  protected override render() {
    const words = this.params?.text;
    return html`${ribbon} ${words === undefined || this.context.screen.touch ? nothing : this.#band(this.say(words))}`;
  }

  #band({ text, language }: { readonly text: string; readonly language: string }) {
    return html`<div class="band"><p lang=${language} dir="auto">${text}</p></div>`;
  }
}

/** Silk: two folds along the band, a hem of reflected light on either side, the shadow it throws. */
const ribbon = html`<svg viewBox="0 0 430 430" aria-hidden="true">
  <defs>
    <linearGradient id="silk" gradientUnits="userSpaceOnUse" x1="365" y1="65" x2="300" y2="130">
      <stop offset="0" stop-color="#5b6165"></stop>
      <stop offset="0.04" stop-color="#232729"></stop>
      <stop offset="0.3" stop-color="#050606"></stop>
      <stop offset="0.5" stop-color="#1f2325"></stop>
      <stop offset="0.58" stop-color="#060707"></stop>
      <stop offset="0.95" stop-color="#121415"></stop>
      <stop offset="1" stop-color="#45494c"></stop>
    </linearGradient>
    <linearGradient id="shade" gradientUnits="userSpaceOnUse" x1="300" y1="130" x2="286" y2="144">
      <stop offset="0" stop-color="#000" stop-opacity="0.7"></stop>
      <stop offset="1" stop-color="#000" stop-opacity="0"></stop>
    </linearGradient>
  </defs>
  <path d="M142 0H170L430 260V288Z" fill="url(#shade)"></path>
  <path d="M170 0H300L430 130V260Z" fill="url(#silk)"></path>
</svg>`;
