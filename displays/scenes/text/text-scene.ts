import { html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, query, queryAll } from 'lit/decorators.js';
import type { TextParams } from '#shared/scenes/text.ts';
import { pickText, type Text } from '#shared/text.ts';
import { ornament } from '../../look/band.ts';
import { engravedCrown } from '../../look/engraved.ts';
import { fitTogether } from '../../look/fit.ts';
import { koshkarBand } from '../../look/ornament.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity } from '../../look/style.ts';
import { TurningElement } from '../turning-element.ts';
import { textStyles } from './text-styles.ts';

/** Words on stone: what it is about, a title, and what there is to say, in one language, two, or all in turn. */
@customElement('scene-text')
export class TextScene extends TurningElement<TextParams> {
  static override styles = [sceneStyles, textStyles];

  @query('.words') private words?: HTMLElement;
  @queryAll('h1') private titles!: NodeListOf<HTMLElement>;
  @queryAll('.kicker, .credit') private lines!: NodeListOf<HTMLElement>;
  @queryAll('.text') private texts!: NodeListOf<HTMLElement>;

  protected override get turnMs(): number {
    return this.params.languageMs;
  }

  override seek(positionMs: number): void {
    setOpacity(this.words, this.takeTurns(positionMs));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { px, far } = this.units;
    fitTogether([...this.lines], { leastPx: 22 * px, mostPx: 40 * far });
    fitTogether([...this.titles], { leastPx: 32 * px, mostPx: (this.saying.length > 1 ? 92 : 132) * px });
    fitTogether([...this.texts], { leastPx: 22 * px, mostPx: 50 * far });
  }

  /** The languages that stand beside each other now. */
  private get saying(): readonly string[] {
    const { title, languages } = this.params;
    if (languages !== 'two') return [this.language];
    return this.everyLanguage(title)
      .map(({ language }) => language)
      .slice(0, 2);
  }

  protected override render() {
    const { width, height } = this.frame;
    return html`
      <div class="stone mid"></div>
      <div class="shade fill"></div>
      <svg class="fill" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        ${this.saying.length > 1 ? this.#band(width, height) : this.#crown(width, height)}
      </svg>
      <div class="words ${this.saying.length > 1 ? 'two' : 'one'}">
        ${this.saying.map((language) => this.#section(language))}
      </div>
    `;
  }

  #crown(width: number, height: number) {
    const [x, y, radius] = this.isPortrait ? [width / 2, height + 180, 520] : [360, height + 110, 430];
    return svg`<svg overflow="visible" x=${x} y=${y}>${engravedCrown(radius)}</svg>`;
  }

  #band(width: number, height: number) {
    return svg`<svg y=${height - 96} overflow="visible" fill="#e8dfcb" opacity="0.16">
      ${ornament(koshkarBand({ width, height: 96 }))}
    </svg>`;
  }

  #section(wanted: string) {
    const { kicker, title, text, credit } = this.params;
    const say = (words: Text): { readonly text: string; readonly language: string } =>
      pickText(words, wanted, this.context.languages.order);
    const said = say(title);
    return html`<section lang=${said.language} dir="auto">
      <header>
        ${kicker === undefined ? nothing : html`<div class="kicker">${say(kicker).text}</div>`}
        <h1 class="display balance">${said.text}</h1>
      </header>
      <div class="body">
        ${text === undefined ? nothing : html`<p class="text pretty">${say(text).text}</p>`}
        ${credit === undefined ? nothing : html`<div class="credit">${say(credit).text}</div>`}
      </div>
    </section>`;
  }
}
