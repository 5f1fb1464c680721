import type { Drawing } from './draw.ts';

/** The wall's sun in reference pixels: the disc, and one quarter of the rays (the other is its mirror image). */
const sun = { discRadius: 455, rayFrom: 505, rayLength: 400, rayHalfWidth: 44, raysPerQuarter: 8, margin: 15 } as const;

const quarterPx = sun.rayFrom + sun.rayLength + sun.margin;

/** Rays from the left to the top, round a centre in the picture's lower right corner. */
export const sunRays: Drawing = {
  kind: 'path',
  widthPx: quarterPx,
  heightPx: quarterPx,
  d: Array.from({ length: sun.raysPerQuarter }, (_, index) =>
    ray(Math.PI + (Math.PI / 2) * ((index + 0.5) / sun.raysPerQuarter)),
  ).join(''),
};

const discPx = (sun.discRadius + sun.margin) * 2;

export const sunDisc: Drawing = {
  kind: 'path',
  widthPx: discPx,
  heightPx: discPx,
  d: circle(discPx / 2, sun.discRadius),
};

/** A grain of wheat along the angle, fuller towards the sun. */
function ray(angle: number): string {
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const steps = Array.from({ length: 60 }, (_, index) => index / 59);
  const at = (t: number, side: 1 | -1): string => {
    const half = Math.max(0, Math.sin(Math.PI * t ** 0.78)) ** 0.9 * sun.rayHalfWidth * side;
    const out = sun.rayFrom + sun.rayLength * t;
    return `${(quarterPx + ux * out - uy * half).toFixed(2)} ${(quarterPx + uy * out + ux * half).toFixed(2)}`;
  };
  return `M${[...steps.map((t) => at(t, 1)), ...steps.toReversed().map((t) => at(t, -1))].join('L')}Z`;
}

function circle(centre: number, radius: number): string {
  return `M${centre - radius} ${centre}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`;
}
