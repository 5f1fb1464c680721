import { html, type PropertyValues } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import { ReliefChapters, type ReliefChapter } from '#shared/content.ts';
import {
  reliefMoment,
  reliefStage,
  type ReliefMoment,
  type ReliefStage,
  type ReliefStop,
} from '#shared/scenes/relief-times.ts';
import { ReliefWall } from '#shared/scenes/relief-wall.ts';
import { wallData, type ReliefParams } from '#shared/scenes/relief.ts';
import { pickText, type Text } from '#shared/text.ts';
import { fitText } from '../../look/fit.ts';
import { LookElement } from '../../look/look-element.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity } from '../../look/style.ts';
import { liveLight, type LiveLight } from './live-light.ts';
import { reliefPictures, type ReliefPictures } from './relief-pictures.ts';
import { reliefStyles } from './relief-styles.ts';

interface Told {
  readonly stage: ReliefStage;
  readonly chapters: ReadonlyMap<string, ReliefChapter>;
}

/** The bas-relief: a light that passes over the stone, chapter by chapter, with a few words for each. */
@customElement('scene-relief')
export class ReliefScene extends LookElement<ReliefParams> {
  static override styles = [sceneStyles, reliefStyles];

  /** How the stone is lit on this machine, and why; for technicians. */
  @property({ reflect: true }) lighting = '';

  @state() private told: Told | null = null;
  @query('.pictures') private container?: HTMLElement;
  @query('canvas') private canvas?: HTMLCanvasElement;
  @queryAll('.caption') private captions!: NodeListOf<HTMLElement>;

  #pictures: ReliefPictures | undefined;
  #live: LiveLight | undefined;
  #fitted = '';
  #positionMs = 0;

  override async prepare(): Promise<void> {
    await super.prepare();
    const [wall, chapters] = await Promise.all([
      this.context.mediaData(wallData(this.params)),
      this.context.mediaData(this.params.chapters),
    ]);
    const stage = reliefStage(ReliefWall.parse(wall), this.params, this.context.languages.order.length);
    const texts = ReliefChapters.parse(chapters);
    this.told = { stage, chapters: new Map(texts.map((chapter) => [chapter.id, chapter])) };
    await this.updateComplete;
    await this.#light(stage);
    this.seek(this.#positionMs);
  }

  override seek(positionMs: number): void {
    this.#positionMs = positionMs;
    if (this.told === null) return;
    const moment = stilled(reliefMoment(this.told.stage, positionMs), this.context.reducedMotion);
    if (this.#live === undefined) this.#pictures?.show(moment);
    else this.#live.draw(moment.light);
    for (const caption of this.captions) {
      const { chapter, part } = caption.dataset;
      const told = chapter === moment.caption?.chapter && part === String(moment.caption?.part);
      const opacity = told ? (moment.caption?.opacity ?? 0) : 0;
      caption.style.visibility = opacity > 0 ? 'visible' : 'hidden';
      setOpacity(caption, opacity);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The player may only be moving the element to another place of the page.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#live?.dispose();
      this.#live = undefined;
    });
  }

  async #light(stage: ReliefStage): Promise<void> {
    if (!this.canvas) return;
    const verdict = await liveLight(this.canvas, stage, this.context);
    this.lighting = `${verdict.kind}: ${verdict.why}`;
    if (verdict.kind === 'pictures') return this.#hang(stage);
    this.#live = verdict.light;
    void this.#fallBack(verdict.light, stage);
  }

  /** Should the card take its picture away, the pictures take over. */
  async #fallBack(light: LiveLight, stage: ReliefStage): Promise<void> {
    await light.lost;
    this.#live = undefined;
    if (this.canvas) this.canvas.hidden = true;
    this.lighting = 'pictures: the graphics card gave up';
    await this.#hang(stage);
    this.seek(this.#positionMs);
  }

  async #hang(stage: ReliefStage): Promise<void> {
    if (!this.container) return;
    this.#pictures = reliefPictures(this.container, stage, this.context);
    await this.#pictures.ready;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('params')) this.toggleAttribute('carved', this.params.ground === 'carved');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.told === null) return;
    const fit = `${this.language} ${this.context.canvas.width}`;
    if (this.#fitted === fit && !changed.has('told')) return;
    this.#fitted = fit;
    this.#place(this.told.stage);
    this.seek(this.#positionMs);
  }

  /** Sets each caption on its quiet part of the wall, in the largest type that fits there. */
  #place({ wall }: ReliefStage): void {
    const { far } = this.units;
    const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;
    for (const caption of this.captions) {
      const place = wall.captions[caption.dataset['place'] ?? ''];
      if (place === undefined) continue;
      caption.style.left = percent(place.x, wall.widthPx);
      caption.style.top = percent(place.y, wall.heightPx);
      caption.style.width = percent(place.width, wall.widthPx);
      const height = (place.height / wall.heightPx) * this.context.canvas.height;
      const [head, text] = [caption.querySelector<HTMLElement>('h2'), caption.querySelector<HTMLElement>('.text')];
      const when = caption.querySelector<HTMLElement>('.when');
      if (!head || !text || !when) continue;
      head.style.maxHeight = `${height - when.offsetHeight}px`;
      text.style.maxHeight = `${height}px`;
      fitText(head, { leastPx: 36 * far, mostPx: 58 * far });
      fitText(text, { leastPx: 30 * far, mostPx: 44 * far });
    }
  }

  protected override render() {
    const stage = this.told?.stage;
    return html`
      <div class="pictures"></div>
      <canvas hidden></canvas>
      ${
        stage === undefined || !this.params.captions
          ? null
          : stage.stops.map((stop) =>
              this.#languages(stage.parts).map((language, part) => this.#caption(stop, language, part)),
            )
      }
    `;
  }

  /** The screen's language first, then the hall's others in its order, as many as take turns. */
  #languages(count: number): readonly string[] {
    const others = this.context.languages.order.filter((language) => language !== this.language);
    return [this.language, ...others].slice(0, count);
  }

  #caption({ chapter: id, group }: ReliefStop, wanted: string, part: number) {
    const chapter = this.told?.chapters.get(id);
    if (chapter === undefined) return null;
    const { order } = this.context.languages;
    const title = pickText(chapter.title, wanted, order);
    const say = (text: Text): string => heldDash(pickText(text, wanted, order).text);
    return html`<section
      class="caption"
      data-chapter=${id}
      data-part=${part}
      data-place=${group.caption}
      lang=${title.language}
    >
      <div class="head">
        <div class="when"><span>${say(chapter.period)}</span><span>${yearsIn(chapter, wanted)}</span></div>
        <h2 class="display">${heldDash(title.text)}</h2>
      </div>
      <p class="text">${say(chapter.text)}</p>
    </section>`;
  }
}

/** Bare figures are read in every language; years in words only in English, in which the content gives them. */
function yearsIn({ years }: ReliefChapter, language: string): string {
  return /\p{L}/u.test(years) && language !== 'en' ? '' : years.replaceAll(' ', '\u00a0');
}

/** A dash stays with the word before it. */
const heldDash = (text: string): string => text.replaceAll(/ (?=[—–])/g, '\u00a0');

/** Where motion is to be still, the light comes and goes but does not wander. */
function stilled(moment: ReliefMoment, reducedMotion: boolean): ReliefMoment {
  if (!reducedMotion) return moment;
  const still = <T extends { readonly swing: number }>(lit: T): T => ({ ...lit, swing: 0.3 });
  return { ...moment, groups: moment.groups.map(still), wall: still(moment.wall) };
}
