import { html } from 'lit';
import { customElement, query, queryAll } from 'lit/decorators.js';
import type { EvacuationParams } from '#shared/scenes/evacuation.ts';
import type { Text } from '#shared/text.ts';
import { fitTogether } from '../../look/fit.ts';
import { drift } from '../../look/motion.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity } from '../../look/style.ts';
import { SlateElement } from '../slate-element.ts';
import { evacuationStyles } from './evacuation-styles.ts';
import { evacuationWords } from './evacuation-words.ts';

/** Slow enough that nobody takes it for an alarm lamp. */
const breathMs = 4000;

/** Clears the hall: the green of every way out, a lit doorway, and what to do in all languages of the hall. */
@customElement('scene-evacuation')
export class EvacuationScene extends SlateElement<EvacuationParams> {
  static override styles = [sceneStyles, evacuationStyles];

  protected override readonly stayMs = 6000;

  @query('.light') private light?: SVGElement;
  @queryAll('h1') private headings!: NodeListOf<HTMLElement>;
  @queryAll('p') private instructions!: NodeListOf<HTMLElement>;

  override seek(positionMs: number): void {
    super.seek(positionMs);
    setOpacity(this.light, this.context.reducedMotion ? 1 : 1 - 0.35 * drift(positionMs, breathMs));
  }

  /** The hall's languages that have words; all that have, in a hall that speaks none of them. */
  protected override spoken(): readonly string[] {
    const known: Text = evacuationWords.heading;
    const { order } = this.context.languages;
    const ours = [this.language, ...order.filter((language) => language !== this.language)];
    const spoken = ours.filter((language) => language in known);
    return spoken.length > 0 ? spoken : Object.keys(known);
  }

  protected override fit(): void {
    const { px, far } = this.units;
    fitTogether([...this.headings], { leastPx: 40 * px, mostPx: 150 * px });
    fitTogether([...this.instructions], { leastPx: 22 * px, mostPx: 62 * far });
  }

  protected override render() {
    const heading: Text = evacuationWords.heading;
    const instruction: Text = { ...evacuationWords.instruction, ...this.params.text };
    return html`
      ${doorway}
      <div class="words" role="alert">
        ${this.speaking.map(
          (language) =>
            html`<section lang=${language} dir="auto">
              <h1>${heading[language]}</h1>
              <p class="pretty">${instruction[language]}</p>
            </section>`,
        )}
      </div>
    `;
  }
}

/** Seen from within the dark hall: an open door, and its light on the floor. It points nowhere. */
const doorway = html`<svg class="doorway" viewBox="0 0 400 560" aria-hidden="true">
  <defs>
    <linearGradient id="floor" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#fff" stop-opacity="0.85"></stop>
      <stop offset="1" stop-color="#fff" stop-opacity="0"></stop>
    </linearGradient>
  </defs>
  <path d="M0 403H89V39H311V403H400" fill="none" stroke="#fff" stroke-width="18"></path>
  <g class="light">
    <rect x="118" y="68" width="164" height="332" fill="#fff"></rect>
    <path d="M118 412H282L390 560H10Z" fill="url(#floor)"></path>
  </g>
</svg>`;
