import { svg } from 'lit';
import type { Shanyraq } from './ornament.ts';

/** Centre and radius of the ring, in units of the composition. */
export interface CrownPlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Laths and rim of a crown seen from below, as SVG; the drawing's gradient ids belong to the shadow root they stand in. */
export function woodwork({ x, y, radius }: CrownPlace, ring: Shanyraq) {
  const unit = radius / 392;
  const lath = (d: string, angleDeg: 0 | 90) => svg`<g transform="rotate(${angleDeg})" fill="none">
    <path d=${d} stroke="#0c0806" stroke-width=${36 * unit}></path>
    <path d=${d} stroke="#2b1e15" stroke-width=${26 * unit}></path>
    <path d=${d} stroke="#7d5c3c" stroke-width=${5 * unit} transform="translate(${(angleDeg === 0 ? -11 : 11) * unit} 0)"></path>
  </g>`;
  const notch = `M${ring.innerRadius + 5 * unit} ${-5 * unit}H${radius - 4 * unit}V${5 * unit}H${ring.innerRadius + 5 * unit}Z`;
  const middle = (ring.innerRadius + radius) / 2;
  return svg`<defs>
      <linearGradient id="rim" x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" stop-color="#2a1d14"></stop><stop offset="0.55" stop-color="#5a3f2a"></stop><stop offset="1" stop-color="#a67c50"></stop>
      </linearGradient>
    </defs>
    <g transform="translate(${x} ${y}) rotate(-9)">
      ${ring.laths.map(({ d, angleDeg }) => lath(d, angleDeg))}
      <circle r=${middle} fill="none" stroke="url(#rim)" stroke-width=${radius - ring.innerRadius}></circle>
      <g fill="#150e09" opacity="0.75">${ring.poles.map(
        (angle) => svg`<path d=${notch} transform="rotate(${(angle * 180) / Math.PI})"></path>`,
      )}</g>
      <circle r=${ring.innerRadius} fill="none" stroke="#0b0705" stroke-width=${4 * unit}></circle>
      <circle r=${radius} fill="none" stroke="#0b0705" stroke-width=${5 * unit}></circle>
    </g>`;
}
