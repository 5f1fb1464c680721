import { html, nothing, type TemplateResult } from 'lit';
import type { SceneContext } from '#shared/scene-context.ts';
import { pickText } from '#shared/text.ts';
import { touchWords } from '../../touch/touch-words.ts';
import { mapWords } from './words.ts';

/** "Touch the map" in every language of the hall; each line opens the map in its own language. */
export function invitation(
  { screen, languages }: SceneContext,
  language: string,
  enter: (language: string) => void,
): TemplateResult {
  const text = screen.touch ? mapWords.invite : touchWords.outOfOrder;
  const line = (tag: string, className: string): TemplateResult =>
    html`<button class=${className} lang=${tag} ?disabled=${!screen.touch} @click=${() => enter(tag)}>
      ${
        className === 'first' && screen.touch
          ? html`<svg viewBox="0 0 54 54" aria-hidden="true">
              <circle cx="27" cy="27" r="25"></circle>
              <circle cx="27" cy="27" r="15" class="solid"></circle>
            </svg>`
          : nothing
      }${pickText(text, tag, languages.order).text}
    </button>`;
  const others = languages.order.filter((tag) => tag !== language);
  return html`<div class="invitation">
    ${line(language, 'first')}
    <div class="others">${others.map((tag) => line(tag, 'other'))}</div>
  </div>`;
}
