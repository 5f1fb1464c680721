import { html, nothing, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import atlasUrl from 'world-atlas/countries-50m.json?url';
import { Diplomacy } from '#shared/content.ts';
import { fullDate } from '#shared/dates.ts';
import type { DiplomacyParams } from '#shared/scenes/diplomacy.ts';
import { prepareCarvedDigits } from '../../look/carved.ts';
import { fitText } from '../../look/fit.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity, setTransform } from '../../look/style.ts';
import { toldStyles } from '../../look/told-styles.ts';
import { TurningElement } from '../turning-element.ts';
import { diplomacyStyles } from './diplomacy-styles.ts';
import { diplomacyAt, stopsOf, type Centre, type Stop } from './events.ts';
import { discIn, worldOf, type Disc, type Point } from './globe.ts';
import { Layers } from './layers.ts';
import { crown, notchAngle, onRim, rim } from './rim.ts';
import { diplomacyWords, statesText } from './words.ts';

/** From the crown a pole is drawn, in units of the composition. */
const crownRadius = 33;

/** Relations spread over the world by date: from the crown of the yurt a straight pole to every capital. */
@customElement('scene-diplomacy')
export class DiplomacyScene extends TurningElement<DiplomacyParams> {
  static override styles = [sceneStyles, toldStyles, diplomacyStyles];

  @state() private index = 0;
  @state() private centre: Centre = 'almaty';

  @query('.almaty') private almaty!: HTMLCanvasElement | null;
  @query('.astana') private astana!: HTMLCanvasElement | null;
  @query('.undated') private undated!: HTMLCanvasElement | null;
  @query('.land') private land!: HTMLCanvasElement | null;
  @query('.gold') private gold!: HTMLCanvasElement | null;
  @query('.poles') private poles!: HTMLCanvasElement | null;
  @query('.pole') private pole!: HTMLElement | null;
  @query('.beam') private beam!: HTMLElement | null;
  @query('.label') private label!: HTMLElement | null;
  @query('.told') private told!: HTMLElement | null;
  @query('.name') private name!: HTMLElement | null;
  @query('.text') private text!: HTMLElement | null;

  #stops: readonly Stop[] = [];
  #layers: Layers | undefined;
  #positionMs = 0;

  protected override get turnMs(): number {
    return this.params.languageMs;
  }

  override async prepare(): Promise<void> {
    const [data, atlas] = await Promise.all([
      this.context.mediaData(this.params.data),
      atlasOfTheWorld(),
      prepareCarvedDigits(),
      super.prepare(),
    ]);
    const content = Diplomacy.parse(data);
    this.#stops = stopsOf(content, this.params);
    this.requestUpdate();
    await this.updateComplete;
    const { almaty, astana, undated, land, gold, poles } = this;
    if (!almaty || !astana || !undated || !land || !gold || !poles) throw new Error('the map has no canvas to be on');
    const canvases = { worlds: { almaty, astana }, undated, land, gold, poles };
    const map = { world: worldOf(atlas), disc: this.#disc, stops: this.#stops, undated: content.undated };
    const layers = new Layers(canvases, map, this.units.px);
    layers.begin(this.context.canvas);
    this.#layers = layers;
    this.seek(this.#positionMs);
    await this.updateComplete;
  }

  override seek(positionMs: number): void {
    this.#positionMs = positionMs;
    const frame = diplomacyAt(positionMs, this.#stops);
    if (frame === undefined || this.#layers === undefined) return;
    this.index = frame.index;
    this.centre = frame.centre;
    this.#layers.show(frame.index, frame.centre);
    const { reducedMotion } = this.context;
    const moved = reducedMotion ? Number(frame.centre === 'astana') : frame.moved;
    setOpacity(this.almaty, 1 - moved);
    setOpacity(this.astana, moved);
    const turning = Math.abs(2 * moved - 1);
    setOpacity(this.land, turning);
    setOpacity(this.poles, turning);
    setOpacity(this.undated, frame.undated);
    const drawn = reducedMotion ? 1 : frame.drawn;
    setOpacity(this.gold, drawn);
    this.#grow(this.pole, this.#capital, drawn);
    this.#grow(this.beam, this.#notch, drawn);
    const stop = this.#stops[frame.index];
    const there = stop === undefined ? 1 : this.takeTurnsIn(stop, frame.at);
    setOpacity(this.label, there);
    setOpacity(this.told, there * (reducedMotion ? 1 : frame.words));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { far, px } = this.units;
    if (this.name) fitText(this.name, { leastPx: 44 * far, mostPx: (this.text ? 58 : 74) * px });
    // Below the floor for the viewing distance a text is left out rather than set too small to be read.
    if (this.text) {
      this.text.hidden = false;
      const { told } = this;
      this.text.hidden = told !== null && told.scrollHeight > told.clientHeight + 1;
    }
    this.seek(this.#positionMs);
  }

  get #disc(): Disc {
    return discIn(this.frame, this.isPortrait);
  }

  get #stop(): Stop | undefined {
    return this.#stops[this.index];
  }

  /** The capital of the state in focus, on the map. */
  get #capital(): Point | undefined {
    const stop = this.#stop;
    return stop?.kind === 'relation' ? this.#layers?.globes[this.centre].place(stop.relation.capital) : undefined;
  }

  /** The notch of the organisation in focus. */
  get #notch(): Point | undefined {
    if (this.#stop?.kind !== 'organisation') return undefined;
    return onRim(this.#disc, notchAngle(this.#joined - 1, this.#organisations, this.isPortrait));
  }

  get #organisations(): number {
    return this.#stops.filter(({ kind }) => kind === 'organisation').length;
  }

  /** Organisations up to and with the stop that is told. */
  get #joined(): number {
    return this.#stops.slice(0, this.index + 1).filter(({ kind }) => kind === 'organisation').length;
  }

  /** A pole from the crown outward, as long as it has grown. */
  #grow(element: HTMLElement | null, end: Point | undefined, drawn: number): void {
    if (element === null) return;
    const { x, y } = this.#disc;
    const [dx, dy] = end === undefined ? [0, 0] : [end[0] - x, end[1] - y];
    const length = Math.max(0, Math.hypot(dx, dy) - crownRadius);
    setOpacity(element, length === 0 ? 0 : 1);
    if (length === 0) return;
    const { px } = this.units;
    const angle = Math.atan2(dy, dx);
    const [fromX, fromY] = [(x + Math.cos(angle) * crownRadius) * px, (y + Math.sin(angle) * crownRadius) * px];
    const scale = (length * px * drawn) / 100;
    setTransform(
      element,
      `translate(${fromX.toFixed(1)}px, ${fromY.toFixed(1)}px) rotate(${angle.toFixed(4)}rad) scaleX(${scale.toFixed(4)})`,
    );
  }

  protected override render() {
    const stop = this.#stop;
    const disc = this.#disc;
    const { frame, isPortrait, centre } = this;
    const box = `0 0 ${frame.width} ${frame.height}`;
    const isTold = stop?.kind === 'organisation';
    const { px } = this.units;
    return html`
      <div class="stone mid"></div>
      <div class="night fill"></div>
      <canvas class="almaty"></canvas>
      <canvas class="astana"></canvas>
      <canvas class="undated"></canvas>
      <canvas class="land"></canvas>
      <canvas class="gold"></canvas>
      <canvas class="poles"></canvas>
      <div class="pole"></div>
      <div class="beam"></div>
      <svg class="fill" viewBox=${box}>
        ${rim({ disc, count: this.#organisations, joined: this.#joined, isTold, isPortrait })} ${crown(disc)}
      </svg>
      <div class="city" .style=${`left:${disc.x * px}px;top:${(disc.y + 46) * px}px`}>
        ${this.say(centre === 'almaty' ? diplomacyWords.almaty : diplomacyWords.astana)}
      </div>
      ${stop === undefined ? nothing : this.#column(stop)}
    `;
  }

  #column(stop: Stop) {
    const isCount = stop.kind === 'count';
    const value = isCount ? stop.figure.value : stop.states;
    const label = isCount ? stop.figure.text : statesText(stop.states);
    return html`<div class="column">
      <h1 class="count ${value > 99 ? 'long' : ''}" aria-label=${value}>
        <carved-digits .value=${String(value)}></carved-digits>
        ${isCount && stop.figure.bound === 'more-than' ? html`<span class="more display">+</span>` : nothing}
      </h1>
      <div class="label">${this.say(label)}</div>
      <div class="told">
        <div class="date">${fullDate(stop.date, this.language)}</div>
        ${this.#what(stop)}
      </div>
    </div>`;
  }

  #what(stop: Stop) {
    switch (stop.kind) {
      case 'relation':
        return html`<h2 class="name display">${this.say(stop.relation.name)}</h2>`;
      case 'organisation':
        return html`<h2 class="name display">${this.say(stop.organisation.name)}</h2>
          <p class="text">${this.say(stop.organisation.text)}</p>`;
      case 'move':
        return html`<h2 class="name display">${this.say(diplomacyWords.move)}</h2>`;
      case 'count':
        return html`<p class="credit">${this.say(stop.figure.credit)}</p>
          <p class="text">${this.say(diplomacyWords.undated)}</p>`;
    }
  }
}

/** Borders from the hall itself, as the rest of the page. */
async function atlasOfTheWorld(): Promise<unknown> {
  const response = await fetch(atlasUrl);
  if (!response.ok) throw new Error(`the atlas of the world cannot be fetched: ${atlasUrl} answers ${response.status}`);
  return response.json();
}
