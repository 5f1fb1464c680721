import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Category } from '#shared/content.ts';
import type { Text } from '#shared/text.ts';
import { columnWidth, columnX, strip, stripMarks } from './marks.ts';
import type { ChronicleYear } from './years.ts';
import { chronicleWords } from './words.ts';

export interface Scrubber {
  readonly years: readonly ChronicleYear[];
  readonly category: Category;
  readonly open: number;
  readonly say: (text: Text) => string;
  readonly choose: (year: number) => void;
}

/** The strip of years: a slider to drag, over an axis whose decades are buttons. The handle is moved by the scene. */
export function scrubber({ years, category, open, say, choose }: Scrubber): TemplateResult {
  const first = years[0]?.year ?? open;
  const last = years.at(-1)?.year ?? open;
  return html`<div class="scrubber">
    <div
      class="strip"
      role="slider"
      tabindex="0"
      aria-label=${say(chronicleWords.year)}
      aria-valuemin=${first}
      aria-valuemax=${last}
      aria-valuenow=${open}
    >
      <svg viewBox="0 0 ${strip.width} ${strip.height}" aria-hidden="true">
        ${guard([years, category, open], () => stripMarks(years, category, open))}
        <path class="axis" d="M0 ${strip.foot + 6}H${strip.width}"></path>
      </svg>
    </div>
    <div class="decades" role="group" aria-label=${say(chronicleWords.decades)}>
      ${decadesOf(years).map(({ year, from, until }) => {
        const width = columnWidth(years.length);
        return html`<button
          class=${Math.abs(year - open) < 3 ? 'under' : ''}
          .style=${`left: calc(${from * width} * var(--px)); width: calc(${(until - from) * width} * var(--px))`}
          @click=${() => choose(year)}
        >
          ${year}
        </button>`;
      })}
    </div>
    <div class="handle" aria-hidden="true">
      <div class="frame"></div>
      <svg viewBox="-32 -32 64 64">
        <circle r="30"></circle>
        <path d="M-7 -10l-9 10l9 10M7 -10l9 10l-9 10"></path>
      </svg>
    </div>
  </div>`;
}

/** Where the handle stands, as a transform of the element `.handle`; `index` may lie between two years. */
export function handleTransform(index: number, count: number): string {
  return `translateX(calc(${columnX(index, count).toFixed(2)} * var(--px)))`;
}

interface Decade {
  /** The year a touch opens: the first of its decade that there is. */
  readonly year: number;
  /** Columns it covers, `until` not included. */
  readonly from: number;
  readonly until: number;
}

/** The decades of the years shown. A first decade of one or two years joins the next: no target under 96 units. */
export function decadesOf(years: readonly ChronicleYear[]): readonly Decade[] {
  const starts = years.flatMap(({ year }, index) => (index === 0 || year % 10 === 0 ? [{ year, from: index }] : []));
  const decades = starts.map((start, index) => ({ ...start, until: starts[index + 1]?.from ?? years.length }));
  return decades.filter(({ from, until }) => (until - from) * columnWidth(years.length) >= 96);
}
