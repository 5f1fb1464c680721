import { html, nothing, type TemplateResult } from 'lit';
import type { SceneContext } from '#shared/scene-context.ts';
import { pickText, type Text } from '#shared/text.ts';
import { touchWords } from './touch-words.ts';

/**
 * What invites to touch, in every language of the hall; each line opens the scene in its own language. Where the touch
 * is out of order it sends the visitor to the next panel instead. `above` is drawn over the lines.
 */
export function invitation(
  { screen, languages }: SceneContext,
  language: string,
  invite: Text,
  enter: (language: string) => void,
  above: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const text = screen.touch ? invite : touchWords.outOfOrder;
  const line = (tag: string, className: string): TemplateResult =>
    html`<button
      class=${className}
      lang=${tag}
      ?disabled=${!screen.touch}
      @click=${(event: Event) => {
        // The scene around it would open in its own language.
        event.stopPropagation();
        enter(tag);
      }}
    >
      ${className === 'first' && screen.touch ? finger : nothing}${pickText(text, tag, languages.order).text}
    </button>`;
  const others = languages.order.filter((tag) => tag !== language);
  return html`<div class="invitation">
    ${above} ${line(language, 'first')}
    <div class="others">${others.map((tag) => line(tag, 'other'))}</div>
  </div>`;
}

const finger = html`<svg viewBox="0 0 54 54" aria-hidden="true">
  <circle cx="27" cy="27" r="25"></circle>
  <circle cx="27" cy="27" r="15" class="solid"></circle>
</svg>`;
