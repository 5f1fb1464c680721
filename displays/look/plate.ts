import { css, html, nothing, type TemplateResult } from 'lit';
import type { SceneContext } from '#shared/scene-context.ts';
import type { Text } from '#shared/text.ts';
import { fitText } from './fit.ts';
import type { TypeScale } from '#shared/type-scale.ts';

/** A picture as it hangs: the picture itself, and what it shows in a few words beside it, never over it. */
export interface Plate {
  readonly title?: Text | undefined;
  readonly caption?: Text | undefined;
  readonly credit?: Text | undefined;
  readonly focus: { readonly x: number; readonly y: number };
}

export function hasWords({ title, caption, credit }: Plate): boolean {
  return title !== undefined || caption !== undefined || credit !== undefined;
}

/** The picture (null: it could not be shown, its place stays stone) and its words. */
export function plate(
  slide: Plate,
  picture: HTMLElement | null,
  { fit, say }: { readonly fit: 'contain' | 'cover'; readonly say: (text: Text) => string },
): TemplateResult {
  const { title, caption, credit } = slide;
  return html`
    <div class="hanging ${fit} ${hasWords(slide) ? 'beside' : 'alone'}">${picture ?? nothing}</div>
    ${
      hasWords(slide)
        ? html`<div class="words">
            ${title === undefined ? nothing : html`<h2 class="display balance">${say(title)}</h2>`}
            ${caption === undefined ? nothing : html`<p class="caption pretty">${say(caption)}</p>`}
            ${credit === undefined ? nothing : html`<p class="credit">${say(credit)}</p>`}
          </div>`
        : nothing
    }
  `;
}

/** Puts the words where no bezel cuts them, and sets them as large as they fit. */
export function fitPlate(words: HTMLElement, { members }: SceneContext, { px, far }: TypeScale): void {
  const corner = members.toSorted((a, b) => a.x - b.x || b.y - a.y)[0];
  if (corner !== undefined) {
    words.style.top = `${corner.y + 60 * px}px`;
    words.style.height = `${corner.height - 120 * px}px`;
    words.style.maxWidth = `${corner.width - 152 * px}px`;
    words.style.bottom = 'auto';
  }
  const box = (name: string): HTMLElement | null => words.querySelector<HTMLElement>(name);
  const [title, caption, credit] = [box('h2'), box('.caption'), box('.credit')];
  if (title) fitText(title, { leastPx: 30 * px, mostPx: 84 * px });
  if (caption) fitText(caption, { leastPx: 24 * px, mostPx: 46 * far });
  if (credit) fitText(credit, { leastPx: 20 * px, mostPx: 30 * far });
}

/** How a drifting picture stands: 0 as it hangs, 1 nearest. */
export function driftTransform(nearness: number, fit: 'contain' | 'cover'): string {
  const [far, near] = fit === 'cover' ? [1, 1.07] : [0.955, 1];
  return `scale(${(far + (near - far) * nearness).toFixed(5)})`;
}

/** The place on the picture that a crop keeps and a drift approaches. */
export function focusOn(image: HTMLImageElement, { x, y }: Plate['focus']): HTMLImageElement {
  const place = `${x * 100}% ${y * 100}%`;
  image.style.objectPosition = place;
  image.style.transformOrigin = place;
  return image;
}

export const plateStyles = css`
  .hanging {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  .hanging.beside {
    left: 38%;
  }
  .hanging.beside.contain {
    inset: calc(92 * var(--px)) calc(92 * var(--px)) calc(92 * var(--px)) 38%;
  }
  :host([portrait]) .hanging.beside {
    left: 0;
    bottom: 36%;
  }
  :host([portrait]) .hanging.beside.contain {
    inset: calc(84 * var(--px)) calc(84 * var(--px)) 38%;
  }
  .hanging img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
    will-change: transform;
  }
  .hanging.cover img {
    object-fit: cover;
  }
  :host([portrait]) .hanging.contain.beside img {
    object-position: 50% 100% !important;
  }
  .words {
    position: absolute;
    left: calc(92 * var(--px));
    width: calc(38% - 168 * var(--px));
    top: calc(92 * var(--px));
    bottom: calc(92 * var(--px));
    display: flex;
    flex-direction: column;
    justify-content: end;
    gap: calc(16 * var(--px));
  }
  :host([portrait]) .words {
    left: calc(84 * var(--px));
    right: calc(84 * var(--px));
    width: auto;
    top: calc(64% + 64 * var(--px));
    bottom: calc(84 * var(--px));
    justify-content: start;
  }
  h2,
  .caption,
  .credit {
    flex: none;
    min-height: 0;
  }
  h2.display {
    max-height: 31%;
    color: var(--suiek);
    line-height: 1.2;
    padding-bottom: 0.12em;
  }
  .caption {
    max-height: 46%;
    line-height: 1.34;
    color: var(--tas-200);
  }
  .credit {
    max-height: 17%;
    line-height: 1.26;
    color: var(--tas-300);
  }
`;
