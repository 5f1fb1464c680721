import { html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, query, queryAll, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { StateBuilding } from '#shared/content.ts';
import { dateParts, dayAndMonth } from '#shared/dates.ts';
import type { StatehoodParams } from '#shared/scenes/statehood.ts';
import { prepareCarvedDigits } from '../../look/carved.ts';
import { fitText } from '../../look/fit.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity, setTransform } from '../../look/style.ts';
import { toldStyles } from '../../look/told-styles.ts';
import { TurningElement } from '../turning-element.ts';
import { domeIn, placeOn, polesOf, type Dome, type Pole } from './dome.ts';
import { focus, institutions, ring, shadows, yearLines } from './drawing.ts';
import { statehoodStyles } from './statehood-styles.ts';
import { statehoodAt, stopsOf, yearAt, type Stop } from './times.ts';
import { statehoodWords } from './words.ts';

/** Institutions rise as the poles of a yurt from its lattice to its ring; one at a time is told, milestone by milestone. */
@customElement('scene-statehood')
export class StatehoodScene extends TurningElement<StatehoodParams> {
  static override styles = [sceneStyles, toldStyles, statehoodStyles];

  @state() private poles: readonly Pole[] = [];
  @state() private stop: Stop | null = null;
  @state() private year = 0;

  @query('.curtain') private curtain!: HTMLElement | null;
  @query('.behind-curtain') private risen!: HTMLElement | null;
  @query('.words') private words!: HTMLElement | null;
  @query('.told') private told!: HTMLElement | null;
  @query('.name') private name!: HTMLElement | null;
  @query('.text') private text!: HTMLElement | null;
  @queryAll('.part') private parts!: NodeListOf<SVGElement>;
  @queryAll('.knot') private knots!: NodeListOf<SVGElement>;

  #stops: readonly Stop[] = [];
  #positionMs = 0;

  protected override get turnMs(): number {
    return this.params.languageMs;
  }

  override async prepare(): Promise<void> {
    const [data] = await Promise.all([
      this.context.mediaData(this.params.data),
      prepareCarvedDigits(),
      super.prepare(),
    ]);
    this.poles = polesOf(StateBuilding.parse(data).institutions, this.params);
    this.#stops = stopsOf(this.poles, this.params);
    this.seek(this.#positionMs);
    await this.updateComplete;
  }

  override seek(positionMs: number): void {
    this.#positionMs = positionMs;
    const frame = statehoodAt(positionMs, this.#stops);
    if (frame === undefined) return;
    const { reducedMotion } = this.context;
    const risen = reducedMotion ? 1 : frame.risen;
    if (frame.stop !== this.stop) this.stop = frame.stop;
    const year = yearAt(risen, this.params);
    if (frame.stop.kind === 'rise' && year !== this.year) this.year = year;
    this.#raise(risen);
    const there = this.takeTurnsIn(frame.stop, frame.at);
    setOpacity(this.words, there);
    const told = reducedMotion ? 1 : frame.words;
    // While all of them rise, the words and what is told are one.
    setOpacity(this.told, this.told === this.words ? told * there : told);
    this.parts.forEach((part, index) => setOpacity(part, frame.light[index] ?? 0));
    this.knots.forEach((knot, index) => setOpacity(knot, frame.light[index] ?? 0));
  }

  /** Uncovers the institutions up to a height: all of them at once, because height is time. */
  #raise(risen: number): void {
    const [, y] = placeOn(this.#dome, 0, risen);
    const covered = risen >= 1 ? 0 : y * this.units.px;
    setTransform(this.curtain, `translateY(${covered.toFixed(1)}px)`);
    setTransform(this.risen, `translateY(${(-covered).toFixed(1)}px)`);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { px, far } = this.units;
    if (this.name) fitText(this.name, { leastPx: 50 * px, mostPx: 84 * px });
    if (this.text) fitText(this.text, { leastPx: 44 * far, mostPx: (this.view.textSize === 'large' ? 68 : 60) * far });
    this.seek(this.#positionMs);
  }

  get #dome(): Dome {
    return domeIn(this.frame, this.isPortrait);
  }

  protected override render() {
    const { stop, poles, frame } = this;
    if (stop === null) return html`<div class="stone mid"></div>`;
    const dome = this.#dome;
    const box = `0 0 ${frame.width} ${frame.height}`;
    const { first, last } = this.params;
    // What never moves is drawn once for a picture.
    const still = (draw: () => unknown) => guard([poles, box, this.isPortrait], draw);
    return html`
      <div class="stone mid"></div>
      <div class="night fill"></div>
      <svg class="fill" viewBox=${box}>
        ${still(() => shadows(dome, poles))}
        <g class="time" font-size=${(38 * this.units.far) / this.units.px}>
          ${still(() => yearLines(dome, first, last))}
        </g>
      </svg>
      <div class="curtain fill">
        <div class="behind-curtain fill">
          <svg class="fill" viewBox=${box} opacity=${stop.kind === 'told' ? 0.62 : 1}>
            <defs>
              <linearGradient id="wood" x1="0" x2="0" y1="0" y2="1">
                <stop offset="0" stop-color="#a3aeb1"></stop>
                <stop offset="1" stop-color="#59666c"></stop>
              </linearGradient>
            </defs>
            ${still(() => institutions(dome, poles))}
          </svg>
        </div>
      </div>
      <svg class="fill" viewBox=${box}>
        ${stop.kind === 'told' ? focus(dome, stop.pole, stop.milestone) : nothing} ${svg`${ring(dome)}`}
      </svg>
      ${stop.kind === 'told' ? this.#milestone(stop) : this.#rise()}
    `;
  }

  #rise() {
    return html`<h1 class="year" aria-label=${this.year}>
        <carved-digits .value=${String(this.year)}></carved-digits>
      </h1>
      <div class="words told">
        <h2 class="name display">${this.say(statehoodWords.title)}</h2>
        <p class="text balance">${this.say(statehoodWords.count)}</p>
      </div>`;
  }

  #milestone({ pole, milestone }: Extract<Stop, { kind: 'told' }>) {
    const told = pole.milestones[milestone]?.milestone;
    if (told === undefined) return nothing;
    const year = String(dateParts(told.date).year);
    const when = dayAndMonth(told.date, this.language);
    return html`<h1 class="year" aria-label=${year}><carved-digits .value=${year}></carved-digits></h1>
      <div class="words">
        <h2 class="name display">${this.say(pole.institution.name)}</h2>
        <div class="told">
          ${when === '' ? nothing : html`<div class="when">${when}</div>`}
          <p class="text balance">${this.say(told.text)}</p>
        </div>
      </div>`;
  }
}
