import { svg, type SVGTemplateResult } from 'lit';
import type { Piece } from './ornament.ts';

/** The pieces of an ornament as SVG, for a surrounding `<svg>` or `<g>` that gives the fill. */
export function ornament(pieces: readonly Piece[]): readonly SVGTemplateResult[] {
  return pieces.map(({ d, transform }) => svg`<path fill-rule="evenodd" d=${d} transform=${transform}></path>`);
}
