import { css, html, type PropertyValues } from 'lit';
import { customElement, queryAll, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Slide, SlideshowParams } from '#shared/scenes/slideshow.ts';
import { decodeImage } from '../../look/fonts.ts';
import { easeInOut, passage, presence } from '../../look/motion.ts';
import { driftTransform, fitPlate, focusOn, plate, plateStyles } from '../../look/plate.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity, setTransform } from '../../look/style.ts';
import { TurningElement } from '../turning-element.ts';
import { slideAt, type SlideMoment } from './slide-at.ts';

const dissolveMs = 1600;
/** Words leave before the next ones come: they never lie over each other. */
const wordsMs = 800;

/** Absent: not asked for yet; null: it cannot be shown, its words stand alone. */
type Picture = HTMLImageElement | null | 'coming';

/** Pictures one after the other. Only the one that stands, the one before and the next are held in memory. */
@customElement('scene-slideshow')
export class SlideshowScene extends TurningElement<SlideshowParams> {
  static override styles = [
    sceneStyles,
    plateStyles,
    css`
      article {
        position: absolute;
        inset: 0;
        will-change: opacity;
      }
    `,
  ];

  @state() private moment: SlideMoment = { index: 0, before: null, next: 0, intoMs: 0 };
  @queryAll('article') private articles!: NodeListOf<HTMLElement>;

  readonly #pictures = new Map<number, Picture>();
  #positionMs = 0;

  override async prepare(): Promise<void> {
    const { index } = slideAt(this.#positionMs, this.params.slides.length, this.params.slideMs);
    await Promise.all([super.prepare(), this.#fetch(index)]);
    this.requestUpdate();
    await this.updateComplete;
    this.seek(this.#positionMs);
  }

  protected override get turnMs(): number {
    return this.params.slideMs / this.spoken.length;
  }

  override seek(positionMs: number): void {
    this.#positionMs = positionMs;
    const { slides, slideMs } = this.params;
    const moment = slideAt(positionMs, slides.length, slideMs);
    const words = this.takeTurns(positionMs);
    if (moment.index !== this.moment.index || moment.before !== this.moment.before) this.moment = moment;
    for (const article of this.articles) this.#show(article, moment, words);
  }

  #show(article: HTMLElement, { index, before, intoMs }: SlideMoment, turn: number): void {
    const own = Number(article.dataset['index']);
    const isCome = this.#pictures.get(index) !== 'coming';
    const arriving = before === null || this.context.reducedMotion ? 1 : easeInOut(passage(intoMs, 0, dissolveMs));
    // The one before stays beneath until the new one covers it, and longer where the new one is late.
    const opacity = own === index ? (isCome ? arriving : 0) : own === before && (arriving < 1 || !isCome) ? 1 : 0;
    setOpacity(article, opacity);
    const words = article.querySelector<HTMLElement>('.words');
    const { slideMs, motion, fit } = this.params;
    setOpacity(words, own === index ? presence(intoMs, 0, slideMs, wordsMs) * turn : 0);
    const isStill = motion === 'none' || this.context.reducedMotion;
    const sinceMs = own === index ? intoMs : own === before ? slideMs + intoMs : 0;
    const nearness = Math.min(1, sinceMs / (slideMs + dissolveMs));
    setTransform(article.querySelector('img'), isStill ? '' : driftTransform(nearness, fit));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    for (const index of this.#pictures.keys()) if (!this.#near.includes(index)) this.#pictures.delete(index);
    for (const index of this.#near) if (!this.#pictures.has(index)) void this.#fetch(index);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    for (const words of this.renderRoot.querySelectorAll<HTMLElement>('.words')) {
      fitPlate(words, this.context, this.units);
    }
    this.seek(this.#positionMs);
  }

  /** From bottom to top. */
  get #near(): readonly number[] {
    const { before, index, next } = this.moment;
    return [...new Set([next, ...(before === null ? [] : [before]), index])];
  }

  async #fetch(index: number): Promise<void> {
    const slide = this.params.slides[index];
    if (slide === undefined) return;
    this.#pictures.set(index, 'coming');
    const picture = await decodeImage(this.context.mediaUrl(slide.image)).catch(() => null);
    if (!this.#pictures.has(index)) return;
    if (picture !== null) {
      picture.alt = '';
      picture.decoding = 'sync';
      focusOn(picture, slide.focus);
    }
    this.#pictures.set(index, picture);
    this.requestUpdate();
  }

  protected override render() {
    return html`<div class="stone"></div>
      ${repeat(
        this.#near,
        (index) => index,
        (index) => this.#article(index, this.params.slides[index]),
      )}`;
  }

  #article(index: number, slide: Slide | undefined) {
    if (slide === undefined) return null;
    const picture = this.#pictures.get(index);
    const { fit } = this.params;
    return html`<article data-index=${index}>
      <div class="stone"></div>
      ${plate(slide, picture instanceof HTMLImageElement ? picture : null, { fit, say: (text) => this.say(text) })}
    </article>`;
  }
}
