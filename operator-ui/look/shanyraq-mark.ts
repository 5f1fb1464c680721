import { svg, type SVGTemplateResult } from 'lit';

/** The crown of the yurt as a mark: the ring, and two bundles of three laths that cross and bow outward. */
export function shanyraqMark(size = 22): SVGTemplateResult {
  const laths = [-4.2, 0, 4.2].map(
    (offset) => svg`<path d="M${offset * 0.5} -9.2Q${offset * 1.35} 0 ${offset * 0.5} 9.2"></path>`,
  );
  return svg`<svg class="icon" viewBox="-12 -12 24 24" width=${size} height=${size} fill="none" stroke="currentColor" stroke-width="1.1" aria-hidden="true"><circle r="9.7" stroke-width="2.5"></circle><g transform="rotate(45)">${laths}</g><g transform="rotate(-45)">${laths}</g></svg>`;
}
