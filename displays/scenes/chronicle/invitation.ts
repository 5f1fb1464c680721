import { html, nothing, type TemplateResult } from 'lit';
import type { SceneContext } from '#shared/scene-context.ts';
import { pickText } from '#shared/text.ts';
import { ornament } from '../../look/band.ts';
import { tumarBand } from '../../look/ornament.ts';
import { touchWords } from '../../touch/touch-words.ts';
import { chronicleWords } from './words.ts';

const band = tumarBand({ width: 912, height: 24 });

/** "Touch to choose a year" in every language of the hall; each line opens the panel in its own language. */
export function invitation(
  { screen, languages }: SceneContext,
  language: string,
  enter: (language: string) => void,
): TemplateResult {
  const text = screen.touch ? chronicleWords.invite : touchWords.outOfOrder;
  const others = languages.order.filter((tag) => tag !== language);
  const line = (tag: string, className: string): TemplateResult =>
    html`<button
      class=${className}
      lang=${tag}
      ?disabled=${!screen.touch}
      @click=${(event: Event) => {
        event.stopPropagation();
        enter(tag);
      }}
    >
      ${
        className === 'first' && screen.touch
          ? html`<svg viewBox="0 0 54 54" aria-hidden="true">
              <circle cx="27" cy="27" r="25"></circle>
              <circle cx="27" cy="27" r="15" class="solid"></circle>
            </svg>`
          : nothing
      }${pickText(text, tag, languages.order).text}
    </button>`;
  return html`<div class="invitation">
    <svg viewBox="0 0 912 24" class="tumar" aria-hidden="true">${ornament(band)}</svg>
    ${line(language, 'first')}
    <div class="others">${others.map((tag) => line(tag, 'other'))}</div>
  </div>`;
}
