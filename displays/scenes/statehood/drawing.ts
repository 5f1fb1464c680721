import { svg, type SVGTemplateResult } from 'lit';
import { n2, ribbon } from '../../look/ornament.ts';
import { lattice, placeOn, poleLine, type Dome, type Pole } from './dome.ts';

const back = 23;

/** What is always there: the lattice, the poles behind, and where poles will stand. */
export function shadows(dome: Dome, poles: readonly Pole[]): SVGTemplateResult {
  const { x, base, radius, latticeHeight } = dome;
  const behind = Array.from({ length: back }, (_, index) => -1.32 + (2.64 * (index + 0.5)) / back);
  return svg`
    <g class="behind">${behind.map((angle) => svg`<path d=${ribbon(poleLine(dome, angle, 0, 1), () => 3)}></path>`)}</g>
    <g class="waiting">${poles.map(({ angle }) => svg`<path d=${ribbon(poleLine(dome, angle, 0, 1), (t) => 9 - 5 * t)}></path>`)}</g>
    <path class="lath" d=${lattice(dome)}></path>
    <path class="rail" d="M${x - radius} ${base}H${x + radius}M${x - radius} ${base + latticeHeight}H${x + radius}"></path>`;
}

/** Every institution from its foundation to the ring, a mark for each of its milestones. */
export function institutions(dome: Dome, poles: readonly Pole[]): SVGTemplateResult {
  return svg`
    <g class="poles">${poles.map(({ angle, milestones }) => {
      const from = milestones[0]?.height ?? 1;
      return svg`<path d=${ribbon(poleLine(dome, angle, from, 1), (t) => 14 - 8 * (from + (1 - from) * t))}></path>`;
    })}</g>
    <g class="edges">${poles.map(({ angle, milestones }) => {
      const from = milestones[0]?.height ?? 1;
      const lit = angle - 0.006;
      return svg`<path d=${ribbon(poleLine(dome, lit, from, 1), () => 2)}></path>`;
    })}</g>
    <g class="marks">${poles.flatMap(({ angle, milestones }) =>
      milestones.map(({ height }) => {
        const [mx, my] = placeOn(dome, angle, height);
        return svg`<path d=${lozenge(mx, my, 10)}></path>`;
      }),
    )}</g>`;
}

/** The institution in focus: its pole in parts, one for each milestone and one up to the ring. */
export function focus(dome: Dome, { angle, milestones }: Pole, told: number): SVGTemplateResult {
  const heights = [...milestones.map(({ height }) => height), 1];
  const founded = heights[0] ?? 0;
  return svg`<path class="whole" d=${ribbon(poleLine(dome, angle, founded, 1), (t) => 16 - 6 * (founded + (1 - founded) * t))}></path>
  <g class="marks">${milestones.map(({ height }) => {
    const [mx, my] = placeOn(dome, angle, height);
    return svg`<path d=${lozenge(mx, my, 12)}></path>`;
  })}</g>
  ${heights.map((height, index) => {
    const from = index === 0 ? 0 : (heights[index - 1] ?? 0);
    const line = poleLine(dome, angle, from, Math.max(height, from + 0.004));
    return svg`<path class="part" d=${ribbon(line, () => (index === 0 ? 7 : 15))}></path>`;
  })}
  ${milestones.map(({ height }, index) => {
    const [mx, my] = placeOn(dome, angle, height);
    const isTold = index === told;
    return svg`<circle class="knot ${isTold ? 'now' : ''}" cx=${n2(mx)} cy=${n2(my)} r=${isTold ? 19 : 12}></circle>`;
  })}`;
}

/** Lines of equal time across the dome; every tenth year, and the first of independence. */
export function yearLines(dome: Dome, first: number, last: number): SVGTemplateResult {
  const years = [1991, 2000, 2010, 2020].filter((year) => year > first && year < last);
  return svg`${years.map((year) => {
    const height = (year - first) / (last - first);
    const [left, y] = placeOn(dome, -Math.PI / 2, height);
    const [right] = placeOn(dome, Math.PI / 2, height);
    return svg`<path d="M${n2(left)} ${n2(y)}H${n2(right)}"></path>
      <text x=${n2(right + 22)} y=${n2(y)}>${year}</text>`;
  })}`;
}

/** The ring with the sky in it, seen from the side. */
export function ring({ x, top, ringRadius }: Dome): SVGTemplateResult {
  const high = ringRadius * 0.235;
  const across = [-0.36, 0, 0.36].map((place) => {
    const reach = Math.sqrt(1 - place ** 2) * high;
    const at = n2(x + place * ringRadius * 0.9);
    return `M${at} ${n2(top - reach)}Q${n2(x + place * ringRadius * 0.5)} ${n2(top)} ${at} ${n2(top + reach)}`;
  });
  const along = [-0.4, 0, 0.4].map((place) => {
    const reach = Math.sqrt(1 - place ** 2) * ringRadius;
    const at = n2(top + place * high);
    return `M${n2(x - reach)} ${at}Q${n2(x)} ${n2(top + place * high * 0.4)} ${n2(x + reach)} ${at}`;
  });
  return svg`<ellipse class="sky" cx=${x} cy=${top} rx=${ringRadius} ry=${n2(high)}></ellipse>
    <path class="laths" d=${[...across, ...along].join('')}></path>
    <ellipse class="rim" cx=${x} cy=${top} rx=${ringRadius} ry=${n2(high)}></ellipse>
    <ellipse class="rim-light" cx=${x} cy=${n2(top - 3)} rx=${ringRadius} ry=${n2(high)}></ellipse>`;
}

function lozenge(x: number, y: number, r: number): string {
  return `M${n2(x)} ${n2(y - r)}l${n2(r * 0.85)} ${n2(r)}l${n2(-r * 0.85)} ${n2(r)}l${n2(-r * 0.85)} ${n2(-r)}Z`;
}
