import { html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, query, queryAll, state } from 'lit/decorators.js';
import { StateBuilding } from '#shared/content.ts';
import { fullDate } from '#shared/dates.ts';
import type { InvestmentParams } from '#shared/scenes/investment.ts';
import { n2 } from '../../look/ornament.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity, setTransform } from '../../look/style.ts';
import { toldStyles } from '../../look/told-styles.ts';
import { TurningElement } from '../turning-element.ts';
import { barsOf, bedsOf, fieldIn, placeOf, type Bar, type Field } from './chart.ts';
import { investmentStyles } from './investment-styles.ts';
import { investmentAt, isOf, stopsOf, type Stop } from './times.ts';
import { amountText, investmentWords, unitNames } from './words.ts';

/** Foreign investment, year by year: blocks of stone that rise on the line of time, and what was agreed on the way. */
@customElement('scene-investment')
export class InvestmentScene extends TurningElement<InvestmentParams> {
  static override styles = [sceneStyles, toldStyles, investmentStyles];

  @state() private data: StateBuilding | null = null;
  @state() private index = 0;

  @query('.words') private words!: HTMLElement | null;
  @queryAll('.bar') private barElements!: NodeListOf<HTMLElement>;

  #stops: readonly Stop[] = [];
  #bars: readonly Bar[] = [];
  /** For each bar, the stop at which it rises. */
  #rises: readonly number[] = [];
  #positionMs = 0;

  protected override get turnMs(): number {
    return this.params.languageMs;
  }

  override async prepare(): Promise<void> {
    const [data] = await Promise.all([this.context.mediaData(this.params.data), super.prepare()]);
    this.data = StateBuilding.parse(data);
    await this.updateComplete;
    this.seek(this.#positionMs);
    await this.updateComplete;
  }

  override seek(positionMs: number): void {
    this.#positionMs = positionMs;
    const frame = investmentAt(positionMs, this.#stops);
    if (frame === undefined) return;
    this.index = frame.index;
    const { reducedMotion } = this.context;
    const stop = this.#stops[frame.index];
    const there = stop === undefined ? 1 : this.takeTurnsIn(stop, frame.at);
    setOpacity(this.words, there * (reducedMotion ? 1 : frame.words));
    this.barElements.forEach((element, index) => {
      const rises = this.#rises[index] ?? Number.POSITIVE_INFINITY;
      const grown = rises < frame.index ? 1 : rises > frame.index ? 0 : reducedMotion ? 1 : frame.grown;
      setTransform(element, `scaleY(${(grown * (reducedMotion ? 1 : frame.standing)).toFixed(4)})`);
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.data === null || !(changed.has('data') || changed.has('context') || changed.has('params'))) return;
    this.#stops = stopsOf(this.data, this.params);
    this.#bars = barsOf(this.data.flows, this.params, this.#field);
    this.#rises = this.#bars.map((bar) => this.#stops.findIndex((stop) => isOf(stop, bar)));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.seek(this.#positionMs);
  }

  get #field(): Field {
    return fieldIn(this.frame, this.isPortrait);
  }

  protected override render() {
    const stop = this.#stops[this.index];
    const { px } = this.units;
    const { frame } = this;
    const field = this.#field;
    return html`
      <div class="stone mid"></div>
      <div class="night fill"></div>
      ${this.#bars.map(
        (bar) =>
          html`<div
            class="bar ${bar.series.measure} ${stop !== undefined && isOf(stop, bar) ? 'now' : ''}"
            .style=${`left:${bar.x * px}px;width:${bar.width * px}px;top:${(field.base - bar.height) * px}px;height:${bar.height * px}px`}
          ></div>`,
      )}
      <svg class="fill" viewBox=${`0 0 ${frame.width} ${frame.height}`}>
        <path class="base" d="M${field.left} ${field.base + 1.5}H${field.right}"></path>
        ${this.#axis(field)} ${this.#beds(field)} ${this.#events(field, stop)}
      </svg>
      ${stop === undefined ? nothing : this.#words(stop)}
    `;
  }

  #axis(field: Field) {
    const { first, last } = this.params;
    const size = (40 * this.units.far) / this.units.px;
    const years = [first, 2000, 2010, 2020].filter(
      (year, index, all) => year >= first && year <= last && all.indexOf(year) === index,
    );
    return svg`<g class="axis" font-size=${n2(size)}>${years.map((year) => {
      const x = placeOf(String(year), this.params, field);
      return svg`<text x=${n2(Math.max(x, field.left + size * 1.1))} y=${field.base + 44 + size}>${year}</text>`;
    })}</g>`;
  }

  /** Years without an amount are left open where everybody sees it, from when the line of time has come to them. */
  #beds(field: Field) {
    return this.#stops.map((stop, index) =>
      stop.kind === 'gap' && index <= this.index
        ? svg`<path class="beds ${index === this.index ? 'now' : ''}" d=${bedsOf(stop.gap, this.params, field)}></path>`
        : nothing,
    );
  }

  /** Agreements and other entries without a bar, as marks on the line of time. */
  #events(field: Field, stop: Stop | undefined) {
    const marks = this.#stops.flatMap((candidate, index) =>
      candidate.kind === 'entry' && !this.#bars.some((bar) => isOf(candidate, bar)) ? [{ candidate, index }] : [],
    );
    return marks.map(({ candidate, index }) => {
      const x = n2(placeOf(candidate.date, this.params, field));
      const when = candidate === stop ? 'now' : index < this.index ? 'past' : '';
      const r = candidate === stop ? 17 : 11;
      return svg`<path class="event ${when}" d="M${x} ${field.base + 24 - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z"></path>`;
    });
  }

  #words(stop: Stop) {
    if (stop.kind === 'gap') {
      const { from, until } = stop.gap;
      return html`<div class="words">
        <div class="date">${from === until ? from : `${from}–${until}`}</div>
        <p class="text alone display pretty">${this.say(investmentWords.gap)}</p>
      </div>`;
    }
    const isYear = stop.kind === 'year';
    const told = isYear ? { amount: stop.amount, unit: stop.series.unit } : stop.entry;
    const text = isYear ? stop.series.name : stop.entry.text;
    const credit = isYear ? stop.series.credit : stop.entry.credit;
    const rank = isYear ? undefined : stop.entry.rank;
    const hasAmount = told.amount !== undefined && told.unit !== undefined;
    return html`<div class="words">
      <div class="date">${fullDate(stop.date, this.language)}</div>
      ${
        told.amount === undefined || told.unit === undefined
          ? nothing
          : html`<div class="amount">
              <span class="number display">${amountText(told.amount, this.language)}</span>
              <span class="unit">${this.say(unitNames[told.unit])}</span>
            </div>`
      }
      <p class="text ${hasAmount ? '' : 'alone display'} pretty">${this.say(text)}</p>
      ${
        rank === undefined
          ? nothing
          : html`<p class="rank">${this.say(rank.claim)} <span>${this.say(rank.among)}</span></p>`
      }
      ${credit === undefined ? nothing : html`<p class="credit">${this.say(investmentWords.source)}: ${this.say(credit)}</p>`}
    </div>`;
  }
}
