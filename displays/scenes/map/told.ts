import { html, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '#shared/content.ts';
import type { Text } from '#shared/text.ts';
import { glyphOf } from './cards.ts';

/** What the attract loop tells: where, and the title alone, to be read from afar. */
export function told(
  achievement: Achievement | null,
  region: Text | undefined,
  say: (text: Text) => string,
): TemplateResult {
  return html`<div class="told">
    ${
      achievement === null
        ? nothing
        : html`<div class="where">
              ${glyphOf(achievement.category)}<span>${region === undefined ? '' : say(region)}</span>
            </div>
            <p class="display balance">${say(achievement.title)}</p>`
    }
  </div>`;
}
