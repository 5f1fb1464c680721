import { css, html, LitElement, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hall } from '#shared/hall.ts';
import { base } from '../look/styles.ts';
import type { Take } from '../state/seen.ts';
import type { Speech } from '../state/speech.ts';
import { spreadOf, type Spread } from '../state/take-spread.ts';
import { twoDigits } from '../state/units.ts';

const width = 316;
const reachMs = 10;
const toleranceMs = 8;
const x = (ms: number): number => width / 2 + (ms / reachMs) * (width / 2 - 26);

/** How the last take fell: from the first screen to the last, and a dot for each on a fixed axis. */
@customElement('last-take')
export class LastTake extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .figure {
        display: flex;
        align-items: center;
        gap: 14px;
        margin: 4px 0 8px;
        color: var(--ink-2);
      }
      .figure b {
        font: 560 38px/1 var(--display);
        color: var(--ink);
        white-space: nowrap;
      }
      small {
        font: 400 15px var(--text);
      }
      svg {
        display: block;
        width: 100%;
      }
      text {
        font: 400 11px var(--text);
        fill: var(--ink-3);
      }
    `,
  ];

  @property({ attribute: false }) hall!: Hall;
  @property({ attribute: false }) speech!: Speech;
  @property({ attribute: false }) take: Take | null = null;

  protected override render(): TemplateResult {
    const { lastTake } = this.speech.words;
    const spread = this.take === null ? null : spreadOf(this.take);
    if (this.take === null || spread === null) {
      return html`<h2><span>${lastTake.heading}</span></h2>
        <p class="quiet">${lastTake.none}</p>`;
    }
    return html`<h2><span>${lastTake.heading}</span><em>${this.speech.time(this.take.plannedAt, true)}</em></h2>
      <div class="figure">
        <b>${this.#figure(spread)}<small> ${lastTake.ms}</small></b>
        <span>${this.#sentence(spread)}</span>
      </div>
      ${this.#axis(spread)}`;
  }

  /** One screen has no spread: a nought there would say that all was well. */
  #figure(spread: Spread): string {
    switch (spread.is) {
      case 'one':
        return signed(spread.latest.latenessMs, this.speech);
      case 'together':
        return '0';
      case 'apart':
        return this.speech.number(spread.spreadMs, spread.spreadMs < 10 ? 1 : 0);
    }
  }

  #sentence({ is, points, latest }: Spread): string {
    const { lastTake } = this.speech.words;
    const lateness = signed(latest.latenessMs, this.speech);
    const number = twoDigits(this.hall.screens.find((screen) => screen.id === latest.screen)?.number ?? 0);
    switch (is) {
      case 'one':
        return lastTake.one(number);
      case 'together':
        return lastTake.together(points.length, lateness);
      case 'apart':
        return lastTake.apart(points.length, number, lateness);
    }
  }

  #axis({ points }: Spread): TemplateResult {
    const stacked = new Map<number, number>();
    return html`<svg viewBox="0 0 ${width} 54" role="img" aria-label=${this.speech.words.lastTake.axis}>
      <rect x=${x(-toleranceMs)} y="0" width=${x(toleranceMs) - x(-toleranceMs)} height="33" fill="var(--band)"></rect>
      <path d="M0 33H${width}" stroke="var(--edge)"></path>
      <path d="M${x(0)} 0V37" stroke="var(--ink-3)"></path>
      ${[-10, -8, 0, 8, 10].map(
        (ms) => svg`<text x=${x(ms)} y="48" text-anchor="middle">${signed(ms, this.speech)}</text>`,
      )}
      ${points.map(({ screen, latenessMs }) => {
        // Those outside the axis stand at its end, in the colour of a limit that is broken.
        const isOutside = Math.abs(latenessMs) > reachMs;
        const at = Math.round(Math.min(Math.max(latenessMs, -reachMs), reachMs) * 2) / 2;
        const level = stacked.get(at) ?? 0;
        stacked.set(at, level + 1);
        const fill = Math.abs(latenessMs) > toleranceMs ? 'var(--st-warn)' : 'var(--ink)';
        return svg`<circle data-screen=${screen} cx=${x(at) + (isOutside ? Math.sign(latenessMs) * 10 : 0)} cy=${28 - Math.min(level, 3) * 7} r="2.8" fill=${fill}></circle>`;
      })}
    </svg>`;
  }
}

function signed(value: number, speech: Speech): string {
  const digits = Number.isInteger(value) ? 0 : 1;
  const text = speech.number(Math.abs(value), digits);
  if (Math.abs(value) < 0.05) return '0';
  return value > 0 ? `+${text}` : `−${text}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'last-take': LastTake;
  }
}
