import { html, type TemplateResult } from 'lit';
import type { Achievement } from '#shared/content.ts';
import type { Text } from '#shared/text.ts';
import { categoryNames } from '../../look/category-names.ts';
import { glyphs } from '../../look/glyph.ts';
import type { Side } from './choice.ts';
import { mapWords } from './words.ts';

export interface Cards {
  readonly say: (text: Text) => string;
  readonly close: (side: Side) => void;
  readonly openSpot: (side: Side, achievement: Achievement) => void;
  readonly openRegion: (side: Side, region: string) => void;
}

export interface RegionOnCard {
  readonly id: string;
  readonly name: Text;
  readonly achievements: readonly Achievement[];
}

export function glyphOf(category: Achievement['category']): TemplateResult {
  return html`<svg class="glyph ${category}" viewBox="0 0 24 24" aria-hidden="true">${glyphs[category]}</svg>`;
}

export function spotCard(
  { say, close, openRegion }: Cards,
  side: Side,
  achievement: Achievement,
  region: RegionOnCard,
): TemplateResult {
  return html`<article class="card ${side}" aria-label=${say(achievement.title)}>
    <header>
      ${glyphOf(achievement.category)}
      <div class="kind">${say(categoryNames[achievement.category])}<br /><b>${achievement.year}</b></div>
      ${closer(say, () => close(side))}
    </header>
    <div class="words">
      <h2 class="display">${say(achievement.title)}</h2>
      <p class="pretty">${say(achievement.text)}</p>
    </div>
    <button class="more" @click=${() => openRegion(side, region.id)}>
      <span>${say(region.name)}</span><span class="count">${region.achievements.length}</span>${chevron}
    </button>
  </article>`;
}

export function regionCard({ say, close, openSpot }: Cards, side: Side, region: RegionOnCard): TemplateResult {
  return html`<article class="card ${side} region" aria-label=${say(region.name)}>
    <header>
      <h2 class="display">${say(region.name)}</h2>
      ${closer(say, () => close(side))}
    </header>
    ${region.achievements.length === 0 ? html`<p class="words none">${say(mapWords.nothingYet)}</p>` : ''}
    <div class="rows">
      ${region.achievements.map(
        (achievement) =>
          html`<button class="row" @click=${() => openSpot(side, achievement)}>
            ${glyphOf(achievement.category)}<b>${achievement.year}</b><span>${say(achievement.title)}</span>
          </button>`,
      )}
    </div>
  </article>`;
}

function closer(say: (text: Text) => string, close: () => void): TemplateResult {
  return html`<button class="close" aria-label=${say(mapWords.close)} @click=${close}>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 5l14 14M19 5L5 19"></path></svg>
  </button>`;
}

const chevron = html`<svg class="chevron" viewBox="0 0 24 24" aria-hidden="true"><path d="M9 5l7 7-7 7"></path></svg>`;
