import { html, svg } from 'lit';
import { ornament } from '../../look/band.ts';
import { koshkarBand, shanyraq, sunRays } from '../../look/ornament.ts';
import { poles } from '../../look/poles.ts';
import { woodwork, type CrownPlace } from '../../look/woodwork.ts';

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Where the sun stands at the start and in the middle of the loop, radians. */
const early = -2.25;
const late = -1.05;

/**
 * Looking up: the sky in the crown of a yurt, poles running out into the dark. In layers, so that only opacity and
 * transform move: the poles twice, lit from two sides; the sky; its clouds; the laths and the rim.
 */
export function crown(frame: Frame, place: CrownPlace, figure: 'shanyraq' | 'sun') {
  const { x, y, radius } = place;
  const { width, height } = frame;
  const ring = shanyraq({ radius });
  const reach = Math.hypot(Math.max(x, width - x), Math.max(y, height - y)) - radius + 40;
  const box = `0 0 ${width} ${height}`;
  const lit = (lightAngle: number) =>
    svg`<g transform="translate(${x} ${y})">${poles({ angles: ring.poles, radius, length: reach, lightAngle })}</g>`;
  return html`
    <svg class="fill ground" viewBox=${box} preserveAspectRatio="none">${lit(early)}</svg>
    <svg class="fill late" viewBox=${box} preserveAspectRatio="none">${lit(late)}</svg>
    <svg class="fill" viewBox=${box} preserveAspectRatio="none">
      <defs>
        <radialGradient id="dusk" gradientUnits="userSpaceOnUse" cx=${x} cy=${y} r=${radius * 3.2}>
          <stop offset="0.31" stop-color="#0a0806" stop-opacity="0"></stop>
          <stop offset="0.5" stop-color="#0a0807" stop-opacity="0.2"></stop>
          <stop offset="0.8" stop-color="#0b0a09" stop-opacity="0.86"></stop>
          <stop offset="1" stop-color="#0b0d0e"></stop>
        </radialGradient>
        <radialGradient id="sky" cx="0.36" cy="0.3" r="0.85">
          <stop offset="0" stop-color="#dff7fc"></stop>
          <stop offset="0.26" stop-color="#8fe2f0"></stop>
          <stop offset="0.7" stop-color="#12b2cf"></stop>
          <stop offset="1" stop-color="#007f9c"></stop>
        </radialGradient>
      </defs>
      <rect width=${width} height=${height} fill="url(#dusk)"></rect>
      <circle cx=${x} cy=${y} r=${radius - 8} fill="url(#sky)"></circle>
    </svg>
    <svg class="fill clouds" viewBox=${box} preserveAspectRatio="none">${clouds(place)}</svg>
    <svg class="fill" viewBox=${box} preserveAspectRatio="none">
      ${woodwork(place, figure === 'sun' ? { ...ring, laths: [] } : ring)} ${figure === 'sun' ? sun(place) : null}
    </svg>
    <div class="fill floor"></div>
    <div class="beam"></div>
    <svg class="fill band" viewBox=${box} preserveAspectRatio="none">
      <g transform="translate(0 ${height - 118})" fill="#e8dfcb" opacity="0.2">
        ${ornament(koshkarBand({ width, height: 118 }))}
      </g>
    </svg>
  `;
}

/** Soft ellipses, each a radial gradient: no filter, so that they may drift for nothing. */
function clouds({ x, y, radius }: CrownPlace) {
  const shapes = [
    [-0.36, -0.32, 0.5, 0.13, 0.75],
    [-0.12, -0.16, 0.58, 0.1, 0.5],
    [0.36, 0.4, 0.48, 0.09, 0.34],
    [0.1, 0.55, 0.36, 0.07, 0.22],
  ] as const;
  return svg`<defs>
      <radialGradient id="cloud"><stop offset="0" stop-color="#fff" stop-opacity="0.9"></stop>
        <stop offset="0.5" stop-color="#fff" stop-opacity="0.32"></stop><stop offset="1" stop-color="#fff" stop-opacity="0"></stop></radialGradient>
      <clipPath id="opening"><circle cx=${x} cy=${y} r=${radius * 0.95}></circle></clipPath>
    </defs>
    <g clip-path="url(#opening)">${shapes.map(
      ([dx, dy, rx, ry, opacity]) =>
        svg`<ellipse cx=${x + dx * radius} cy=${y + dy * radius} rx=${rx * radius} ry=${ry * radius} fill="url(#cloud)" opacity=${opacity}></ellipse>`,
    )}</g>`;
}

/** The flag's sun in the open sky, with 32 rays like grains, for a day that is greater than the house. */
function sun({ x, y, radius }: CrownPlace) {
  return svg`<g transform="translate(${x} ${y})" fill="#ffc83d">
    <circle r=${radius * 0.33}></circle>
    <path d=${sunRays({ radius: radius * 0.385, length: radius * 0.3, fullness: 0.105 })}></path></g>`;
}
