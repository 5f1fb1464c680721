import { css, html, LitElement, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { decodeImage } from './fonts.ts';
import metrics from './stone/digits.json' with { type: 'json' };
import digit0 from './stone/digit-0.webp?url';
import digit1 from './stone/digit-1.webp?url';
import digit2 from './stone/digit-2.webp?url';
import digit3 from './stone/digit-3.webp?url';
import digit4 from './stone/digit-4.webp?url';
import digit5 from './stone/digit-5.webp?url';
import digit6 from './stone/digit-6.webp?url';
import digit7 from './stone/digit-7.webp?url';
import digit8 from './stone/digit-8.webp?url';
import digit9 from './stone/digit-9.webp?url';

const urls = [digit0, digit1, digit2, digit3, digit4, digit5, digit6, digit7, digit8, digit9] as const;

/** Resolves when all ten digits can be painted without a stall. */
export async function prepareCarvedDigits(): Promise<void> {
  await Promise.all(urls.map(decodeImage));
}

/** In em of the host, whose font size is the height of a digit. */
function em(px: number): string {
  return `${Math.round((px / metrics.digitHeightPx) * 10_000) / 10_000}em`;
}

const digitRules = Object.entries(metrics.digits)
  .map(
    ([digit, { widthPx, originPx, baselinePx, advancePx }]) => `
      .d${digit} { width: ${em(advancePx)}; }
      .d${digit} img { left: ${em(-originPx)}; top: ${em(metrics.digitHeightPx - baselinePx)}; width: ${em(widthPx)}; }`,
  )
  .join('');

/**
 * A number cut into the stone, as `<carved-digits value="1997">`. At most one on a screen, at least 230 px high.
 * The box is as high as the figures (their round parts and the worn lip reach a little over it) and as wide as the
 * number. Call {@link prepareCarvedDigits} in the scene's `prepare()`.
 *
 * @cssprop --carved-height - height of the figures
 * @cssprop --carved-tracking - space between them, in em of the height
 */
@customElement('carved-digits')
export class CarvedDigits extends LitElement {
  static override styles = [
    css`
      :host {
        display: inline-flex;
        font-size: var(--carved-height, 300px);
        line-height: 1;
        height: 1em;
      }
      span {
        position: relative;
        flex: none;
        height: 1em;
        margin-right: var(--carved-tracking, 0em);
      }
      span:last-child {
        margin-right: 0;
      }
      img {
        position: absolute;
        height: auto;
      }
      ${unsafeCSS(digitRules)}
    `,
  ];

  @property() value = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'img');
  }

  protected override updated(): void {
    this.setAttribute('aria-label', this.value);
  }

  protected override render() {
    return this.value.split('').map((digit) => {
      const url = urls[Number(digit)];
      // Painted in the same frame as the rest: a number that arrives late reads as another number.
      return url === undefined ? null : html`<span class="d${digit}"><img src=${url} alt="" decoding="sync" /></span>`;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'carved-digits': CarvedDigits;
  }
}
