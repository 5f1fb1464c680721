import { svg, type SVGTemplateResult } from 'lit';
import type { Category } from '#shared/content.ts';
import { n2 } from '../../look/ornament.ts';
import { categories, type ChronicleYear } from './years.ts';

/** The strip of years in units of the composition: one column a year, one mark an event. */
export const strip = { width: 912, height: 172, foot: 164, pitchY: 23, radius: 7.4 } as const;

/** Width of a year's column. */
export function columnWidth(count: number): number {
  return strip.width / count;
}

/** Middle of a year's column; `index` may lie between two. */
export function columnX(index: number, count: number): number {
  return columnWidth(count) * (index + 0.5);
}

/** The year under a finger, as a fraction of an index; not clamped. */
export function columnAt(x: number, count: number): number {
  return x / columnWidth(count) - 0.5;
}

/** A category's mark at the size of a letter: ring, triangle, horns. */
function mark(category: Category, x: number, y: number, r: number): SVGTemplateResult {
  const at = (dx: number, dy: number): string => `${n2(x + dx * r)} ${n2(y + dy * r)}`;
  switch (category) {
    case 'political':
      return svg`<circle cx=${n2(x)} cy=${n2(y)} r=${n2(r * 0.8)} class="ring"></circle>`;
    case 'economic':
      return svg`<path d="M${at(-1, -0.85)}L${at(1, -0.85)}L${at(0, 0.95)}Z" class="solid"></path>`;
    case 'socio-cultural':
      return svg`<path d="M${at(0, 1)}L${at(0, -0.1)}M${at(0, 0)}C${at(0, -1.5)} ${at(1.5, -1.1)} ${at(0.9, 0.15)}M${at(0, 0)}C${at(0, -1.5)} ${at(-1.5, -1.1)} ${at(-0.9, 0.15)}" class="ring"></path>`;
  }
}

/** All years as columns of marks, the panel's own field at the foot; the open year's column stands out. */
export function stripMarks(years: readonly ChronicleYear[], own: Category, open: number): SVGTemplateResult {
  const order = [own, ...categories.filter((category) => category !== own)];
  const rank = (category: Category): number => order.indexOf(category);
  const tallest = Math.max(1, ...years.map(({ events }) => events.length));
  const pitchY = Math.min(strip.pitchY, (strip.height - 24) / tallest);
  return svg`${years.map(({ year, events }, index) => {
    const sorted = events.toSorted((a, b) => rank(a.category) - rank(b.category));
    const radius = strip.radius * (year === open ? 1.14 : 1);
    return svg`<g class=${year === open ? 'open' : ''}>${sorted.map(
      ({ category }, place) =>
        svg`<g class="mark ${category} ${category === own ? 'own' : ''}">${mark(
          category,
          columnX(index, years.length),
          strip.foot - 12 - place * pitchY,
          radius,
        )}</g>`,
    )}</g>`;
  })}`;
}
