import { css, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { z } from 'zod';
import type { SceneContext } from '#shared/scene-context.ts';
import type { Overlay } from '#shared/scene.ts';
import { pickText, type Text } from '#shared/text.ts';
import '../look/look.css';
import { applyScale } from '../look/apply-scale.ts';
import { setOpacity } from '../look/style.ts';
import { presenceOf } from './presence.ts';

/**
 * The base of every overlay's element. The player lays it over the scene, at the canvas of the context, and calls
 * `seek(nowMs)` with shared time once per frame; it comes and goes by itself at the overlay's own instants. It takes no
 * touch, knows nothing of the scene beneath and never makes it start again. Params that do not fit their type draw
 * nothing.
 */
export abstract class OverlayElement<Schema extends z.ZodType = z.ZodType> extends LitElement {
  @property({ attribute: false }) overlay!: Overlay;
  @property({ attribute: false }) context!: SceneContext;

  protected abstract readonly schema: Schema;
  protected params: z.output<Schema> | null = null;

  /** Shows the overlay at an instant of shared time, ms. Cheap, idempotent. */
  seek(nowMs: number): void {
    setOpacity(this, presenceOf(this.overlay, nowMs, this.context.reducedMotion));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('context')) applyScale(this, this.context);
    if (changed.has('overlay')) this.params = this.schema.safeParse(this.overlay.params).data ?? null;
  }

  /** The text in the screen's language, with the hall's fallback. */
  protected say(text: Text): { readonly text: string; readonly language: string } {
    return pickText(text, this.context.language, this.context.languages.order);
  }
}

export const overlayStyles = css`
  :host {
    position: absolute;
    inset: 0;
    overflow: hidden;
    contain: strict;
    pointer-events: none;
    user-select: none;
    color: var(--tas-100);
    font-family: var(--text);
    font-variation-settings:
      'FLAR' 20,
      'VOLM' 0;
    line-height: 1.2;
    will-change: opacity;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  svg {
    display: block;
  }
`;
