import { svg, type SVGTemplateResult } from 'lit';
import { n2 } from './ornament.ts';

/** The poles of a yurt seen from below, running out from the rim and lit from one side. Centred at the origin. */
export function poles({
  angles,
  radius,
  length,
  lightAngle,
}: {
  angles: readonly number[];
  radius: number;
  length: number;
  lightAngle: number;
}): readonly SVGTemplateResult[] {
  const halfAtRim = 9;
  const halfAtEnd = 9 + length * 0.0353;
  return angles.map((angle) => {
    const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
    const at = (out: number, aside: number): string => `${n2(ux * out - uy * aside)} ${n2(uy * out + ux * aside)}`;
    const end = radius + length;
    const lit = Math.max(0, Math.cos(angle - lightAngle - Math.PI));
    const side = Math.sin(angle - lightAngle) > 0 ? -1 : 1;
    const body = `M${at(radius, -halfAtRim)}L${at(end, -halfAtEnd)}L${at(end, halfAtEnd)}L${at(radius, halfAtRim)}Z`;
    const edge = `M${at(radius, halfAtRim * side)}L${at(end, halfAtEnd * side)}L${at(end, halfAtEnd * side * 0.55)}L${at(radius, halfAtRim * side * 0.4)}Z`;
    const lightness = 17 + 62 * lit;
    return svg`<path d=${body} fill="hsl(22 ${n2(12 + 12 * lit)}% ${n2(lightness * 0.3 + 3)}%)"></path>
      <path d=${edge} fill="hsl(32 ${n2(20 + 16 * lit)}% ${n2(lightness * 0.7 + 6)}%)" opacity="0.9"></path>`;
  });
}
