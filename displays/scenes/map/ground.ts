import { svg, type SVGTemplateResult } from 'lit';
import { n2 } from '../../look/ornament.ts';
import type { Category } from '#shared/content.ts';
import { toScreen, type Camera, type Field } from './camera.ts';
import { lineHeight, type Label } from './labels.ts';
import { polygonPath, type Land, type Point } from './land.ts';

export interface Ground {
  readonly land: Land;
  readonly camera: Camera;
  readonly field: Field;
}

/** Transform of what is drawn in the map's own units. */
export function cameraTransform({ scale, x, y }: Camera, { width, height }: Field): string {
  return `translate(${n2(width / 2 - x * scale)} ${n2(height / 2 - y * scale)}) scale(${n2(scale * 100) === '100' ? 1 : scale.toFixed(4)})`;
}

/** Regions dyed in the colour of the sky; felt shows through. */
export function litRegions({ land, camera, field }: Ground, lit: readonly string[]): SVGTemplateResult {
  const pieces = land.pieces.filter(({ id }) => lit.includes(id));
  return svg`<g class="lit" transform=${cameraTransform(camera, field)}>${pieces.map(
    ({ id, d, cuts }) => svg`<clipPath id=${`cut-${id}`}>${cuts.map(({ area, keep }) =>
      keep
        ? svg`<path d=${polygonPath(area)}></path>`
        : svg`<path clip-rule="evenodd" d=${`M-9000 -9000H9000V9000H-9000Z${polygonPath(area)}`}></path>`,
    )}</clipPath>
      <path d=${d} fill-rule="evenodd" clip-path=${cuts.length === 0 ? 'none' : `url(#cut-${id})`}></path>`,
  )}</g>`;
}

/** Names of the regions and the cities, where {@link placeNames} has put them. */
export function names({ land, camera, field }: Ground, labels: readonly Label[]): SVGTemplateResult {
  return svg`<g class="names" data-beneath>
    ${land.cities.map(({ at }) => {
      const [x, y] = toScreen(camera, field, at);
      return svg`<path class="city" d=${`M${n2(x)} ${n2(y - 8)}l8 8l-8 8l-8-8Z`}></path>`;
    })}
    ${labels.map(({ lines, at: [x, y], isCity }) =>
      lines.map(
        (line, index) =>
          svg`<text class=${isCity ? 'city-name' : ''} x=${n2(x)} y=${n2(y + (index - (lines.length - 1) / 2) * lineHeight)}>${line}</text>`,
      ),
    )}
  </g>`;
}

/** Regions and cities for keys and switches; fingers are met by `pieceAt`, which knows how near is meant. */
export function regionTargets(
  { land, camera, field }: Ground,
  say: (text: Readonly<Record<string, string>>) => string,
  open: (region: string, at: Point) => void,
): SVGTemplateResult {
  const target = (id: string, name: string, at: Point): SVGTemplateResult => {
    const [x, y] = toScreen(camera, field, at);
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== 'Enter' && event.code !== 'Space') return;
      event.preventDefault();
      open(id, [x, y]);
    };
    return svg`<g class="target" role="button" tabindex="0" aria-label=${name} @keydown=${onKey}>
      <rect x=${n2(x - 70)} y=${n2(y - 48)} width="140" height="96" rx="4"></rect></g>`;
  };
  return svg`${land.pieces.map(({ id, region, label }) => target(id, say(region.name), label))}${land.cities.map(
    ({ id, city, at }) => target(id, say(city.name), at),
  )}`;
}

/** A category's mark at the size of a letter, at the origin. */
export const smallMarks: Readonly<Record<Category, SVGTemplateResult>> = {
  political: svg`<circle r="6.4" class="ring"></circle>`,
  economic: svg`<path d="M-8 -6.8H8L0 7.6Z" class="solid"></path>`,
  'socio-cultural': svg`<path class="ring" d="M0 8V-1M0 0C0 -12 12 -9 7.2 1.2M0 0C0 -12 -12 -9 -7.2 1.2"></path>`,
};

export function atTransform([x, y]: Point): string {
  return `translate(${n2(x)} ${n2(y)})`;
}
