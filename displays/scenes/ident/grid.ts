import { svg } from 'lit';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Lines of the grid stand this far apart, counted from the centre. */
const stepPx = 120;
const cornerPx = 96;

/**
 * The grid in pixels of the canvas: lines that show bends and keystones, circles that show a wrong aspect, corner marks
 * on the outermost pixels, steps of grey and colours that show a projector's settings, and one-pixel combs that show
 * whether every pixel of the picture is a pixel of the glass.
 */
export function grid({ width, height }: Size) {
  const [x, y] = [width / 2, height / 2];
  const short = Math.min(width, height);
  const lines = (length: number): readonly number[] => {
    const count = Math.floor(length / 2 / stepPx);
    return Array.from({ length: 2 * count + 1 }, (_, index) => length / 2 + (index - count) * stepPx);
  };
  const across = lines(height).map((at) => `M0 ${at}H${width}`);
  const down = lines(width).map((at) => `M${at} 0V${height}`);
  return svg`<svg class="fill" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges" aria-hidden="true">
    <path d=${[...across, ...down].join('')} stroke="#445057" stroke-width="1" fill="none"></path>
    <path d="M0 ${y}H${width}M${x} 0V${height}" stroke="#8e9a9e" stroke-width="2"></path>
    <rect x="1" y="1" width=${width - 2} height=${height - 2} fill="none" stroke="#eeefea" stroke-width="2"></rect>
    <g shape-rendering="geometricPrecision" fill="none" stroke="#8e9a9e" stroke-width="2">
      <circle cx=${x} cy=${y} r=${short / 2 - 2}></circle>
      ${corners({ width, height }, short / 9).map(([cx, cy]) => svg`<circle cx=${cx} cy=${cy} r=${short / 9}></circle>`)}
    </g>
    <path d=${cornerMarks({ width, height })} fill="none" stroke="#eeefea" stroke-width="12"></path>
    ${combs({ width, height }, short / 9)}
  </svg>`;
}

/** Centres of something that keeps `in` away from both edges of each corner. */
function corners({ width, height }: Size, inset: number): readonly (readonly [number, number])[] {
  return [inset, width - inset].flatMap((x) => [inset, height - inset].map((y) => [x, y] as const));
}

function cornerMarks({ width, height }: Size): string {
  const mark = (x: number, y: number, towardsX: 1 | -1, towardsY: 1 | -1): string =>
    `M${x} ${y + cornerPx * towardsY}V${y}H${x + cornerPx * towardsX}`;
  return [
    mark(6, 6, 1, 1),
    mark(width - 6, 6, -1, 1),
    mark(6, height - 6, 1, -1),
    mark(width - 6, height - 6, -1, -1),
  ].join('');
}

/** Every second pixel lit, across and down: an even grey where nothing is scaled, stripes where something is. */
function combs(size: Size, inset: number) {
  const side = Math.round(inset / 2) * 2;
  return svg`<defs>
      <pattern id="across" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="2" height="1" fill="#fff"></rect></pattern>
      <pattern id="down" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="1" height="2" fill="#fff"></rect></pattern>
    </defs>
    ${corners(size, inset).map(([cx, cy]) => {
      const [x, y] = [Math.round(cx - side / 2), Math.round(cy - side / 2)];
      return svg`<rect x=${x} y=${y} width=${side} height=${side} fill="#000"></rect>
        <rect x=${x} y=${y} width=${side} height=${side / 2} fill="url(#across)"></rect>
        <rect x=${x} y=${y + side / 2} width=${side} height=${side / 2} fill="url(#down)"></rect>`;
    })}`;
}
