import { html, type PropertyValues } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { ImageParams } from '#shared/scenes/image.ts';
import { decodeImage } from '../../look/fonts.ts';
import { drift } from '../../look/motion.ts';
import { driftTransform, fitPlate, focusOn, plate, plateStyles } from '../../look/plate.ts';
import { sceneStyles } from '../../look/scene-styles.ts';
import { setOpacity, setTransform } from '../../look/style.ts';
import { TurningElement } from '../turning-element.ts';

/** There and back. */
const driftMs = 96_000;

/** One picture and its words. */
@customElement('scene-image')
export class ImageScene extends TurningElement<ImageParams> {
  static override styles = [sceneStyles, plateStyles];

  @query('.words') private words?: HTMLElement;

  #picture: HTMLImageElement | null = null;

  override async prepare(): Promise<void> {
    const [picture] = await Promise.all([decodeImage(this.context.mediaUrl(this.params.image)), super.prepare()]);
    picture.alt = '';
    picture.decoding = 'sync';
    this.#picture = focusOn(picture, this.params.focus);
    this.requestUpdate();
    await this.updateComplete;
  }

  protected override get turnMs(): number {
    return this.params.languageMs;
  }

  override seek(positionMs: number): void {
    const { motion, fit } = this.params;
    setOpacity(this.words, this.takeTurns(positionMs));
    const isStill = motion === 'none' || this.context.reducedMotion;
    setTransform(this.#picture, isStill ? '' : driftTransform(drift(positionMs, driftMs), fit));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.words) fitPlate(this.words, this.context, this.units);
  }

  protected override render() {
    const { fit } = this.params;
    return html`<div class="stone"></div>
      ${plate(this.params, this.#picture, { fit, say: (text) => this.say(text) })}`;
  }
}
