import { html, svg, type TemplateResult } from 'lit';
import type { Achievement } from '#shared/content.ts';
import type { Text } from '#shared/text.ts';
import { n2 } from '../../look/ornament.ts';
import { mapWords } from './words.ts';

export interface YearLine {
  readonly first: number;
  readonly last: number;
  readonly year: number;
  readonly achievements: readonly Achievement[];
  readonly say: (text: Text) => string;
}

const line = { width: 1752, height: 114, axis: 56 } as const;

/** From the first year to the last, a tick for each, taller where more was achieved; the handle is gold. */
export function yearLine({ first, last, year, achievements, say }: YearLine): TemplateResult {
  const count = last - first + 1;
  const x = (of: number): number => ((of - first + 0.5) / count) * line.width;
  const years = Array.from({ length: count }, (_, index) => first + index);
  return html`<div
    class="year-line"
    role="slider"
    tabindex="0"
    aria-label=${say(mapWords.year)}
    aria-valuemin=${first}
    aria-valuemax=${last}
    aria-valuenow=${year}
  >
    <svg viewBox="0 0 ${line.width} ${line.height}" aria-hidden="true">
      <path class="to-come" d="M0 ${line.axis}H${line.width}"></path>
      <path class="gone" d="M0 ${line.axis}H${n2(x(year))}"></path>
      ${years.map((of) => {
        const many = achievements.filter((achievement) => achievement.year === of).length;
        return svg`<path class=${of < year ? 'gone' : 'to-come'} d="M${n2(x(of))} ${line.axis}v${-7 - many * 5.5}"></path>
          ${of % 5 === 0 || of === first ? svg`<text x=${n2(x(of))} y=${line.height - 4}>${of}</text>` : ''}`;
      })}
    </svg>
    <div class="handle" aria-hidden="true">
      <svg viewBox="-32 -32 64 64">
        <circle r="27"></circle>
        <path d="M-7 -10l-9 10l9 10M7 -10l9 10l-9 10"></path>
      </svg>
    </div>
  </div>`;
}

/** Where the handle stands; `index` may lie between two years. */
export function lineHandle(index: number, count: number): string {
  return `translateX(calc(${(((index + 0.5) / count) * line.width).toFixed(2)} * var(--px)))`;
}
