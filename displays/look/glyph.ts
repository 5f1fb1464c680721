import { svg, type SVGTemplateResult } from 'lit';
import { horn } from './ornament.ts';

/** The three fields of life in the chronicle and on the map. */
export type Category = 'political' | 'economic' | 'socio-cultural';

const ramHorns = ([1, -1] as const).map((side) =>
  horn({ radius: 5, stem: 12.2, side, thickness: 0.5, offset: 0.9, turns: 1.12 }),
);

/**
 * A category's mark on a 24 × 24 grid: three silhouettes that differ without their colour, ring, triangle and horns.
 * Painted with `currentColor`; colour it with `--cat-political`, `--cat-economic`, `--cat-socio-cultural`.
 */
export const glyphs: Readonly<Record<Category, SVGTemplateResult>> = {
  political: svg`<circle cx="12" cy="12" r="9.2" fill="none" stroke="currentColor" stroke-width="2.6"></circle>
    <path d="M9.2 3.6Q10.6 12 9.2 20.4M14.8 3.6Q13.4 12 14.8 20.4M3.6 9.2Q12 10.6 20.4 9.2M3.6 14.8Q12 13.4 20.4 14.8"
      fill="none" stroke="currentColor" stroke-width="1.7"></path>`,
  economic: svg`<path fill="currentColor" fill-rule="evenodd" d="M1.5 4.5H22.5L12 22.5ZM6.7 7.5L12 16.6L17.3 7.5Z"></path>
    <path fill="currentColor" d="M12 8.6l2.1 2.2L12 13l-2.1-2.2Z"></path>`,
  'socio-cultural': svg`<g transform="translate(12 22.6)" fill="currentColor">${ramHorns.map((d) => svg`<path d=${d}></path>`)}</g>`,
};
