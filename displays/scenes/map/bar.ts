import { html, type TemplateResult } from 'lit';
import type { Category } from '#shared/content.ts';
import type { Text } from '#shared/text.ts';
import { categoryNames } from '../../look/category-names.ts';
import { toolBar, type ToolBar } from '../../touch/tool-bar.ts';
import { isHome, mostScale } from './camera.ts';
import { glyphOf } from './cards.ts';
import type { Choice } from './choice.ts';
import { mapWords } from './words.ts';

const categories: readonly Category[] = ['political', 'economic', 'socio-cultural'];

export interface MapBar extends ToolBar {
  readonly choice: Choice;
  readonly toggle: (category: Category) => void;
  /** By a factor; 0 goes home. */
  readonly zoom: (factor: number) => void;
}

/** Languages and text size, the fields of life to show, and how close to look. */
export function mapBar(bar: MapBar): TemplateResult {
  const { say, choice, toggle, zoom } = bar;
  const isWhole = isHome(choice.camera);
  const button = (label: Text, factor: number, d: string, isOff: boolean): TemplateResult =>
    html`<button aria-label=${say(label)} ?disabled=${isOff} @click=${() => zoom(factor)}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${d}></path></svg>
    </button>`;
  return html`<div class="bar ${bar.isCovered ? 'covered' : ''}">
    ${toolBar(bar, false)}
    <div class="filters" role="group" aria-label=${say(mapWords.fields)}>
      ${categories.map(
        (category) =>
          html`<button aria-pressed=${choice.hidden.has(category) ? 'false' : 'true'} @click=${() => toggle(category)}>
            ${glyphOf(category)}<span>${say(categoryNames[category])}</span>
          </button>`,
      )}
    </div>
    <div class="zoom" role="group" aria-label=${say(mapWords.scale)}>
      ${button(mapWords.farther, 1 / 1.6, 'M5 12h14', isWhole)}
      ${button(mapWords.closer, 1.6, 'M5 12h14M12 5v14', choice.camera.scale > mostScale - 0.01)}
      ${button(mapWords.home, 0, 'M4 12L12 5l8 7M7 10v9h10v-9', isWhole)}
    </div>
  </div>`;
}
