import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Floor, Placed } from '../state/floor.ts';

/** The walls and the door of the hall, and where each screen truly stands; faintly where it is left out. */
export function roomOf(
  { room, door, placed }: Floor,
  doorWord: string,
  isIn: (placed: Placed) => boolean,
): TemplateResult {
  const { x, y, width, height } = room;
  return html`<svg class="room" aria-hidden="true">
    <mask id="beside">
      <rect width="100%" height="100%" fill="#fff"></rect>
      ${placed.map(({ picture }) => svg`<rect x=${picture.x} y=${picture.y} width=${picture.width} height=${picture.height} fill="#000"></rect>`)}
    </mask>
    <rect class="walls" x=${x} y=${y} width=${width} height=${height}></rect>
    ${door === null ? '' : doorway(door, doorWord)}
    <g mask="url(#beside)">${placed.map((one) => svg`<g class=${isIn(one) ? '' : 'aside'}>${glassOf(one)}</g>`)}</g>
  </svg>`;
}

/** Where a picture's screens truly stand, with a thread to the picture. */
function glassOf({ glass, picture }: Placed): readonly SVGTemplateResult[] {
  return glass.map(({ x1, y1, x2, y2 }) => {
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    const toX = Math.min(Math.max(x, picture.x), picture.x + picture.width);
    const toY = Math.min(Math.max(y, picture.y), picture.y + picture.height);
    return svg`<path class="lead" d="M${x} ${y}L${toX} ${toY}"></path><path class="glass" d="M${x1} ${y1}L${x2} ${y2}"></path>`;
  });
}

function doorway(door: NonNullable<Floor['door']>, word: string): SVGTemplateResult {
  const y = door.y + door.height;
  return svg`<path class="gap" d="M${door.x} ${y}h${door.width}"></path><text class="door" x=${door.x + door.width / 2} y=${y + 4} text-anchor="middle">${word}</text>`;
}
