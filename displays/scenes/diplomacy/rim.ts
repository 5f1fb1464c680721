import { svg, type SVGTemplateResult } from 'lit';
import { n2, shanyraq } from '../../look/ornament.ts';
import type { Disc, Point } from './globe.ts';

const rimWidth = 30;
const spread = (98 * Math.PI) / 180;

/** Where the notches of the organisations lie: on the part of the rim that the picture shows. */
export function notchAngle(index: number, count: number, isPortrait: boolean): number {
  const middle = isPortrait ? -Math.PI / 2 : Math.PI;
  return middle + spread * ((index + 0.5) / Math.max(1, count) - 0.5) * (isPortrait ? 1 : -1);
}

export function onRim({ x, y, radius }: Disc, angle: number): Point {
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

export interface Rim {
  readonly disc: Disc;
  readonly count: number;
  /** How many organisations have been joined; the one told now is the last of them when `isTold`. */
  readonly joined: number;
  readonly isTold: boolean;
  readonly isPortrait: boolean;
}

/** The rim of the shanyraq: every organisation that the country joined is a notch with light in it. */
export function rim({ disc, count, joined, isTold, isPortrait }: Rim): SVGTemplateResult {
  const { x, y, radius } = disc;
  const at = (out: number, aside: number): string => `${n2(radius + out)} ${n2(aside)}`;
  const notch = `M${at(5, -7)}L${at(rimWidth - 4, -8)}L${at(rimWidth - 4, 8)}L${at(5, 7)}Z`;
  return svg`<circle class="wood" cx=${x} cy=${y} r=${radius + rimWidth / 2} stroke-width=${rimWidth}></circle>
    <circle class="wood-light" cx=${x} cy=${y} r=${radius + rimWidth - 2}></circle>
    <circle class="wood-dark" cx=${x} cy=${y} r=${radius + 1}></circle>
    ${Array.from({ length: count }, (_, index) => {
      const angle = (notchAngle(index, count, isPortrait) * 180) / Math.PI;
      const state = index >= joined ? 'open' : isTold && index === joined - 1 ? 'now' : 'joined';
      return svg`<path class="notch ${state}" d=${notch} transform="translate(${x} ${y}) rotate(${n2(angle)})"></path>`;
    })}`;
}

/** The crown from which the poles reach out. */
export function crown({ x, y }: Disc): SVGTemplateResult {
  const { laths, innerRadius } = shanyraq({ radius: 29 });
  return svg`<g transform="translate(${x} ${y})">
    <circle r="33" fill="#0b0f11"></circle>
    <circle r="28" fill="#00afca"></circle>
    <g fill="none" stroke="#0b0f11" stroke-width="2.6">
      ${laths.map(({ d, angleDeg }) => svg`<path d=${d} transform="rotate(${angleDeg})"></path>`)}
    </g>
    <circle r=${n2(innerRadius + 3)} fill="none" stroke="#eeefea" stroke-width="4.5"></circle>
  </g>`;
}
