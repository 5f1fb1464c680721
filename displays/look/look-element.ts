import type { PropertyValues } from 'lit';
import { pickText, type Text } from '#shared/text.ts';
import { SceneElement } from '../scenes/scene-element.ts';
import { applyScale } from './apply-scale.ts';
import { decodeImage, loadFonts } from './fonts.ts';
import { stoneUrls } from './scene-styles.ts';
import { typeScale, type TypeScale } from '#shared/type-scale.ts';

/** A scene in the look of the exhibition: units of the type scale on the host, texts in the hall's languages. */
export abstract class LookElement<Params = unknown> extends SceneElement<Params> {
  /** Fonts, the stone and the first rendering; a scene adds what it needs and calls this first. */
  override async prepare(): Promise<void> {
    await Promise.all([loadFonts(), ...stoneUrls.map((url) => decodeImage(url))]);
    // Once more: what was fitted before the faces were there was measured in others.
    this.requestUpdate();
    await this.updateComplete;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('context')) applyScale(this, this.context);
  }

  /** What the visitor chose, or the screen's own language. */
  protected get language(): string {
    return this.view.language ?? this.context.language;
  }

  protected get isPortrait(): boolean {
    return this.context.canvas.height > this.context.canvas.width;
  }

  /** The canvas in units of the composition; the short side is 1080. */
  protected get frame(): { readonly width: number; readonly height: number } {
    const { width, height } = this.context.canvas;
    const unit = Math.min(width, height) / 1080;
    return { width: width / unit, height: height / unit };
  }

  /** CSS pixels of a length in units of the composition, of far and of near type. */
  protected get units(): TypeScale {
    return typeScale(this.context.screen, this.context.canvas);
  }

  /** The text in the language shown now, with the hall's fallback. */
  protected say(text: Text): string {
    return pickText(text, this.language, this.context.languages.order).text;
  }

  /** The text in every language of the hall that has it, the one shown now first, without repetitions. */
  protected everyLanguage(text: Text): readonly { readonly language: string; readonly text: string }[] {
    return [pickText(text, this.language, this.context.languages.order), ...this.otherLanguages(text)];
  }

  /** The same text in the hall's other languages, in the hall's order, without repetitions. */
  protected otherLanguages(text: Text): readonly { readonly language: string; readonly text: string }[] {
    const said = pickText(text, this.language, this.context.languages.order);
    return this.context.languages.order.flatMap((language) => {
      const other = text[language];
      return other === undefined || language === said.language || other === said.text
        ? []
        : [{ language, text: other }];
    });
  }
}
