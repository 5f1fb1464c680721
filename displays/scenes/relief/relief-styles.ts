import { css } from 'lit';

export const reliefStyles = css`
  :host {
    background: #000;
  }
  .pictures,
  .pictures img,
  canvas,
  .caption {
    position: absolute;
  }
  .pictures {
    inset: 0;
  }
  .pictures img {
    top: 0;
    height: 100%;
    visibility: hidden;
    will-change: opacity;
  }
  .caption {
    display: grid;
    grid-template-columns: 37fr 63fr;
    column-gap: calc(40 * var(--px));
    align-items: start;
    opacity: 0;
    visibility: hidden;
    will-change: opacity;
  }
  /* The words stand in a shadow, as under a cornice; it belongs to their opacity. Eased, so that it has no edge. */
  .caption::before {
    content: '';
    position: absolute;
    inset: calc(-100 * var(--px)) calc(-250 * var(--px)) calc(-100 * var(--px));
    background: #0b0d0e;
    opacity: 0.93;
    mask-image:
      linear-gradient(90deg, #0000, #0003 6%, #000b 13%, #000 20%, #000 80%, #000b 87%, #0003 94%, #0000),
      linear-gradient(#000c, #000 24%, #000 67%, #000b 79%, #0003 90%, #0000);
    mask-composite: intersect;
  }
  /* On real stone darkness is what the projector leaves out. */
  :host([carved]) .caption::before {
    background: #000;
  }
  .caption > * {
    position: relative;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.8em;
    font-size: calc(32 * var(--far));
    line-height: 1.2;
    color: var(--tas-300);
    margin-bottom: 0.24em;
  }
  h2 {
    font-weight: 600;
    font-size: calc(58 * var(--far));
    line-height: 1.04;
    padding-bottom: 0.22em;
    color: var(--suiek);
    text-wrap: balance;
    overflow: hidden;
    overflow-wrap: break-word;
  }
  .text {
    line-height: 1.28;
    color: var(--tas-100);
    text-wrap: pretty;
    overflow: hidden;
  }
`;
