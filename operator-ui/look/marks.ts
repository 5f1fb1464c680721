import { svg, type SVGTemplateResult } from 'lit';

/** Silhouettes on a 16 grid: the shape tells the state without its colour. */
const shapes = {
  'on-air': svg`<circle cx="8" cy="8" r="5.4" fill="currentColor"></circle>`,
  loading: svg`<circle cx="8" cy="8" r="5.1" fill="none" stroke="currentColor" stroke-width="1.8"></circle
    ><path d="M8 2.9a5.1 5.1 0 0 1 0 10.2Z" fill="currentColor"></path>`,
  ready: svg`<path d="M2.8 8.4 6.4 12 13.4 4.4" fill="none" stroke="currentColor" stroke-width="2.4"></path>`,
  standby: svg`<path d="M8 1.6 14.4 8 8 14.4 1.6 8Z" fill="currentColor"></path>`,
  fault: svg`<path d="M8 1.4 15.2 14.2H.8Z" fill="currentColor"></path
    ><path d="M8 6v4M8 11.2v1.6" stroke="var(--pane)" stroke-width="1.9"></path>`,
  warn: svg`<path d="M8 2.3 14.3 13.3H1.7Z" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"></path
    ><path d="M8 6.2v3.6M8 10.8v1.3" stroke="currentColor" stroke-width="1.6"></path>`,
  stale: svg`<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.6 2.84"></circle>`,
  'by-hand': svg`<rect x="2.4" y="2.4" width="11.2" height="11.2" fill="currentColor"></rect
    ><path d="M5.3 11.2V5l2.7 3 2.7-3v6.2" fill="none" stroke="var(--pane)" stroke-width="1.5"></path>`,
  visitor: svg`<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="1.6"></circle
    ><circle cx="8" cy="8" r="1.9" fill="currentColor"></circle>`,
  emergency: svg`<path d="M5 1.6h6L14.4 5v6L11 14.4H5L1.6 11V5Z" fill="currentColor"></path
    ><path d="M8 4.2v4.6M8 10.4v1.8" stroke="var(--pane)" stroke-width="2"></path>`,
  resting: svg`<path d="M12.9 10.4A5.6 5.6 0 0 1 6 2.9a5.6 5.6 0 1 0 6.9 7.5Z" fill="none" stroke="currentColor" stroke-width="1.6"></path>`,
  out: svg`<path d="M3 8H13" stroke="currentColor" stroke-width="2"></path>`,
  disagrees: svg`<path d="M2 5.4h9M8.4 2.4l3.2 3-3.2 3M14 10.8H5M7.6 7.8l-3.2 3 3.2 3" fill="none" stroke="currentColor" stroke-width="1.7"></path>`,
} as const;

export type MarkShape = keyof typeof shapes;

const colours: Readonly<Record<MarkShape, string>> = {
  'on-air': 'c-ok',
  loading: 'c-load',
  ready: 'c-ok',
  standby: 'c-arm',
  fault: 'c-fault',
  warn: 'c-warn',
  stale: 'c-stale',
  'by-hand': 'c-hand',
  visitor: 'c-stale',
  emergency: 'c-fault',
  resting: 'c-stale',
  out: 'c-out',
  disagrees: 'c-warn',
};

/** The colour class (look/styles.ts) of a shape's word. */
export const markColour = (shape: MarkShape): string => colours[shape];

/** The mark itself, for sighted eyes; the word beside it is what counts. */
export function markIcon(shape: MarkShape, size = 13): SVGTemplateResult {
  return svg`<svg class="mark ${colours[shape]}" viewBox="0 0 16 16" width=${size} height=${size} aria-hidden="true">${shapes[shape]}</svg>`;
}
