import { html } from 'lit';
import { ornament } from '../../look/band.ts';
import { tumarBand } from '../../look/ornament.ts';

/** The band of amulets between what is told and the invitation to touch. */
export const fringe = html`<svg viewBox="0 0 912 24" class="tumar" aria-hidden="true">
  ${ornament(tumarBand({ width: 912, height: 24 }))}
</svg>`;
