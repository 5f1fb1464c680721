import { svg, type SVGTemplateResult } from 'lit';
import type { IconNode } from 'lucide';

/** One of lucide's icons as markup; they consist of paths, circles, lines, rectangles and polylines only. */
export function icon(node: IconNode, size = 16): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" width=${size} height=${size} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${node.map(shape)}</svg>`;
}

function shape([tag, attributes]: IconNode[number]): SVGTemplateResult {
  const at = (name: string): string | number => attributes[name] ?? 0;
  switch (tag) {
    case 'path':
      return svg`<path d=${at('d')}></path>`;
    case 'circle':
      return svg`<circle cx=${at('cx')} cy=${at('cy')} r=${at('r')}></circle>`;
    case 'line':
      return svg`<line x1=${at('x1')} y1=${at('y1')} x2=${at('x2')} y2=${at('y2')}></line>`;
    case 'rect':
      return svg`<rect x=${at('x')} y=${at('y')} width=${at('width')} height=${at('height')} rx=${at('rx')}></rect>`;
    case 'polyline':
      return svg`<polyline points=${at('points')}></polyline>`;
    case 'polygon':
      return svg`<polygon points=${at('points')}></polygon>`;
    case 'ellipse':
      return svg`<ellipse cx=${at('cx')} cy=${at('cy')} rx=${at('rx')} ry=${at('ry')}></ellipse>`;
    default:
      throw new Error(`an icon with <${tag}> in it cannot be drawn yet`);
  }
}
