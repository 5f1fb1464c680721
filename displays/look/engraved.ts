import { svg, type SVGTemplateResult } from 'lit';
import { shanyraq } from './ornament.ts';

/** Lines cut shallowly into stone and lit from the upper left: a dark lip, a bright one, the groove between. */
export function engraved(lines: SVGTemplateResult, widthPx: number): SVGTemplateResult {
  const lip = widthPx * 0.42;
  const stroke = (colour: string, shift: number, opacity: number, width: number) =>
    svg`<g transform="translate(${shift} ${shift})" stroke=${colour} stroke-width=${width} opacity=${opacity}>${lines}</g>`;
  return svg`<g fill="none">
    ${stroke('#000', -lip, 0.55, widthPx)}
    ${stroke('#cfd6d4', lip, 0.16, widthPx)}
    ${stroke('#14191c', 0, 1, widthPx * 0.8)}
  </g>`;
}

/** The crown of a yurt as an engraving, centred at the origin. */
export function engravedCrown(radius: number): SVGTemplateResult {
  const ring = shanyraq({ radius });
  const ticks = ring.poles.map((angle) => {
    const at = (out: number): string => `${(Math.cos(angle) * out).toFixed(1)} ${(Math.sin(angle) * out).toFixed(1)}`;
    return `M${at(radius * 1.04)}L${at(radius * 1.3)}`;
  });
  const lines = svg`<circle r=${ring.innerRadius}></circle><circle r=${radius}></circle><path d=${ticks.join('')}></path>
    ${ring.laths.map(({ d, angleDeg }) => svg`<path d=${d} transform="rotate(${angleDeg})"></path>`)}`;
  return svg`<g transform="rotate(-9)">${engraved(lines, radius * 0.018)}</g>`;
}
