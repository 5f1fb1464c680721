import { css, html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { NoticeParams } from '#shared/scenes/overlays.ts';
import { fitText } from '../look/fit.ts';
import { typeScale } from '#shared/type-scale.ts';
import { OverlayElement, overlayStyles } from './overlay-element.ts';

/** A quiet plate at the upper edge, no wider than its words, away from the hands below: "closing in 15 minutes". */
@customElement('overlay-notice')
export class NoticeOverlay extends OverlayElement<typeof NoticeParams> {
  static override styles = [
    overlayStyles,
    css`
      p {
        position: absolute;
        top: 0;
        left: 50%;
        translate: -50% 0;
        width: max-content;
        max-width: calc(100% - 84 * var(--px));
        overflow: hidden;
        height: calc(116 * var(--far));
        padding: calc(12 * var(--px)) calc(56 * var(--px));
        display: flex;
        align-items: center;
        text-align: center;
        text-wrap: balance;
        font-weight: 480;
        background: var(--tas-950);
        border: calc(2 * var(--px)) solid var(--tas-500);
        border-top: 0;
      }
    `,
  ];

  protected override readonly schema = NoticeParams;
  @query('p') private text?: HTMLElement;

  protected override updated(): void {
    const { px, far } = typeScale(this.context.screen, this.context.canvas);
    if (this.text) fitText(this.text, { leastPx: 22 * px, mostPx: 44 * far });
  }

  protected override render() {
    if (this.params === null) return nothing;
    const { text, language } = this.say(this.params.text);
    return html`<p role="status" lang=${language} dir="auto">${text}</p>`;
  }
}
